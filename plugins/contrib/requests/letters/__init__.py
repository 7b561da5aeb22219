"""Letters: their kinds, the standard wording of each, variables, and the files that are made of them. Pure."""
