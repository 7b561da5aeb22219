"""Where the rooms of the product meet what plug-ins add: each effect asks whether the plug-in is on there."""
