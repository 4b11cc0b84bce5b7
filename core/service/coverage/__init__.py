"""Who serves each street, town and village on a day, and what of the city is left (DOMAIN: checks C1 to C5)."""
