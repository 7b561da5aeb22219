"""Sizes beyond which a file is no responsibility table: a table of a whole district has some hundred rows."""

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_XML_BYTES = 20 * 1024 * 1024
MAX_PARTS = 2_000
MAX_ROWS = 5_000
MAX_COLUMNS = 50
MAX_MERGED_CELLS = MAX_ROWS * MAX_COLUMNS
