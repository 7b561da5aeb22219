"""What disclosure on request adds."""
