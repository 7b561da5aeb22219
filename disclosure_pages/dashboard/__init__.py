"""What each role sees first in the admin: its own work."""
