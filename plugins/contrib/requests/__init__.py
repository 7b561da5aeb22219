"""Disclosure on request (依申请公开): applications, their clock, decisions and remedies; see README.md."""
