"""Whole pages kept for visitors who are not signed in; how it works: the README of ``disclosure_pages/public``."""
