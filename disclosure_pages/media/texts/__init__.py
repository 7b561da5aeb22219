"""The text of attached files, read once for each bytes: for checks before publication and for search."""
