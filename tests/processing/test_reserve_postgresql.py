"""The reserve of the sample on a real PostgreSQL, reached by a connection of QGIS: entered, linked, posted, closed."""

from __future__ import annotations

import gc
import secrets

import pytest

from ...core.balance.indicators import NOTHING, Indicators
from ...core.balance.reserve.ledger import ReserveLedger, found_reserve
from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
from ...core.rules import load_rules
from ...core.store.postgresql import open_ledger
from ...core.store.verify import verify
from ..core.store.postgresql_server import OWNER, reached
from ..dialogs.farmland_sample import COUNTY, SHEET
from .occupation_runs import is_one_sentence
from .test_farmland_report import LINES
from .test_ledger_connections import connected  # noqa: F401 - a fixture


@pytest.fixture
def ledger(provider, connected):  # noqa: F811
    """(name of the ledger, its schema): books of a county, empty."""
    from ...processing.adapters.ledgers import ledger_place

    schema = f"储备_{secrets.token_hex(3)}"
    name = f"postgresql:{connected('县局', user=OWNER)}/{schema}"
    holders = [Holder("379900", "虚构市", "市本级", "city"), Holder(COUNTY, "虚构县", "虚构县", "county", "379900")]
    store = ledger_place(name).made("虚构的补充耕地储备台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    found_reserve(store)
    store.close()
    yield name, schema
    gc.collect()


def state(schema):
    """Vouchers and records of the reserve book, what is left, frozen and drawn in all; the ledger is whole."""
    store = open_ledger(reached(), schema)
    try:
        assert verify(store).clean
        lots, head = ReserveLedger(store, load_rules()).lots(), store.head(f"{COUNTY}BC")
        sums = [Indicators.total(getattr(lot, name) for lot in lots) for name in ("remaining", "frozen", "used", "written_off")]
        return (head.number, head.record_number), *sums
    finally:
        store.close()


def test_linked_whole_and_once_then_every_event(ledger) -> None:
    from qgis.core import QgsProcessingException

    import processing

    name, schema = ledger

    def run(algorithm, **values):
        return processing.run(f"landledger:{algorithm}", {"LEDGER": name, **values})

    run("importreserve", INPUT=str(SHEET), BOOK_DATE="2026-03-01")
    entered, before, _, used, _ = state(schema)
    frozen = run("requisitionbalance", **LINES, POST=1, BOOK_DATE="2026-03-02")
    taken = Indicators(*(round(frozen[f"DRAWN_{name}"] * unit) for name, unit in (
        ("QUANTITY_MU", 1_000_000), ("PADDY_MU", 1_000_000), ("CAPACITY_KG", 1))))  # fmt: skip
    assert (frozen["VOUCHER_COUNT"], frozen["SETTLED_COUNT"], frozen["UNBALANCED_COUNT"]) == (11, 12, 0)
    linked = state(schema)
    assert linked[0][0] == entered[0] + 11 and linked[1:4] == (before.minus(taken), taken, used)
    again = run("requisitionbalance", **LINES, POST=1, BOOK_DATE="2026-03-03")
    assert again["VOUCHER_COUNT"] == 0 and state(schema) == linked

    draws = ReserveLedger(open_ledger(reached(), schema), load_rules())
    project = next(code for code, record in draws.projects().items() if int(record.values["need_quantity"] or 0) > 0)
    held = next(lot for lot in draws.lots() if any(voucher.draft.project == project for voucher in draws.history(lot.code)))
    free = next(lot for lot in draws.lots() if lot.remaining.quantity > 2_000_000 and not lot.running)
    draws.store.close()

    one = {"PROJECT": project, "LOT": held.code, "QUANTITY": "0.3", "BOOK_DATE": "2026-04-01"}
    run("postreserve", EVENT="unfreeze", **one)
    run("postreserve", EVENT="freeze", **one)
    assert state(schema)[1:] == linked[1:]
    run("postreserve", EVENT="draw", CONFIRMATION="示例QR1", DOC_NO="示例政土1号", **one)
    run("postreserve", EVENT="void", LOT=free.code, QUANTITY="2", REASON="核减", BOOK_DATE="2026-04-02", HOLDER=COUNTY)
    tenths, two = Indicators(300_000), Indicators(2_000_000)
    posted = state(schema)
    assert posted[1:] == (linked[1].minus(two), taken.minus(tenths), used.plus(tenths), two)
    for refused in (
        {"EVENT": "draw", "CONFIRMATION": "示例QR1", "DOC_NO": "示例政土1号", **one},  # the number draws once
        {"EVENT": "void", "LOT": free.code, "QUANTITY": "99999", "REASON": "核减", "HOLDER": COUNTY},
    ):
        with pytest.raises(QgsProcessingException) as raised:
            run("postreserve", **refused)
        assert is_one_sentence(str(raised.value)) and state(schema) == posted


def test_a_year_is_closed_and_opened_again(ledger) -> None:
    from qgis.core import QgsProcessingException

    import processing

    name, schema = ledger
    processing.run("landledger:importreserve", {"LEDGER": name, "INPUT": str(SHEET), "BOOK_DATE": "2024-03-01"})
    asked = {"LEDGER": name, "HOLDERS": "虚构县"}
    closed = processing.run("landledger:closereserve", asked)
    assert (closed["CLOSED_YEAR"], closed["BOOK_COUNT"], closed["VOUCHER_COUNT"]) == (2024, 1, state(schema)[0][0])
    assert closed["HEADS"].startswith(f"{COUNTY}BC {closed['VOUCHER_COUNT']} {closed['HEAD_HASH']}")
    store = open_ledger(reached(), schema)
    lot = next(lot for lot in ReserveLedger(store, load_rules()).lots() if lot.remaining != NOTHING)
    store.close()
    late = {"LEDGER": name, "EVENT": "void", "LOT": lot.code, "CAPACITY": "1", "REASON": "核减", "BOOK_DATE": "2024-12-31"}
    late["HOLDER"] = COUNTY
    for values, word in ((late, "2024"), ({**asked, "REOPEN": True}, "")):
        algorithm = "postreserve" if values is late else "closereserve"
        with pytest.raises(QgsProcessingException) as raised:
            processing.run(f"landledger:{algorithm}", values)
        assert is_one_sentence(str(raised.value)) and word in str(raised.value)
    opened = processing.run("landledger:closereserve", {**asked, "REOPEN": True, "REASON": "补记"})
    assert opened["CLOSED_YEAR"] == 2024
    assert processing.run("landledger:postreserve", late)["VOUCHER_COUNT"] == 1
