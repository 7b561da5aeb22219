"""Relations and days that a document's text states, found to be proposed to its editor; nothing is applied here."""
