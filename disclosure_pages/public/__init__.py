"""What the public sees: addresses, listings, feeds, errors, cache."""
