"""The made-up reserve of the sample in a ledger: the county of the township, its lots imported from the spreadsheet."""

from __future__ import annotations

from pathlib import Path

COUNTY = "379901"
SHEET = Path(__file__).resolve().parents[2] / "resources" / "sample" / "farmland" / "reserve_lots_madeup.xlsx"


def reserve_ledger(path: Path) -> str:
    """A new ledger with quota and reserve books of the county, and the sample's lots; needs the provider."""
    import processing

    from ...core.balance.reserve.ledger import found_reserve
    from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from ...core.store.geopackage import create

    holders = [Holder("379900", "虚构市", "市本级", "city"), Holder(COUNTY, "虚构县", "虚构县", "county", "379900")]
    store = create(path, "虚构的补充耕地储备台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    found_reserve(store)
    store.close()
    processing.run("landledger:importreserve", {"LEDGER": str(path), "INPUT": str(SHEET)})
    return str(path)
