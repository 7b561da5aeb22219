"""Places where documents are found, behind one contract."""
