"""A plug-in that does everything wrong that a plug-in can do; nothing of it may reach a reader."""
