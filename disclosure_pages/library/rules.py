"""Names and small tables of the library: no database."""

#: Generation of kept pages that show legal force or name other documents, in whatever district.
DOCUMENTS = "documents"
FEED = "atom.xml"
PDF = "document.pdf"
DOCX = "document.docx"
EDITIONS = "editions"
FORCE = "force"
