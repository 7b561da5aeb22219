"""Acts on the responsibility table: read its registers, plan, apply, look for drift."""
