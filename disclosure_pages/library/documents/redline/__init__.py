"""Two texts compared: paragraphs are aligned first, then what differs within them. No database, no HTML parsing."""
