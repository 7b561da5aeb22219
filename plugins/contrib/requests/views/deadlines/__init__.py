"""Screens that explain deadlines."""
