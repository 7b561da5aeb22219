"""Screens of importing: upload, look through field by field, lists, old addresses."""
