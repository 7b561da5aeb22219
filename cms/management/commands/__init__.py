"""The project's own commands; each is listed in README.md."""
