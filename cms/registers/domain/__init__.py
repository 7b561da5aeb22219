"""Who sees what in the registers, and the acts of import and export."""
