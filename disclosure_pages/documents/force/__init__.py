"""Legal force on any day, computed from facts: plain Python, no database."""
