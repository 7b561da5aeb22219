"""Where plug-ins are switched on."""

from .activation import Activation

__all__ = ["Activation"]
