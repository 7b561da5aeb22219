"""Counting working days, and what is known of coming years."""
