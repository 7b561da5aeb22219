"""A plug-in from outside: made by the command, built as a wheel, installed, switched on, taken away again."""
