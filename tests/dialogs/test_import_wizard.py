"""The import wizard, driven like a user does it: choose, correct, look, post, again."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[1] / "data" / "ledgers_madeup"
A_MINUTE = 60_000


@pytest.fixture
def ledger_file(tmp_path):
    from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
    from ...core.store.geopackage import create

    holders = [Holder("379900", "示例市", "市本级", "city"), Holder("379901", "东示区"), Holder("379921", "西示县")]
    store = create(tmp_path / "ledger.gpkg", "示例", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    store.close()
    return str(tmp_path / "ledger.gpkg")


@pytest.fixture
def wizard(qgis_app, qgis_new_project, provider, qgis_iface, qtbot, ledger_file):
    from qgis.core import QgsSettings

    from ...dialogs.import_wizard import ImportWizard

    QgsSettings().remove("LandLedger")
    opened = ImportWizard(qgis_iface, None)
    qtbot.addWidget(opened)
    opened.show()
    opened.source.ledger.setFilePath(ledger_file)
    yield opened
    opened.reject()


def count(ledger_file):
    from ...core.store.geopackage import open_ledger

    store = open_ledger(Path(ledger_file))
    try:
        return store.count()
    finally:
        store.close()


def button(wizard, which):
    from qgis.PyQt.QtWidgets import QWizard

    return wizard.button(getattr(QWizard.WizardButton, f"{which}Button"))


def click(qtbot, widget):
    from qgis.PyQt.QtCore import Qt

    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(wizard, qtbot, name):
    wizard.source.file.setFilePath(str(name if isinstance(name, Path) else DATA / f"{name}.xlsx"))
    qtbot.waitUntil(lambda: not wizard.source.work.running, timeout=A_MINUTE)


def to_preview(wizard, qtbot, name, create_projects=True):
    choose(wizard, qtbot, name)
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.columns.work.running, timeout=A_MINUTE)
    wizard.columns.create_projects.setChecked(create_projects)
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.preview.work.running, timeout=A_MINUTE)


def post(wizard, qtbot):
    click(qtbot, button(wizard, "Next"))
    assert wizard.currentPage() is wizard.confirm
    click(qtbot, button(wizard, "Commit"))
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result, timeout=A_MINUTE)


def test_from_file_to_posted_and_the_same_file_again(wizard, qtbot, ledger_file):
    assert not button(wizard, "Next").isEnabled()
    to_preview(wizard, qtbot, "untidy")
    assert wizard.preview.model.rowCount() == 15 and "11" in wizard.preview.told.text()
    click(qtbot, button(wizard, "Next"))
    table = wizard.confirm.balances
    texts = [[table.item(row, column).text() for column in range(5)] for row in range(table.rowCount())]
    # 收入 and 支出 are those of the sum rows in the file; free is by hand: 3000 − 400; 1200.5 − 120.75; …
    assert texts[0] == ["示例市", "0.0000", "3000.0000", "400.0000", "2600.0000"]
    assert texts[1] == ["东示区", "0.0000", "1200.5000", "359.7000", "1079.7500"]
    assert texts[2] == ["西示县", "0.0000", "1222.3456", "128.9456", "1160.0000"]
    assert texts[3] == ["Total", "0.0000", "5422.8456", "888.6456", "4839.7500"] and count(ledger_file) == 0
    click(qtbot, button(wizard, "Commit"))
    qtbot.waitUntil(lambda: wizard.currentPage() is wizard.result, timeout=A_MINUTE)
    assert count(ledger_file) == 12
    assert "11" in wizard.result.told.text() and "379901-000001 – 379901-000004" in wizard.result.told.text()
    click(qtbot, wizard.result.another_button)
    assert wizard.currentPage() is wizard.source and wizard.source.file.filePath() == ""
    to_preview(wizard, qtbot, "two_levels_libreoffice")
    assert "11 posted before" in wizard.preview.told.text()
    click(qtbot, button(wizard, "Next"))
    assert not button(wizard, "Commit").isEnabled() and count(ledger_file) == 12


def test_bad_cells_are_coloured_explained_and_found(wizard, qtbot, ledger_file):
    from qgis.PyQt.QtCore import Qt

    to_preview(wizard, qtbot, "with_faults")
    assert not button(wizard, "Next").isEnabled()
    preview, model = wizard.preview, wizard.preview.model
    place = model.place_of(7, 4)
    assert "东示区" in model.data(place, Qt.ItemDataRole.ToolTipRole)
    assert model.data(place, Qt.ItemDataRole.BackgroundRole).color().red() > 240
    assert model.data(model.place_of(5, 4), Qt.ItemDataRole.BackgroundRole) is None
    preview.which.setCurrentIndex(preview.which.findData(2))
    before = model.rowCount()
    row = next(row for row, problem in enumerate(preview.problems.problems) if problem.cell == "D7")
    at = preview.list.visualRect(preview.problems.index(row, 0)).center()
    preview.list.scrollTo(preview.problems.index(row, 0))
    at = preview.list.visualRect(preview.problems.index(row, 0)).center()
    qtbot.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(preview.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert model.rowCount() > before
    assert model.data(preview.view.currentIndex()) == "东视区"
    preview.which.setCurrentIndex(preview.which.findData(1))
    rows = {problem.row for problem in preview.problems.problems}
    assert model.rowCount() == len(rows)
    first = preview.list.currentIndex().row()
    preview.next_problem.trigger()
    assert preview.list.currentIndex().row() == first + 1
    assert count(ledger_file) == 0


def test_the_file_is_put_right_and_read_again(wizard, qtbot, ledger_file, tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(DATA / "two_levels.xlsx")
    book.active["D6"] = "东视区"
    book.save(tmp_path / "台账.xlsx")
    to_preview(wizard, qtbot, tmp_path / "台账.xlsx")
    assert not button(wizard, "Next").isEnabled()
    book.active["D6"] = "东示区"
    book.save(tmp_path / "台账.xlsx")
    click(qtbot, wizard.preview.again_button)
    qtbot.waitUntil(lambda: not wizard.preview.work.running, timeout=A_MINUTE)
    post(wizard, qtbot)
    assert count(ledger_file) == 12


def test_columns_are_corrected_and_remembered(wizard, qtbot):
    choose(wizard, qtbot, "two_levels")
    click(qtbot, button(wizard, "Next"))
    columns = wizard.columns
    qtbot.waitUntil(lambda: not columns.work.running, timeout=A_MINUTE)
    assert columns.combo_of(10).currentData() == "AREA_IN" and "3000" in columns.columns.item(9, 3).text()
    combo = columns.combo_of(17)
    combo.setCurrentIndex(combo.findData("OPERATOR"))
    assert columns.combo_of(16).currentData() == "" and "经办人" in columns.told.text()
    combo = columns.combo_of(6)
    combo.setCurrentIndex(0)
    assert not button(wizard, "Next").isEnabled() and "业务类型" in columns.told.text()
    combo.setCurrentIndex(combo.findData("EVENT"))
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.preview.work.running, timeout=A_MINUTE)
    click(qtbot, button(wizard, "Back"))
    click(qtbot, button(wizard, "Back"))
    # Another file with the same headings.
    choose(wizard, qtbot, "two_levels_libreoffice")
    click(qtbot, button(wizard, "Next"))
    assert wizard.state.assignment.columns["OPERATOR"] == 17 and columns.combo_of(16).currentData() == ""


def test_holder_and_year_for_a_file_that_has_none(wizard, qtbot, ledger_file):
    choose(wizard, qtbot, "one_signed_column")
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.columns.work.running, timeout=A_MINUTE)
    assert wizard.columns.year.value() == 2023 and wizard.columns.book_date.text() == "none"
    wizard.columns.holder.setCurrentIndex(wizard.columns.holder.findData("379901"))
    wizard.columns.create_projects.setChecked(True)
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.preview.work.running, timeout=A_MINUTE)
    assert not wizard.state.checked.refused
    assert (wizard.state.choices.year, wizard.state.choices.book_date) == (2023, None)
    post(wizard, qtbot)
    assert count(ledger_file) == 4


@pytest.mark.parametrize("name", ["nowhere.xlsx", "../xlsx/xls_named_as.xlsx", "../xlsx/msoffcrypto_example_password.xlsx"])
def test_a_file_that_is_none_is_told_at_once(wizard, qtbot, name):
    choose(wizard, qtbot, DATA / name)
    assert wizard.source.told.text() and "Traceback" not in wizard.source.told.text()
    assert not button(wizard, "Next").isEnabled()


def test_a_ledger_that_is_none_is_told(wizard, qtbot, tmp_path):
    (tmp_path / "other.gpkg").write_text("no ledger")
    wizard.source.ledger.setFilePath(str(tmp_path / "other.gpkg"))
    to_preview(wizard, qtbot, "two_levels")
    assert "other.gpkg" in wizard.preview.told.text() and not button(wizard, "Next").isEnabled()


def test_a_file_is_dropped_onto_the_window(wizard, qtbot):
    from qgis.PyQt.QtCore import QMimeData, QPoint, Qt, QUrl
    from qgis.PyQt.QtGui import QDropEvent

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "two_tables.xlsx"))])
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    wizard.dropEvent(event)
    qtbot.waitUntil(lambda: not wizard.source.work.running, timeout=A_MINUTE)
    assert wizard.source.sheets.rowCount() == 3 and wizard.state.sheet == "流水账"


def test_closing_in_the_middle_posts_nothing(wizard, qtbot, ledger_file):
    choose(wizard, qtbot, "two_levels")
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.columns.work.running, timeout=A_MINUTE)
    click(qtbot, button(wizard, "Next"))
    wizard.reject()
    assert not wizard.preview.work.running and count(ledger_file) == 0


def test_a_register_is_entered(wizard, qtbot, ledger_file):
    choose(wizard, qtbot, "two_tables")
    wizard.source.sheets.selectRow(2)
    assert wizard.source.table.currentData() == "project"
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.columns.work.running, timeout=A_MINUTE)
    click(qtbot, button(wizard, "Next"))
    qtbot.waitUntil(lambda: not wizard.preview.work.running, timeout=A_MINUTE)
    post(wizard, qtbot)
    assert "3" in wizard.result.told.text() and count(ledger_file) == 0
