"""How a case is handled, as tables and pure functions: acts and states, facts that acts need, days of receipt."""
