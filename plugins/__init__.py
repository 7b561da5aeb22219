"""The plug-in mechanism: hook specifications and the registry that calls them."""
