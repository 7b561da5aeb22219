"""Screens between reports and what is outside: files that are read, pages that are made."""
