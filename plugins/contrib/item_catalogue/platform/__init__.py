"""Elements of items from the province's platform (互联网+政务服务): fetched, checked, shown, and only then taken."""
