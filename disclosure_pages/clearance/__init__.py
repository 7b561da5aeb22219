"""Clearance: reviews, gates, workflow task types, and the acts on public content."""
