"""What happens to a person's second factor."""
