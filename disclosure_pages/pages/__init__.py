"""Kinds of page that units write."""
