"""The verbs of guide tables."""
