"""The quota ledger window, driven like a clerk does it: look, filter, post, be refused, reverse, note a document."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest

MU = 1_000_000
DAY = datetime.date(2026, 3, 2)
CITY, COUNTY, OTHER = "371500", "371526", "371525"


def ledger_file(path, vouchers=0):
    """A city with two counties: quota of two sources, one project, and so many small vouchers more."""
    from ...core.quota.ledger import QuotaLedger
    from ...core.quota.request import Request
    from ...core.quota.subjects import books_of, seed_registers, shipped_holders, shipped_sources
    from ...core.quota.vocabulary import Event, QuotaAmount
    from ...core.rules import load_rules
    from ...core.store.geopackage import create

    holders = [each for each in shipped_holders() if each.code in (CITY, COUNTY, OTHER)]
    store = create(path, "示例台账（虚构）", books_of(holders))
    seed_registers(store, holders, shipped_sources(), "test")
    ledger = QuotaLedger(store, load_rules(), lambda: datetime.date(2026, 11, 25))
    ledger.put("project", {"code": "P1", "name": "示例项目", "holder": COUNTY}, "test")
    issued = [
        Request(Event.ISSUE, COUNTY, DAY, QuotaAmount(500 * MU, 400 * MU, 100 * MU), 2026, "ZC", doc_no="鲁〔2026〕1号"),
        Request(Event.ISSUE, COUNTY, DAY, QuotaAmount(48 * MU), 2026, "JY", doc_no="鲁〔2026〕2号"),
        Request(Event.ALLOCATE, COUNTY, DAY, QuotaAmount(120 * MU, 90 * MU), 2026, "ZC", "P1", doc_no="聊〔2026〕3号"),
        Request(Event.SUBMIT, COUNTY, DAY, QuotaAmount(60 * MU, 40 * MU), 2026, project="P1"),
    ]
    small = [
        Request(Event.ISSUE, OTHER, DAY, QuotaAmount(MU), 2026, "QT", doc_no=f"示例{number}") for number in range(vouchers)
    ]
    ledger.post([*issued, *small])
    store.close()
    return str(path)


@pytest.fixture
def settings(qgis_app):
    from qgis.core import QgsSettings

    QgsSettings().remove("LandLedger")
    yield
    QgsSettings().remove("LandLedger")


@pytest.fixture
def dock(settings, provider, qgis_iface, qtbot):
    from ...dialogs.ledger_dock import LedgerDock

    opened = LedgerDock(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.resize(900, 800)
    opened.show()
    yield opened
    opened.shut()


@pytest.fixture
def shown(dock, qtbot, tmp_path):
    """The window over a ledger."""
    dock.file = ledger_file(tmp_path / "ledger.gpkg")
    dock.open_ledger(dock.file)
    quiet(qtbot, dock)
    assert dock.state is not None
    return dock


def quiet(qtbot, dock):
    """Until everything asked is answered."""
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=20_000)


def messages(dock):
    return [item.text() for item in dock.bar.items()]


def texts(dock):
    """The rows of the balances, by their names."""
    tree = dock.balances.tree
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    items = [item for top in tops for item in (top, *(top.child(place) for place in range(top.childCount())))]
    return {item.text(0): [item.text(place) for place in range(1, dock.balances.BAR)] for item in items}


def journal(dock, column):
    model = dock.journal.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def fill(dock, event, **values):
    """The form as a clerk fills it in."""
    form = dock.posting.form
    form.event_kind.setCurrentIndex(form.event_kind.findData(event))
    for name in ("holder", "source", "to_holder"):
        if name in values:
            combo = getattr(form, name)
            combo.setCurrentIndex(combo.findData(values[name]))
    form.year.setValue(values.get("year", 2026))
    form.choose_project(values.get("project", ""))
    for name in ("total", "farm", "fields", "doc_no", "approval", "reason"):
        getattr(form, name).setText(values.get(name, ""))
    day = values.get("day", DAY)
    form.book_date.setDate(day)
    form.doc_date.setDate(day)


def judged(dock, qtbot):
    """What the rules say once the pause after typing is over."""
    qtbot.waitUntil(lambda: not dock.posting._pause.isActive(), timeout=5_000)
    quiet(qtbot, dock)
    problems = dock.posting.problems
    return [problems.item(row).text() for row in range(problems.count())]


def changes(dock):
    table = dock.posting.changes
    return [[table.item(row, place).text() for place in range(4)] for row in range(table.rowCount())]


def stored(dock):
    """Vouchers in the file, seen by another connection."""
    with sqlite3.connect(f"file:{dock.file}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT book, number, event, reason, reverses FROM voucher ORDER BY id").fetchall()


def test_without_a_ledger_it_says_what_to_do(dock):
    assert dock.balances.empty.isVisible() and "Open a ledger file" in dock.balances.empty.text()
    assert not dock.posting.isEnabled() and not dock.refresh_button.isEnabled()


def test_balances_stand_at_a_glance(shown):
    rows = texts(shown)
    obtained, adjusted, used, pending, advanced, promised, available, left = rows["高唐县"]
    assert (obtained, pending, promised, available, left) == ("548", "60", "60", "428", "488")
    assert (adjusted, used, advanced) == ("", "", "")
    assert rows["增存挂钩核补"][0] == "500" and rows["节约集约奖励"][6] == "48"
    assert rows["Together"][0] == "548"
    assert "3 holders, 4 vouchers" in shown.title.text()


def test_a_row_leads_to_its_vouchers(shown, qtbot):
    from qgis.PyQt.QtCore import Qt

    tree = shown.balances.tree
    county = next(tree.topLevelItem(p) for p in range(tree.topLevelItemCount()) if tree.topLevelItem(p).text(0) == "高唐县")
    tree.setCurrentItem(county.child(1))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    quiet(qtbot, shown)
    assert shown.tabs.currentWidget() is shown.journal
    assert journal(shown, shown.journal.model.DOC_NO) == ["鲁〔2026〕2号"]


def test_the_journal_is_filtered(shown, qtbot):
    page = shown.journal
    assert journal(shown, page.model.EVENT) == ["submit for approval", "allocate", "issue", "issue"]
    page.text.setText("聊〔")
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=5_000)
    quiet(qtbot, shown)
    assert journal(shown, page.model.DOC_NO) == ["聊〔2026〕3号"]
    qtbot.mouseClick(page.clear_button, _left())
    page.events.setCurrentIndex(page.events.findData("issue"))
    quiet(qtbot, shown)
    assert page.model.rowCount() == 2 and page.count.text() == "2 vouchers"
    page.clear()
    page.dated.setChecked(True)
    page.until.setDate(DAY - datetime.timedelta(days=1))
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=5_000)
    quiet(qtbot, shown)
    assert page.model.rowCount() == 0


def test_postings_are_received_and_spent(shown, qtbot):
    shown.journal.table.selectRow(1)
    table = shown.journal.postings
    rows = [[table.item(row, place).text() for place in range(3)] for row in range(table.rowCount())]
    assert rows == [
        ["2026 · 增存挂钩核补 · available", "", "120.0000"],
        ["2026 · 增存挂钩核补 · allocated to projects · 示例项目", "120.0000", ""],
    ]


def test_many_vouchers_come_page_by_page(dock, qtbot, tmp_path):
    dock.open_ledger(ledger_file(tmp_path / "many.gpkg", vouchers=1000))
    quiet(qtbot, dock)
    model = dock.journal.model
    assert model.rowCount() == 1004
    assert sorted(model._pages) == [0]
    last = model.index(1003, model.NUMBER)
    assert model.data(last) == "…"
    quiet(qtbot, dock)
    assert model.data(last) == f"{OTHER}-000001"
    assert len(model._pages) == 2


def test_the_rules_speak_while_the_form_is_filled(shown, qtbot):
    fill(shown, "allocate", holder=COUNTY, source="ZC", project="P1", total="30", farm="20", doc_no="聊〔2026〕9号")
    assert not shown.posting.post_button.isEnabled()
    assert judged(shown, qtbot) == []
    assert changes(shown)[0][1:] == ["380.0000", "−30.0000", "350.0000"]
    assert shown.posting.post_button.isEnabled()
    shown.posting.form.total.setText("381")
    assert not shown.posting.post_button.isEnabled()
    assert judged(shown, qtbot)[0].startswith("H2")
    assert not shown.posting.post_button.isEnabled()
    shown.posting.form.total.setText("12,5x")
    judged(shown, qtbot)
    assert "is not an area" in shown.posting.verdict.text()


def test_full_width_digits_and_hectares_are_understood(shown, qtbot):
    form = shown.posting.form
    fill(shown, "issue", holder=COUNTY, source="JY", total="１.５", doc_no="鲁〔2026〕5号")
    form.unit.setCurrentIndex(form.unit.findData("ha"))
    judged(shown, qtbot)
    assert form.request().amount.total == 22_500_000


def test_posting_by_keyboard(shown, qtbot):
    from qgis.PyQt.QtCore import Qt

    shown.tabs.setCurrentWidget(shown.posting)
    fill(shown, "use", holder=COUNTY, project="P1", total="55.5", farm="40", approval="鲁政土字〔2026〕1号", doc_no="鲁政土字〔2026〕1号")
    assert judged(shown, qtbot) == []
    shown.activateWindow()
    qtbot.keyClick(shown.posting.form.doc_no, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(messages(shown)), timeout=10_000)
    quiet(qtbot, shown)
    assert messages(shown) == [f"Posted: {COUNTY}-000005"]
    assert stored(shown)[-1][:3] == (COUNTY, 5, "use")
    assert texts(shown)["高唐县"][2] == "55.5"
    assert shown.posting.form.is_blank()


def test_what_became_impossible_meanwhile_is_refused_when_it_is_posted(shown, qtbot):
    from ...core.quota.ledger import QuotaLedger
    from ...core.quota.request import Request
    from ...core.quota.vocabulary import Event, QuotaAmount
    from ...core.rules import load_rules
    from ...core.store.geopackage import open_ledger

    fill(shown, "allocate", holder=COUNTY, source="JY", project="P1", total="40", doc_no="聊〔2026〕9号")
    assert judged(shown, qtbot) == []
    colleague = QuotaLedger(open_ledger(Path(shown.file)), load_rules())
    colleague.post([Request(Event.ALLOCATE, COUNTY, DAY, QuotaAmount(40 * MU), 2026, "JY", "P1", doc_no="聊〔2026〕8号")])
    shown.posting.post()
    quiet(qtbot, shown)
    qtbot.waitUntil(lambda: bool(messages(shown)), timeout=10_000)
    assert "Nothing was posted" in messages(shown)[0]
    assert len(stored(shown)) == 5


def test_a_colleagues_voucher_appears_by_itself(shown, qtbot):
    from ...core.quota.ledger import QuotaLedger
    from ...core.quota.request import Request
    from ...core.quota.vocabulary import Event, QuotaAmount
    from ...core.rules import load_rules
    from ...core.store.geopackage import open_ledger

    colleague = QuotaLedger(open_ledger(Path(shown.file)), load_rules())
    colleague.post([Request(Event.ISSUE, OTHER, DAY, QuotaAmount(7 * MU), 2026, "ZC", doc_no="鲁〔2026〕8号")])
    shown._look_for_others()
    quiet(qtbot, shown)
    assert texts(shown)["冠县"][0] == "7"


def test_a_voucher_is_reversed_once_with_a_reason(shown, qtbot, monkeypatch):
    from ...dialogs import ledger_dock

    asked = []

    class Answered(ledger_dock.ReversalDialog):
        def exec(self):
            asked.append(self.ok.isEnabled())
            self.text.setText("面积录错")
            asked.append(self.ok.isEnabled())
            self.day.setDate(DAY)
            return 1

    monkeypatch.setattr(ledger_dock, "ReversalDialog", Answered)
    shown.journal.table.selectRow(0)
    qtbot.mouseClick(shown.journal.reverse_button, _left())
    quiet(qtbot, shown)
    assert asked == [False, True]
    assert stored(shown)[-1] == (COUNTY, 5, "reverse", "面积录错", 4)
    assert texts(shown)["高唐县"][3] == ""
    # Once more: the ledger refuses, and says why.
    shown.journal.table.selectRow(1)
    qtbot.mouseClick(shown.journal.reverse_button, _left())
    quiet(qtbot, shown)
    assert "reversed" in messages(shown)[0] and len(stored(shown)) == 5


def test_a_document_is_noted_beside_its_voucher(shown, qtbot, monkeypatch):
    from ...dialogs import ledger_dock

    class Answered(ledger_dock.DocumentDialog):
        def exec(self):
            self.number.setText("鲁政土字〔2026〕7号")
            return 1

    monkeypatch.setattr(ledger_dock, "DocumentDialog", Answered)
    page = shown.journal
    page.table.selectRow(1)
    assert not page.document_button.isEnabled()
    page.table.selectRow(0)
    qtbot.mouseClick(page.document_button, _left())
    quiet(qtbot, shown)
    assert journal(shown, page.model.DOC_NO)[0] == "鲁政土字〔2026〕7号"
    assert len(stored(shown)) == 4


def test_a_new_project_is_entered_and_chosen(shown, qtbot, monkeypatch):
    from ...dialogs import ledger_posting

    class Answered(ledger_posting.RegisterDialog):
        def exec(self):
            self.widgets["code"].setText("P2")
            self._keep()
            assert self.told.text()
            self.widgets["name"].setText("新项目")
            self.widgets["demand"].setText("29.556")
            self._keep()
            return self.result()

    monkeypatch.setattr(ledger_posting, "RegisterDialog", Answered)
    fill(shown, "allocate", holder=COUNTY, source="ZC")
    qtbot.mouseClick(shown.posting.form.new_project_button, _left())
    quiet(qtbot, shown)
    qtbot.waitUntil(lambda: shown.posting.form.project.currentData() == "P2", timeout=10_000)
    assert shown.ledger.projects()["P2"].demand == 29_556_000


def test_a_file_that_is_no_ledger_leaves_the_one_shown(shown, qtbot, tmp_path):
    stray = tmp_path / "stray.gpkg"
    stray.write_bytes(b"no ledger at all")
    shown.open_ledger(str(stray))
    quiet(qtbot, shown)
    assert "stray.gpkg" in messages(shown)[0]
    assert shown.name == shown.file and shown.balances.tree.topLevelItemCount() == 4


@pytest.mark.parametrize(
    ("today", "due", "chosen", "oldest", "count"),
    [
        ((2026, 11, 25), {}, "2026Q3", "2025Q1", 8),
        ((2026, 11, 25), {"a": (2026, 3)}, "2026Q3", "2025Q1", 8),
        # A ledger of years ago is closed quarter by quarter; the one closed last can be chosen, to open it again.
        ((2026, 11, 25), {"a": (2023, 2), "b": (2024, 1)}, "2023Q2", "2023Q1", 16),
        ((2026, 11, 25), {"a": (2027, 1)}, "2026Q4", "2025Q1", 8),
    ],
)
def test_the_quarter_that_is_due_can_be_chosen(today, due, chosen, oldest, count):
    from ...core.quota.quarter import Quarter
    from ...dialogs.ledger_filing import _quarters

    code, listed = _quarters(datetime.date(*today), [Quarter(*quarter) for quarter in due.values()])
    codes = [each for each, _ in listed]
    assert (code, codes[0], codes[-1], len(codes)) == (chosen, "2026Q4", oldest, count) and code in codes
    assert codes == sorted(codes, reverse=True) and len(set(codes)) == count


def test_the_dialog_of_quarters_starts_at_the_one_due_and_speaks_chinese(shown, qtbot, monkeypatch):
    """What a base class of a window says is translated under the name of that class."""
    from types import SimpleNamespace

    from qgis.PyQt.QtWidgets import QLabel

    from ...dialogs import ledger_filing

    asked = {("FilingDialog", "&Holders"): "持有单位(&H)", ("QuarterDialog", "&Quarter"): "季度(&Q)"}
    said = lambda context, text, *rest: asked.get((context, text), text)  # noqa: E731
    monkeypatch.setattr(ledger_filing, "QCoreApplication", SimpleNamespace(translate=said))
    dialog = ledger_filing.QuarterDialog(shown.name, shown.state, shown)
    qtbot.addWidget(dialog)
    labels = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"持有单位(&H)", "季度(&Q)"} <= labels and "&Holders" not in labels
    assert dialog.quarter.currentData() == "2026Q1"


def test_what_is_advanced_is_not_called_as_advanced_options_are(shown):
    import xml.etree.ElementTree as ElementTree

    root = Path(__file__).parents[2] / "i18n" / "land_ledger_zh_CN.ts"
    chinese = {
        message.findtext("source"): message.findtext("translation")
        for context in ElementTree.parse(root).getroot().iter("context")
        if context.findtext("name") == type(shown.balances).__name__
        for message in context.iter("message")
    }
    header = shown.balances.tree.headerItem()
    assert chinese[header.text(shown.balances.ADVANCED)] == "预支"


def test_the_last_ledger_is_opened_again(shown, qtbot, qgis_iface, provider):
    from ...dialogs.ledger_dock import LedgerDock

    again = LedgerDock(qgis_iface, None)
    qtbot.addWidget(again)
    quiet(qtbot, again)
    assert again.name == shown.file
    again.shut()


def _left():
    from qgis.PyQt.QtCore import Qt

    return Qt.MouseButton.LeftButton
