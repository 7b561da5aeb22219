"""Screens of interpretations in the admin. Whoever may not see one gets 404, as if it were not there."""
