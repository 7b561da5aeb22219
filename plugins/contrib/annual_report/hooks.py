"""What the annual report adds."""
