"""Admin screens of the tree."""
