"""Builders of template contexts, one for each kind of page; ``apps.py`` installs them in the tree."""
