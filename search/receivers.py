"""What changes about the public side is written to the outbox, in the transaction of the change."""
