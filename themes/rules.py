"""Who designs, and what may be uploaded: tables without a database."""

from __future__ import annotations

from cms.people.enums import Role

#: Who chooses and adjusts the look of a district.
DESIGNING_ROLES: tuple[str, ...] = (Role.THEME_DESIGNER, Role.DISCLOSURE_OFFICE, Role.SYSTEM_ADMINISTRATOR)
#: Who decides about days of mourning of the whole city.
MOURNING_ROLES: tuple[str, ...] = (Role.SYSTEM_ADMINISTRATOR,)

LOGO_HEIGHT, LOGO_WIDTH = 160, 640  # pixels at most: larger ones are made smaller
BANNER_HEIGHT, BANNER_WIDTH = 480, 2400
MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000

PREVIEW_COOKIE = "gongkai_theme_preview"
PREVIEW_SALT = "gongkai.theme.preview"
LINK_SECONDS = 300  # until the link of a preview must have been followed
PREVIEW_SECONDS = 3600  # how long a preview goes on
