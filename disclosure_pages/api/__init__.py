"""Reading for machines, on the same querysets as the screens."""
