"""The public page of a policy document and everything that belongs to it."""
