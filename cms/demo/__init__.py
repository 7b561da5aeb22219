"""The demo: one command from an empty folder to a running district with people and content in every state."""
