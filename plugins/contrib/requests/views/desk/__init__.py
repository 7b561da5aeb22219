"""The desk (办件台): the queue, the case with all that can be done with it, entry at the counter, printing, reports."""
