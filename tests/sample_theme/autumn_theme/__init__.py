"""The theme “autumn”, from outside."""
