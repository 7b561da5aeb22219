"""What keeps applicants' data from everybody who has no case to handle, and the form from machines."""
