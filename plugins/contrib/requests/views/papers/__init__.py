"""Papers of a case: files as they are held and redacted ones, letters, fees; and the wording of letters."""
