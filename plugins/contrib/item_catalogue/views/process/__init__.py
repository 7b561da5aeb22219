"""Screens of the city process: the board, a district's field, one item, and the acts on them."""
