"""Increase–decrease linkage (增减挂钩): project areas with demolition, resettlement, new building, and what is left over."""
