"""The column tree: city, districts, columns, sections, and the base of every page of content."""
