"""What is done about interpretations: pair, count the days, waive, begin."""
