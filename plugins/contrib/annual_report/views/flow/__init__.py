"""Screens on which reports are begun, counted, filled in, handed on and looked over."""
