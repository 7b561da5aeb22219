"""The registers, as modeladmin shows them."""
