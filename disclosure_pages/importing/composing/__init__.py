"""From the blocks of a document to the prose of a page."""
