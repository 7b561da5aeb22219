"""Screens of the register of normative documents."""
