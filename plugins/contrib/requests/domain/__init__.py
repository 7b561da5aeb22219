"""The verbs of disclosure on request."""
