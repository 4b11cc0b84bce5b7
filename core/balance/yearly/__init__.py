"""The yearly report of farmland protection (耕地保护台账报表): one workbook from what a ledger has, and nothing else."""
