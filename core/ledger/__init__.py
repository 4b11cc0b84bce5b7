"""Double entry for every book of the bureau: accounts, vouchers of balanced postings, the chain that seals them."""

from __future__ import annotations

from .chain import GENESIS, sealed_record, sealed_voucher
from .model import AccountKey, Book, Draft, Posting, Record, Voucher, unbalanced

__all__ = [
    "GENESIS",
    "AccountKey",
    "Book",
    "Draft",
    "Posting",
    "Record",
    "Voucher",
    "sealed_record",
    "sealed_voucher",
    "unbalanced",
]
