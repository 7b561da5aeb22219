"""A page as a stock Wagtail project would have it, to be measured beside ours."""
