"""What applicants see: entrance, form, receipt, state of a case. Nobody signs in, and no cookie knows a case."""
