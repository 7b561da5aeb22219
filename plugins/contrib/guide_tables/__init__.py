"""Guide tables (办事名录): tables of what people look up, with a schema of their own; see README.md."""
