"""Acts on a case: each locks the case, asks the table, writes an event and a line of the log, and settles the clock."""
