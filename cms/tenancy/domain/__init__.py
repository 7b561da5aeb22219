"""Acts on the registers."""
