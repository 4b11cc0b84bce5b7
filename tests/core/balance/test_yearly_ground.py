"""T07 and T27 of layers, held against each other and against a made-up ledger; each identity turns red when its cell does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ....core.area import Area
from ....core.balance.indicators import Indicators
from ....core.balance.requisition.demand_of import demands_of
from ....core.balance.requisition.policy import Policy
from ....core.balance.yearly.ground import (
    Ground,
    Occupied,
    class_and_form_identities,
    class_sheets,
    form_sheets,
    require_ground,
)
from ....core.balance.yearly.job import farmland_job
from ....core.balance.yearly.report import farmland_report
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.occupation.job import occupy
from ....core.occupation.presets import Preset
from ....core.workbook import FilledForm
from ..test_occupation import by_hand, ground as piece, job_of
from .made_reserve import TODAY, amounts, new_lot, open_reserve, project
from .test_requisition_demand import facts, occupied as occupation

DAY = TODAY.replace(year=2023, month=5, day=4)


def occupied(inputs=None, **policy) -> Occupied:
    result = occupation() if inputs is None else occupy(inputs, job_of(Preset.APPROVAL))
    counted = facts(policy=Policy(**policy))
    return Occupied(result, demands_of(result, counted), counted)


def over_each_other():
    """Both footprints take the paddy."""
    inputs = by_hand()
    shapes = inputs.footprints.geometry.copy()
    shapes[1] = piece(0, 10, 0, 10)
    return replace(inputs, footprints=replace(inputs.footprints, geometry=shapes))


@pytest.fixture
def ledger(tmp_path):
    """Project A occupies what the layers say (385 m², 100 of paddy, 448 kg): 5 of it drawn, the rest frozen."""
    reserve = open_reserve(tmp_path / "ledger.gpkg")
    reserve.enter([new_lot("L", amounts(30, 3, 30_000))], DAY)
    need = Indicators(*(Area.from_square_metres(each).micro_mu for each in ("385", "100")), 448)
    project(reserve, "A", need_quantity=need.quantity, need_paddy=need.paddy, need_capacity=need.capacity)
    part = Indicators(Area.from_square_metres("5").micro_mu, 0, 8)
    reserve.freeze("A", {"L": need}, DAY)
    reserve.draw("A", {"L": part}, DAY, "确1", "批1")
    yield reserve
    reserve.store.close()


def report_of(ledger, ground, shown=("T05", "T06", "T07", "T27")):
    store = ledger.store.whole
    return farmland_report(store, farmland_job(store, TODAY), RunFacts(), ledger.rules, shown, ground=ground)


def broken(report) -> set[str]:
    return {str(identity.name) for identity in report.identities if not identity.ok}


def test_layers_and_ledger_foot_in_one_workbook(ledger):
    report = report_of(ledger, Ground(occupied()))
    assert not broken(report)
    form = next(table for table in report.tables if isinstance(table, FilledForm))
    page = next(page for page in form.pages if page.fields.get("CODE") == "A")
    lines = {row.value("LINE"): row for row in page.rows}
    for line in "ZB":  # drawn and frozen together cover what is occupied
        assert (lines[line].value("M"), lines[line].value("C")) == (Area.from_square_metres("385"), 448)
    assert page.fields["CONFIRM"] == "确1" and page.fields["CONCLUSION"] == "已落实"
    assert [table.layout.id for table in report.tables].count("T07") == 1


@pytest.mark.parametrize(("rule", "conclusion"), [("0", "未落实"), ("1", "以承诺方式落实")])
def test_promised_quantity_counts_as_the_rule_says(tmp_path, rule, conclusion):
    reserve = open_reserve(tmp_path / "ledger.gpkg", requisition_promise_quantity=rule)
    reserve.enter([new_lot("R", amounts(30, 3, 30_000), running=True)], DAY)
    need = Indicators(*(Area.from_square_metres(each).micro_mu for each in ("385", "100")), 448)
    project(reserve, "A", need_quantity=need.quantity, need_paddy=need.paddy, need_capacity=need.capacity)
    reserve.freeze("A", {"R": need}, DAY, promised=True)
    report = report_of(reserve, Ground(occupied()))
    assert not broken(report)
    forms = next(table for table in report.tables if isinstance(table, FilledForm))
    assert next(page for page in forms.pages if page.fields.get("CODE") == "A").fields["CONCLUSION"] == conclusion
    projects = next(table for table in report.tables if table.layout.id == "T06B")
    assert [conclusion in map(str, row.values.values()) for row in projects.rows if "A" in row.values.values()] == [True]
    reserve.store.close()


def test_what_the_ledger_has_otherwise_makes_a_draft(ledger):
    ledger.put_project({**ledger.projects()["A"].values, "need_paddy": 0}, "甲")
    assert broken(report_of(ledger, Ground(occupied()))) == {"T27 occupied (Z) = T06B occupied, as registered"}


def test_a_booking_that_the_form_does_not_show_is_found(ledger):
    made = occupied()
    sheets = form_sheets(made, farmland_job(ledger.store.whole, TODAY), (), (), None, {})
    assert all(identity.ok for identity in sheets.identities)
    report = report_of(ledger, Ground(), ("T05", "T06"))
    table = next(table for table in report.tables if table.layout.id == "T06B")
    sheets = form_sheets(made, farmland_job(ledger.store.whole, TODAY), (), (), table, {})
    assert {str(each.name) for each in sheets.identities if not each.ok} == {"T27 supplied (B) = T06B drawn and frozen"}


@pytest.mark.parametrize(
    ("inputs", "policy", "shared", "left_out"),
    [
        (None, {}, "0", "0"),
        (over_each_other, {}, "100", "0"),  # the paddy makes two projects make up for it, and is in T07 once
        (None, {"count_adjustable": False}, "0", "100"),
        (None, {"count_unlawful": False}, "0", "95"),
        (over_each_other, {"count_adjustable": False, "count_unlawful": False}, "100", "195"),
    ],
)
def test_cultivated_land_of_both_tables(tmp_path, inputs, policy, shared, left_out):
    made = occupied(inputs() if inputs else None, **policy)
    assert (made.demands.shared, made.demands.left_out) == (Area.from_square_metres(shared), Area.from_square_metres(left_out))
    reserve = open_reserve(tmp_path / "empty.gpkg")
    job = farmland_job(reserve.store.whole, TODAY)
    reserve.store.close()
    classes, forms = class_sheets(made, job), form_sheets(made, job, (), (), None, {})
    (identity,) = class_and_form_identities(made, classes.tables, forms.tables)
    assert identity.ok and all(each.ok for each in (*classes.identities, *forms.identities))
    form = next(table for table in forms.tables if isinstance(table, FilledForm))
    page = next(page for page in form.pages if page.fields.get("CODE") == "A")
    line = next(row for row in page.rows if row.value("LINE") == "Z")
    line.values["M"] = line.value("M") + Area.from_square_metres("1")  # type: ignore[index, operator]
    (identity,) = class_and_form_identities(made, classes.tables, forms.tables)
    assert not identity.ok


def test_tables_that_need_layers_name_them():
    require_ground(Ground(occupied()), ("T05", "T07", "T27"))
    for table, word in (("T07", "land survey"), ("T27", "footprints"), ("T08", "supplement blocks")):
        with pytest.raises(InputError, match=f"{table} needs layers.*{word}"):
            require_ground(Ground(), (table,))


def test_a_ledger_without_anything_is_written_for_its_layers(tmp_path):
    reserve = open_reserve(tmp_path / "empty.gpkg")
    report = report_of(reserve, Ground(occupied()), ("T07",))
    assert [table.layout.id for table in report.tables][:1] == ["T07"] and not broken(report)
    assert report.made.occupied.quantity == Area.from_square_metres("385").micro_mu
    reserve.store.close()
