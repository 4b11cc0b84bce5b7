"""Class summaries of a survey: areas by region and land class, in printed units that foot in every direction."""
