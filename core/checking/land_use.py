"""Checks of what else a parcel's class demands: width, settlement code, refinement; and of other coded fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from ..rules import Rules
from ..sentence import translate
from ..survey.classes import clean_code
from ..survey.nature import Nature, nature_of
from .farmland import names_differ, right_name
from .row_checks import RowCheck
from .survey_table import SurveyTable, domains, number_text

USE_TITLES: Mapping[str, str] = {
    "width_missing": translate("LandLedger", "Linear feature without width"),
    "width_elsewhere": translate("LandLedger", "Width on a class without one"),
    "width_not_demanded": translate("LandLedger", "Width on a class that need not have one"),
    "width_rural_road": translate("LandLedger", "Rural road too wide"),
    "settlement_missing": translate("LandLedger", "Class without settlement code"),
    "settlement_unknown": translate("LandLedger", "Settlement code unknown"),
    "settlement_plain": translate("LandLedger", "Settlement code with suffix on a class without one"),
    "settlement_class": translate("LandLedger", "Settlement code 204 or 205 on another class"),
    "settlement_industrial": translate("LandLedger", "Settlement code of separate industry on another class"),
    "refinement_unknown": translate("LandLedger", "Refinement code unknown"),
    "refinement_elsewhere": translate("LandLedger", "Refinement code on another class"),
    "refinement_name_differs": translate("LandLedger", "Refinement: code and name differ"),
    "refinement_planting": translate("LandLedger", "Refined farmland without a crop"),
    "ownership_nature_unknown": translate("LandLedger", "Ownership nature unknown"),
    "flying_mark_unknown": translate("LandLedger", "Flying-land mark unknown"),
    "description_unknown": translate("LandLedger", "Description mark unknown"),
    "year_range": translate("LandLedger", "Data year out of range"),
    "year_differs": translate("LandLedger", "Data year unlike the others"),
}

_CROPS = ("LS", "FLS", "LYFL")


def _outside(field: str) -> Callable[[SurveyTable, Rules], np.ndarray]:
    return lambda table, rules: table.text(field).where(lambda code: code != "" and code not in domains()[field])


def _wrong_class(table: SurveyTable, field: str, concerned: Callable[[str], bool]) -> np.ndarray:
    """bool (n,): a code that belongs to certain classes stands on another one."""
    wrong = np.zeros(len(table), dtype=bool)
    for code, (_, patterns) in domains()[field].items():
        if patterns and concerned(code):
            wrong |= table.text(field).isin({code}) & table.class_known & ~table.in_classes(patterns)
    return wrong


def _too_wide(table: SurveyTable, rules: Rules) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        wide = table.number("XZDWKD") > float(rules.number("rural_road_width_m"))
    return table.of_classes("rural_road") & wide


def _widest(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    most = rules.number("rural_road_width_m")
    return lambda row: {"most": most}


def _unknown_nature(table: SurveyTable, rules: Rules) -> np.ndarray:
    return table.text("QSXZ").where(
        lambda code: code != "" and not (clean_code(code).isdecimal() and nature_of(code) is not Nature.UNKNOWN)
    )


def _bad_year(table: SurveyTable, rules: Rules) -> np.ndarray:
    year = table.number("SJNF")
    first, last = rules.whole("earliest_data_year"), rules.whole("latest_data_year")
    with np.errstate(invalid="ignore"):
        return ~np.isnan(year) & ~((year >= first) & (year <= last) & (year == np.floor(year)))


def _usual_year(table: SurveyTable) -> float:
    """The most frequent data year, the latest of equally frequent ones; NaN for none."""
    years = table.number("SJNF")
    distinct, counts = np.unique(years[~np.isnan(years)], return_counts=True)
    return float(distinct[counts == counts.max()][-1]) if len(distinct) else float("nan")


def _other_year(table: SurveyTable, rules: Rules) -> np.ndarray:
    year = table.number("SJNF")
    return ~np.isnan(year) & (year != _usual_year(table)) & ~_bad_year(table, rules)


def _the_year(table: SurveyTable, rules: Rules) -> Callable[[int], Mapping[str, object]]:
    usual = number_text(_usual_year(table))
    return lambda row: {"usual": usual}


USE_CHECKS: tuple[RowCheck, ...] = (
    RowCheck(
        "width_missing", "XZDWKD", translate("LandLedger", "Class {DLBM} needs a width; XZDWKD is empty or 0."),
        lambda t, r: t.of_classes("width_required") & ~t.positive("XZDWKD"), ("DLBM",), ("DLBM",), absent=True,
    ),
    RowCheck(
        "width_elsewhere", "XZDWKD", translate("LandLedger", "Class {DLBM} has no width, but XZDWKD is {XZDWKD}."),
        lambda t, r: t.class_known & ~t.of_classes("width_allowed") & (np.nan_to_num(t.number("XZDWKD")) != 0),
        ("DLBM", "XZDWKD"), ("DLBM",),
    ),
    RowCheck(
        "width_not_demanded", "XZDWKD", translate("LandLedger", "Class {DLBM} need not have a width, but XZDWKD is {XZDWKD}."),
        lambda t, r: t.of_classes("width_allowed") & ~t.of_classes("width_required")
        & (np.nan_to_num(t.number("XZDWKD")) != 0),
        ("DLBM", "XZDWKD"), ("DLBM",),
    ),
    RowCheck(
        "width_rural_road", "XZDWKD", translate("LandLedger", "The rural road is {XZDWKD} m wide; at most {most} m are allowed."),
        _too_wide, ("XZDWKD",), ("DLBM",), more=_widest,
    ),
    RowCheck(
        "settlement_missing", "CZCSXM", translate("LandLedger", "Class {DLBM} needs a settlement code; CZCSXM is empty."),
        lambda t, r: t.of_classes("settlement_required") & t.null("CZCSXM"), ("DLBM",), ("DLBM",), absent=True,
    ),
    RowCheck(
        "settlement_unknown", "CZCSXM", translate("LandLedger", "The settlement code {CZCSXM} is none of 201 to 205, 201A to 203A."),
        _outside("CZCSXM"), ("CZCSXM",),
    ),
    RowCheck(
        "settlement_plain", "CZCSXM", translate("LandLedger", "Class {DLBM} has a settlement code of 201 to 205, not {CZCSXM}."),
        lambda t, r: t.of_classes("settlement_plain") & t.text("CZCSXM").where(
            lambda code: code in domains()["CZCSXM"] and code.endswith("A")
        ),
        ("DLBM", "CZCSXM"), ("DLBM",),
    ),
    RowCheck(
        "settlement_class", "CZCSXM", translate("LandLedger", "The settlement code {CZCSXM} does not belong to class {DLBM}."),
        lambda t, r: _wrong_class(t, "CZCSXM", lambda code: not code.endswith("A")), ("DLBM", "CZCSXM"), ("DLBM",),
    ),
    RowCheck(
        "settlement_industrial", "CZCSXM",
        translate("LandLedger", "The settlement code {CZCSXM} means separate industry or storage, not class {DLBM}."),
        lambda t, r: _wrong_class(t, "CZCSXM", lambda code: code.endswith("A")) & ~t.of_classes("settlement_plain"),
        ("DLBM", "CZCSXM"), ("DLBM",),
    ),
    RowCheck(
        "refinement_unknown", "TBXHDM", translate("LandLedger", "The refinement code {TBXHDM} is in no code table."),
        _outside("TBXHDM"), ("TBXHDM",),
    ),
    RowCheck(
        "refinement_elsewhere", "TBXHDM", translate("LandLedger", "The refinement code {TBXHDM} does not belong to class {DLBM}."),
        lambda t, r: _wrong_class(t, "TBXHDM", lambda code: True), ("DLBM", "TBXHDM"), ("DLBM",),
    ),
    RowCheck(
        "refinement_name_differs", "TBXHMC", translate("LandLedger", "The refinement code {TBXHDM} is called {right}, not {TBXHMC}."),
        lambda t, r: names_differ(t, "TBXHDM", "TBXHMC"), ("TBXHDM", "TBXHMC"), ("TBXHDM",), more=right_name("TBXHDM"),
    ),
    RowCheck(
        "refinement_planting", "ZZSXDM",
        translate("LandLedger", "The refinement {TBXHDM} needs the planting attribute LS, FLS or LYFL; it is “{ZZSXDM}”."),
        lambda t, r: t.text("TBXHDM").where(lambda code: "01*" in domains()["TBXHDM"].get(code, ("", ()))[1])
        & ~t.text("ZZSXDM").isin(_CROPS),
        ("TBXHDM", "ZZSXDM"), ("TBXHDM",),
    ),
    RowCheck(
        "ownership_nature_unknown", "QSXZ", translate("LandLedger", "The ownership nature {QSXZ} is in no code table."),
        _unknown_nature, ("QSXZ",),
    ),
    RowCheck(
        "flying_mark_unknown", "FRDBS", translate("LandLedger", "The flying-land mark is {FRDBS}; only 0, 1 or nothing is meant."),
        _outside("FRDBS"), ("FRDBS",),
    ),
    RowCheck(
        "description_unknown", "MSSM", translate("LandLedger", "The description mark is {MSSM}; only 00 and 01 are known."),
        _outside("MSSM"), ("MSSM",),
    ),
    RowCheck(
        "year_range", "SJNF", translate("LandLedger", "The data year {SJNF} can't be right."), _bad_year, ("SJNF",),
    ),
    RowCheck(
        "year_differs", "SJNF", translate("LandLedger", "The data year is {SJNF}; most parcels have {usual}."),
        _other_year, ("SJNF",), more=_the_year,
    ),
)
