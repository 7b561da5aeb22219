"""Admin screens of the registers: lists, forms, history, and exchange as XLSX and CSV."""
