"""Themes of districts: what they may change, how they are found, chosen and shown. See README.md."""
