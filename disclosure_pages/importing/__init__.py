"""Official documents from files: read, recognise their header fields, propose a draft."""
