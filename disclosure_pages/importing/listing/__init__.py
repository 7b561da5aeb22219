"""Lists of documents: a workbook or CSV with one document a row."""
