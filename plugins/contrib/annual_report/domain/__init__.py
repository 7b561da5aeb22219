"""What is done with annual reports: begun, counted, filled, checked, handed on, rolled up, reminded of."""
