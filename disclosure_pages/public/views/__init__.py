"""What answers public addresses that are not pages of the tree."""
