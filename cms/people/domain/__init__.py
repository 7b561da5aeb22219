"""Acts on people and their rights."""
