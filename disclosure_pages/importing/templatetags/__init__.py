"""Words for templates of the import screens."""
