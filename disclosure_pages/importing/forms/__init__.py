"""Forms of the import screens."""
