"""What has to hold of a theme before it may be chosen: the contract, asked without a database, a request or a browser.

``themes.testing`` offers the same to authors outside.
"""

from __future__ import annotations

from .theme import faults_of_folder, faults_of_theme

__all__ = ["faults_of_folder", "faults_of_theme"]
