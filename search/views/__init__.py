"""What readers and machines ask: the screen, its files and feeds, and the API."""
