"""Search for readers: see README.md for what will live here."""
