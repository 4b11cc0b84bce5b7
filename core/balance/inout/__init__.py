"""In–out balance (进出平衡): cultivated land that leaves and comes in by county and year, in area and capacity."""
