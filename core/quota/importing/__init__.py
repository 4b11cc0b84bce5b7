"""Ledgers that a bureau keeps in spreadsheets → requests of the quota ledger and rows of its registers."""
