"""Cases, their log and all that belongs to them; one concept a file."""
