"""Files of a table for readers, and the screens of the admin."""
