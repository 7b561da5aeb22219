"""The public side's tables, one concept a file."""

from .footer_link import FooterLink

__all__ = ["FooterLink"]
