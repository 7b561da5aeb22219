"""Denied looks like absent: what a person may not see answers in the admin and the API as if it were not there."""
