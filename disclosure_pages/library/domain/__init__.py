"""The acts of the library."""
