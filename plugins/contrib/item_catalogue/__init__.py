"""The item catalogue (基层政务公开标准目录): what a government discloses, on what basis, when, by whom and where."""
