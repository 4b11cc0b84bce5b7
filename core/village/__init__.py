"""Village plans 村庄规划: profiles of provinces, recognition of layers, checks, structure table, indicators."""
