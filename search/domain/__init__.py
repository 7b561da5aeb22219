"""Acts on the index as a whole."""
