"""The annual report on government information disclosure."""
