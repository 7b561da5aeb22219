"""Documents as files: PDF and DOCX."""
