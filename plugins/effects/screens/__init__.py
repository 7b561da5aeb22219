"""Screens of the admin that look after plug-ins: what each does, where it is on, and what troubles it."""
