"""The lists of kinds of document and of topics, as administrators keep them: registers of two levels."""
