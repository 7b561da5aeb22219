"""Catalogues of translated strings: found, compiled without gettext's tools, kept complete.

Compiled catalogues are not in the repository. They are made when the project starts and a ``.po`` file is newer than
its ``.mo``; so a fresh clone shows Chinese on a machine without gettext. A read-only installation compiles them once,
with ``manage.py translations compile``.

``host/locale`` holds what the catalogues of Wagtail lack; no string of ours is marked for it.
"""
