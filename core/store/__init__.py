"""The ledger database: one GeoPackage file, or an office's PostgreSQL, behind one interface."""

from __future__ import annotations

from .interface import Head, LedgerInfo, Store, Turnover, VoucherQuery, Writing

__all__ = ["Head", "LedgerInfo", "Store", "Turnover", "VoucherQuery", "Writing"]
