"""Farmland protection 耕地保护: balances of farmland, prime farmland."""
