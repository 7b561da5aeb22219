"""Screens of the admin about the search: how fresh its index is, and what readers ask."""
