"""Screens of the annual report."""
