"""Village plans 村庄规划: loaded, checked, counted."""
