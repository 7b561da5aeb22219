"""The verbs of importing."""
