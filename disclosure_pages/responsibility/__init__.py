"""The responsibility table (责任分解表): the one source of a district's columns and of who may edit them."""
