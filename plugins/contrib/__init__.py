"""Plug-ins that come with the product. From the rest of it they import ``plugins.api`` and nothing else."""
