"""Management of the tree."""
