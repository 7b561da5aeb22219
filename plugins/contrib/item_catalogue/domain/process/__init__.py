"""The verbs of the city process; each one transaction, judged by the table of transitions, and logged."""
