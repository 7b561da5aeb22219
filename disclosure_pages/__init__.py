"""The domain: the column tree and its rights, clearance, pages, media and the public face."""
