"""Editing by machines: Wagtail's API v3, behind a token and the same questions that the admin asks."""
