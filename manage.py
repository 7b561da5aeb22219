#!/usr/bin/env python
"""Command line of the project; see README.md for the commands."""

from cms.management.command_line import main

if __name__ == "__main__":
    main()
