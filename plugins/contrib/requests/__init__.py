"""Disclosure on request (依申请公开): public form, desk, clock, decisions, and what protects applicants."""
