"""Screens of the library in the admin."""
