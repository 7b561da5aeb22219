"""A plug-in that shows every hook once; tests switch it on and off."""
