"""Files and pictures: whoever may not see the page may not see what hangs on it."""
