"""Who discloses: the city, its districts, their units, the names that units go by, and collectives of units."""
