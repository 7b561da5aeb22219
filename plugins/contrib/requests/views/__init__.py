"""Screens, public and of the desk."""
