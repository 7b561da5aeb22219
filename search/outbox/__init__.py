"""Changes, from the transaction that makes them to the engines; see README.md."""
