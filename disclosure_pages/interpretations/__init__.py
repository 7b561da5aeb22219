"""Interpretations of policy documents, planned, reviewed and published together with them."""
