"""The farmland balance window over the office's PostgreSQL: run, freeze, draw; what it shows is what the server keeps."""

from __future__ import annotations

import pytest

from ...core.store.interface import VoucherQuery
from ...core.store.postgresql import open_ledger
from ...core.store.verify import verify
from ..core.store.postgresql_server import reached
from ..processing.test_ledger_connections import connected  # noqa: F401 - a fixture
from ..processing.test_reserve_postgresql import ledger as server  # noqa: F401 - a fixture
from .farmland_sample import COUNTY, SHEET
from .test_farmland import LAYERS, fill_booking, press, window  # noqa: F401 - a fixture
from .test_occupation_dialog import A_MINUTE, load, messages, project  # noqa: F401 - a fixture


@pytest.fixture
def matched(window, server, qtbot, tmp_path):  # noqa: F811
    """An open window after its first run over the sample and its reserve on the server."""
    from qgis.PyQt.QtCore import QDate

    import processing

    name, schema = server
    processing.run("landledger:importreserve", {"LEDGER": name, "INPUT": str(SHEET)})
    layers = load(*LAYERS)
    opened = window()
    opened.choices.ledger.offer(name)
    opened.choices.effective.setDate(QDate(2024, 1, 5))
    opened.choices.grade.setValue(10)
    opened.choices.output.workbook.setFilePath(str(tmp_path / "book.xlsx"))
    opened.layers, opened.schema = layers, schema
    press(opened, opened.run_button, qtbot)
    return opened


def events(schema):
    store = open_ledger(reached(), schema)
    try:
        assert verify(store).clean
        return [voucher.draft.event for voucher in store.vouchers(VoucherQuery(books=[f"{COUNTY}BC"]))]
    finally:
        store.close()


def test_frozen_and_drawn_on_the_server(matched, qtbot):
    before, seen = events(matched.schema), []
    for button, event, confirmations in ((matched.freeze_button, "freeze", False), (matched.draw_button, "draw", True)):
        fill_booking(qtbot, confirmations, "编造〔2026〕1号", seen)
        with qtbot.waitSignal(matched.run.ended, timeout=A_MINUTE) as ended:
            button.click()
        assert ended.args[0], matched.run.reason
        now = events(matched.schema)
        assert [str(each) for each in now[len(before):]] == [event] * 11
        before = now
    assert any("11 vouchers" in text for text in messages(matched))
