"""Stable cultivated land (可长期稳定利用耕地): what of the cultivated land may be counted on, and why the rest may not."""
