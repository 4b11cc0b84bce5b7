"""Checks of cultivated land: slope level, terrain, field ridges, planting (rules seen in public survey checkers)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ..rules import Rules
from ..sentence import translate
from ..survey.ridges import computed_ridges, slope_levels
from .row_checks import RowCheck
from .survey_table import SurveyTable, domains, number_text

TERRACE = "TT"
_COEFFICIENT_STEPS = 10_000
_RECOVERABLE = ("JKHF", "GCHF")

FARMLAND_TITLES: Mapping[str, str] = {
    "slope_missing": translate("LandLedger", "Cultivated land without slope level"),
    "slope_unknown": translate("LandLedger", "Slope level unknown"),
    "cultivated_fields_elsewhere": translate("LandLedger", "Ridge or slope fields on other land"),
    "terrain_missing": translate("LandLedger", "Sloping farmland without terrain type"),
    "terrain_unknown": translate("LandLedger", "Terrain type unknown"),
    "terrain_on_level_ground": translate("LandLedger", "Terrain type on level ground"),
    "coefficient_on_level_ground": translate("LandLedger", "Ridge coefficient on level ground"),
    "coefficient_missing_terraced": translate("LandLedger", "Terraced farmland without ridge coefficient"),
    "coefficient_missing_sloping": translate("LandLedger", "Sloping farmland without ridge coefficient"),
    "coefficient_range": translate("LandLedger", "Ridge coefficient out of range"),
    "coefficient_decimals": translate("LandLedger", "Ridge coefficient with too many decimals"),
    "coefficient_unusual": translate("LandLedger", "Ridge coefficient unlike the others"),
    "deduction_code_missing": translate("LandLedger", "Ridge without deduction class"),
    "deduction_code_wrong": translate("LandLedger", "Deduction class is not 1203"),
    "deduction_code_without_ridge": translate("LandLedger", "Deduction class without ridge"),
    "deduction_code_level_ground": translate("LandLedger", "Level farmland without deduction class"),
    "ridge_area_differs": translate("LandLedger", "Ridge area is not area times coefficient"),
    "area_sum_differs": translate("LandLedger", "Parcel area is not ridge plus class area"),
    "planting_missing": translate("LandLedger", "Cultivated land without planting attribute"),
    "planting_unknown": translate("LandLedger", "Planting attribute unknown"),
    "planting_elsewhere": translate("LandLedger", "Planting attribute on a class without one"),
    "planting_not_recoverable": translate("LandLedger", "Class that may only be marked recoverable"),
    "recoverable_elsewhere": translate("LandLedger", "Recoverable mark on a class without one"),
    "planting_name_differs": translate("LandLedger", "Planting attribute: code and name differ"),
    "untilled_remark": translate("LandLedger", "Untilled land without a remark"),
    "grade_unknown": translate("LandLedger", "Farmland grade out of range"),
}


def _cultivated(table: SurveyTable) -> np.ndarray:
    return table.of_classes("cultivated")


def _other_land(table: SurveyTable) -> np.ndarray:
    return table.class_known & ~_cultivated(table)


def _deducts(table: SurveyTable) -> np.ndarray:
    """bool (n,): slope levels on which ridges are deducted (2 to 5)."""
    return table.text("GDPDJB").where(lambda code: code in slope_levels() and slope_levels()[code].deducts)


def _level(table: SurveyTable) -> np.ndarray:
    """bool (n,): the slope level on which none are (1)."""
    return table.text("GDPDJB").where(lambda code: code in slope_levels() and not slope_levels()[code].deducts)


def _outside(field: str) -> Callable[[SurveyTable, Rules], np.ndarray]:
    """Rows whose code is not in the domain of `field`."""
    return lambda table, rules: table.text(field).where(lambda code: code != "" and code not in domains()[field])


def _steps(values: np.ndarray) -> np.ndarray:
    return np.floor(np.nan_to_num(values) * _COEFFICIENT_STEPS + 0.5).astype(np.int64)


def _too_fine(table: SurveyTable, rules: Rules) -> np.ndarray:
    values = np.nan_to_num(table.number("KCXS"))
    return np.abs(values * _COEFFICIENT_STEPS - np.rint(values * _COEFFICIENT_STEPS)) > 1e-6


def _ridge_units(table: SurveyTable) -> np.ndarray:
    """0.01 m² int64 (n,): half-up(TBMJ × KCXS); 0 where KCXS is no share."""
    share = np.nan_to_num(table.number("KCXS"))
    share = np.where((share > 0) & (share < 1), share, 0.0)
    return computed_ridges(np.maximum(table.fine("TBMJ"), 0) / 1e4, share)


def _ridge_differs(table: SurveyTable, rules: Rules) -> np.ndarray:
    differs = table.fine("KCMJ") != _ridge_units(table) * 100
    # A ridge on other land, and a coefficient that is none, are findings of their own.
    with np.errstate(invalid="ignore"):
        usable = ~((table.number("KCXS") < 0) | (table.number("KCXS") >= 1))
    return differs & usable & ~_other_land(table)


def _right_ridge(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    units = _ridge_units(table)
    return lambda row: {"right": f"{units[row] // 100}.{units[row] % 100:02d}"}


def _sum_differs(table: SurveyTable, rules: Rules) -> np.ndarray:
    most = int(rules.number("area_sum_tolerance_m2") * 10_000)
    difference = table.fine("TBMJ") - table.fine("KCMJ") - table.fine("TBDLMJ")
    return (np.abs(difference) > most) & ~np.isnan(table.number("TBMJ")) & ~np.isnan(table.number("TBDLMJ"))


def _usual(table: SurveyTable) -> tuple[np.ndarray, np.ndarray]:
    """(bool (n,) rows with a coefficient, int64 (n,) the most frequent one of their terrain and slope, in 0.0001).

    Of equally frequent ones the lower. Rows without are 0.
    """
    share = np.nan_to_num(table.number("KCXS"))
    rows = np.flatnonzero(_cultivated(table) & _deducts(table) & (share > 0) & (share < 1) & ~table.text("GDLX").null)
    usual = np.zeros(len(table), dtype=np.int64)
    mask = np.zeros(len(table), dtype=bool)
    if not len(rows):
        return mask, usual
    mask[rows] = True
    steps = _steps(share)[rows]
    group = table.text("GDLX").place[rows] * len(table.text("GDPDJB").values) + table.text("GDPDJB").place[rows]
    pairs, counts = np.unique(np.stack([group, steps]), axis=1, return_counts=True)
    order = np.lexsort((pairs[1], -counts, pairs[0]))
    groups, first = np.unique(pairs[0][order], return_index=True)
    mode = pairs[1][order][first]
    usual[rows] = mode[np.searchsorted(groups, group)]
    return mask, usual


def _unusual(table: SurveyTable, rules: Rules) -> np.ndarray:
    mask, usual = _usual(table)
    return mask & (_steps(table.number("KCXS")) != usual)


def _the_usual(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    usual = _usual(table)[1]
    return lambda row: {"usual": number_text(float(usual[row]) / _COEFFICIENT_STEPS)}


def _planting_name_differs(table: SurveyTable, rules: Rules) -> np.ndarray:
    return names_differ(table, "ZZSXDM", "ZZSXMC")


def names_differ(table: SurveyTable, code: str, name: str) -> np.ndarray:
    """bool (n,): a code of the domain whose name in the layer is another one; empty names are not at fault."""
    known = table.text(code).mapped(lambda text: domains()[code].get(text, ("", ()))[0])
    differs = np.zeros(len(table), dtype=bool)
    for place, right in enumerate(known.values):
        if right:
            differs |= (known.place == place) & ~table.text(name).isin({"", right})
    return differs


def right_name(code: str) -> Callable[[SurveyTable, Rules], Callable[[int], Mapping[str, object]]]:
    """For a finding: the name of the code by the domain."""
    return lambda table, rules: lambda row: {"right": domains()[code][table.text(code).at(row)][0]}


def _no_remark(table: SurveyTable, rules: Rules) -> np.ndarray:
    words = rules.get("untilled_words").text()
    return table.text("ZZSXDM").isin({"WG"}) & ~table.text("BZ").where(lambda text: words in text)


def _bad_grade(table: SurveyTable, rules: Rules) -> np.ndarray:
    grade, worst = table.number("GDDB"), rules.whole("worst_farmland_grade")
    with np.errstate(invalid="ignore"):
        return ~np.isnan(grade) & ~((grade >= 1) & (grade <= worst) & (grade == np.floor(grade)))


def _elsewhere(field: str, text: str) -> RowCheck:
    def rows(table: SurveyTable, rules: Rules) -> np.ndarray:
        carried = table.positive(field) if table.is_number(field) else ~table.null(field)
        return _other_land(table) & carried

    return RowCheck("cultivated_fields_elsewhere", field, text, rows, ("DLBM", field), ("DLBM",))


FARMLAND_CHECKS: tuple[RowCheck, ...] = (
    RowCheck(
        "slope_missing", "GDPDJB", translate("LandLedger", "Class {DLBM} is cultivated land; its slope level GDPDJB is empty."),
        lambda t, r: _cultivated(t) & t.null("GDPDJB"), ("DLBM",), ("DLBM",), absent=True,
    ),
    RowCheck(
        "slope_unknown", "GDPDJB", translate("LandLedger", "The slope level {GDPDJB} is none of 1 to 5."),
        lambda t, r: t.text("GDPDJB").where(lambda code: code != "" and code not in slope_levels()), ("GDPDJB",),
    ),
    _elsewhere("KCDLBM", translate("LandLedger", "Class {DLBM} is no cultivated land but has the deduction class {KCDLBM}.")),
    _elsewhere("GDLX", translate("LandLedger", "Class {DLBM} is no cultivated land but has the terrain type {GDLX}.")),
    _elsewhere("GDPDJB", translate("LandLedger", "Class {DLBM} is no cultivated land but has the slope level {GDPDJB}.")),
    _elsewhere("KCXS", translate("LandLedger", "Class {DLBM} is no cultivated land but has the ridge coefficient {KCXS}.")),
    _elsewhere("KCMJ", translate("LandLedger", "Class {DLBM} is no cultivated land but has the ridge area {KCMJ} m².")),
    RowCheck(
        "terrain_missing", "GDLX", translate("LandLedger", "Slope level {GDPDJB} needs the terrain type GDLX (TT or PD); it is empty."),
        lambda t, r: _cultivated(t) & _deducts(t) & t.null("GDLX"), ("GDPDJB",), ("DLBM", "GDPDJB"), absent=True,
    ),
    RowCheck(
        "terrain_unknown", "GDLX", translate("LandLedger", "The terrain type {GDLX} is neither TT nor PD."),
        _outside("GDLX"), ("GDLX",),
    ),
    RowCheck(
        "terrain_on_level_ground", "GDLX",
        translate("LandLedger", "Slope level {GDPDJB} has no terrain type, but GDLX is {GDLX}."),
        lambda t, r: _cultivated(t) & _level(t) & ~t.null("GDLX"), ("GDPDJB", "GDLX"), ("DLBM", "GDPDJB"),
    ),
    RowCheck(
        "coefficient_on_level_ground", "KCXS",
        translate("LandLedger", "Slope level {GDPDJB} has no field ridges, but KCXS is {KCXS}."),
        lambda t, r: _cultivated(t) & _level(t) & t.positive("KCXS"), ("GDPDJB", "KCXS"), ("DLBM", "GDPDJB"),
    ),
    RowCheck(
        "coefficient_missing_terraced", "KCXS",
        translate("LandLedger", "Terraced farmland of slope level {GDPDJB} has no ridge coefficient KCXS."),
        lambda t, r: _cultivated(t) & _deducts(t) & t.text("GDLX").isin({TERRACE}) & ~t.positive("KCXS"),
        ("GDPDJB",), ("DLBM", "GDPDJB", "GDLX"),
    ),
    RowCheck(
        "coefficient_missing_sloping", "KCXS",
        translate("LandLedger", "Sloping farmland of slope level {GDPDJB} has no ridge coefficient KCXS."),
        lambda t, r: _cultivated(t) & _deducts(t) & t.text("GDLX").isin({"PD"}) & ~t.positive("KCXS"),
        ("GDPDJB",), ("DLBM", "GDPDJB", "GDLX"),
    ),
    RowCheck(
        "coefficient_range", "KCXS", translate("LandLedger", "The ridge coefficient {KCXS} is not between 0 and 1."),
        lambda t, r: (t.number("KCXS") < 0) | (t.number("KCXS") >= 1), ("KCXS",),
    ),
    RowCheck(
        "coefficient_decimals", "KCXS", translate("LandLedger", "The ridge coefficient {KCXS} has more than 4 decimals."),
        _too_fine, ("KCXS",),
    ),
    RowCheck(
        "coefficient_unusual", "KCXS",
        translate("LandLedger", "KCXS is {KCXS}; most parcels of terrain {GDLX} and slope level {GDPDJB} have {usual}."),
        _unusual, ("KCXS", "GDLX", "GDPDJB"), ("DLBM", "GDLX", "GDPDJB"), more=_the_usual,
    ),
    RowCheck(
        "deduction_code_missing", "KCDLBM", translate("LandLedger", "KCXS is {KCXS}, but the deduction class KCDLBM is empty."),
        lambda t, r: t.positive("KCXS") & t.null("KCDLBM") & ~_other_land(t), ("KCXS",), ("DLBM", "KCXS"),
    ),
    RowCheck(
        "deduction_code_wrong", "KCDLBM", translate("LandLedger", "The deduction class is {KCDLBM}, not 1203 (field ridges)."),
        lambda t, r: _outside("KCDLBM")(t, r) & ~_other_land(t), ("KCDLBM",), ("DLBM",),
    ),
    RowCheck(
        "deduction_code_without_ridge", "KCDLBM",
        translate("LandLedger", "Nothing is deducted (KCXS is 0 or empty), but the deduction class is {KCDLBM}."),
        lambda t, r: ~t.positive("KCXS") & ~t.null("KCDLBM") & ~_other_land(t), ("KCDLBM",), ("DLBM", "KCXS"),
    ),
    RowCheck(
        "deduction_code_level_ground", "KCDLBM",
        translate("LandLedger", "Slope level {GDPDJB}: the deduction class KCDLBM is empty."),
        lambda t, r: _cultivated(t) & _level(t) & t.null("KCDLBM"), ("GDPDJB",), ("DLBM", "GDPDJB"), absent=True,
    ),
    RowCheck(
        "ridge_area_differs", "KCMJ",
        translate("LandLedger", "KCMJ is “{KCMJ}”; TBMJ {TBMJ} × KCXS “{KCXS}” gives {right} m²."),
        _ridge_differs, ("KCMJ", "TBMJ", "KCXS"), ("DLBM", "TBMJ", "KCXS"), more=_right_ridge,
    ),
    RowCheck(
        "area_sum_differs", "TBDLMJ",
        translate("LandLedger", "TBMJ {TBMJ} is not KCMJ “{KCMJ}” plus TBDLMJ {TBDLMJ}."),
        _sum_differs, ("TBMJ", "KCMJ", "TBDLMJ"), ("TBMJ", "KCMJ"),
    ),
    RowCheck(
        "planting_missing", "ZZSXDM",
        translate("LandLedger", "Class {DLBM} is cultivated land; its planting attribute ZZSXDM is empty."),
        lambda t, r: _cultivated(t) & t.null("ZZSXDM"), ("DLBM",), ("DLBM",), absent=True,
    ),
    RowCheck(
        "planting_unknown", "ZZSXDM", translate("LandLedger", "The planting attribute {ZZSXDM} is in no code table."),
        _outside("ZZSXDM"), ("ZZSXDM",),
    ),
    RowCheck(
        "planting_elsewhere", "ZZSXDM", translate("LandLedger", "Class {DLBM} has no planting attribute, but ZZSXDM is {ZZSXDM}."),
        lambda t, r: t.class_known & ~t.of_classes("planting_allowed") & ~t.null("ZZSXDM"), ("DLBM", "ZZSXDM"), ("DLBM",),
    ),
    RowCheck(
        "planting_not_recoverable", "ZZSXDM",
        translate("LandLedger", "Class {DLBM} may only have JKHF, GCHF or nothing, but ZZSXDM is {ZZSXDM}."),
        lambda t, r: t.of_classes("recoverable_only") & t.text("ZZSXDM").where(
            lambda code: code in domains()["ZZSXDM"] and code not in _RECOVERABLE
        ),
        ("DLBM", "ZZSXDM"), ("DLBM",),
    ),
    RowCheck(
        "recoverable_elsewhere", "ZZSXDM", translate("LandLedger", "Class {DLBM} can't be marked recoverable, but ZZSXDM is {ZZSXDM}."),
        lambda t, r: t.of_classes("planting_allowed") & ~t.of_classes("recoverable_allowed")
        & t.text("ZZSXDM").isin(_RECOVERABLE),
        ("DLBM", "ZZSXDM"), ("DLBM",),
    ),
    RowCheck(
        "planting_name_differs", "ZZSXMC", translate("LandLedger", "The planting attribute {ZZSXDM} is called {right}, not {ZZSXMC}."),
        _planting_name_differs, ("ZZSXDM", "ZZSXMC"), ("ZZSXDM",), more=right_name("ZZSXDM"),
    ),
    RowCheck(
        "untilled_remark", "BZ",
        translate("LandLedger", "The planting attribute is WG (not tilled), but the remark “{BZ}” does not say so."),
        _no_remark, ("BZ",), ("ZZSXDM",),
    ),
    RowCheck(
        "grade_unknown", "GDDB", translate("LandLedger", "The farmland grade {GDDB} is none of 1 to 15."),
        _bad_grade, ("GDDB",),
    ),
)
