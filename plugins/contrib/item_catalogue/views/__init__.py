"""Screens of the item catalogue: what readers see, and what a district's office looks after."""
