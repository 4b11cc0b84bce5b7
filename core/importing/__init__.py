"""Spreadsheets of a bureau into a ledger: which column holds which field, rows, sums, cells and what is wrong with them."""
