"""Acts on the tree."""
