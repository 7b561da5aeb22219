"""Sizes beyond which a file is no document that somebody will read."""

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_XML_BYTES = 30 * 1024 * 1024
MAX_TEXT_BYTES = 5 * 1024 * 1024
MAX_PAGES = 400
MAX_BLOCKS = 30_000
MAX_TABLE_COLUMNS = 60
MAX_TABLE_ROWS = 5_000
