"""Themes of districts: see README.md for what will live here."""
