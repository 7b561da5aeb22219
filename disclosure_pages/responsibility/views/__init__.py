"""Screens of the responsibility table: upload → problems or plan → confirm → version; versions; drift."""
