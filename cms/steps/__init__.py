"""Commands of several steps (``manage.py search rebuild``): what a step tells, and how it is found and run."""
