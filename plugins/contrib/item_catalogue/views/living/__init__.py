"""Living items: the public page of each, and the screens on which they are linked and looked after."""
