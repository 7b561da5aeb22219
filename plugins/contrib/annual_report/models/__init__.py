"""Reports and their figures; one concept a file."""
