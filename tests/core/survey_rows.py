"""Made-up parcels as columns, good ones and what one wrong value does to them: for the tests of the survey check."""

from __future__ import annotations

import numpy as np

from ...core.columns import Columns

NUMBERS = ("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "XZDWKD", "GDDB", "SJNF")
COMMON = {
    "YSDM": "2001010100", "QSXZ": "32", "QSDWDM": "3799011012010000000", "QSDWMC": "甲庄村",
    "ZLDWDM": "3799011012010000000", "ZLDWMC": "甲庄村", "TBMJ": 1000.0, "TBDLMJ": 1000.0, "KCXS": 0.0, "KCMJ": 0.0,
    "KCDLBM": None, "GDLX": None, "GDPDJB": None, "XZDWKD": None, "TBXHDM": None, "TBXHMC": None, "ZZSXDM": None,
    "ZZSXMC": None, "GDDB": None, "FRDBS": None, "CZCSXM": None, "SJNF": 2025.0, "MSSM": "00", "HDMC": None, "BZ": None,
}
KINDS: dict[str, dict[str, object]] = {
    "level": {"DLBM": "0102", "DLMC": "水浇地", "GDPDJB": "1", "ZZSXDM": "LS", "ZZSXMC": "种植粮食作物", "GDDB": 6.0},
    "terrace": {
        "DLBM": "0103", "DLMC": "旱地", "GDPDJB": "3", "GDLX": "TT", "KCXS": 0.1, "KCMJ": 100.0, "TBDLMJ": 900.0,
        "KCDLBM": "1203", "ZZSXDM": "FLS",
    },
    "slope": {
        "DLBM": "0103", "DLMC": "旱地", "GDPDJB": "2", "GDLX": "PD", "KCXS": 0.03, "KCMJ": 30.0, "TBDLMJ": 970.0,
        "KCDLBM": "1203", "ZZSXDM": "WG",
    },
    "road": {"DLBM": "1006", "DLMC": "农村道路", "XZDWKD": 4.0},
    "rail": {"DLBM": "1002", "DLMC": "轨道交通用地"},
    "house": {"DLBM": "0702", "DLMC": "农村宅基地", "CZCSXM": "203"},
    "works": {"DLBM": "0601", "DLMC": "工业用地", "CZCSXM": "203A"},
    "mine": {"DLBM": "0602", "DLMC": "采矿用地", "CZCSXM": "204"},
    "wood": {"DLBM": "0301", "DLMC": "乔木林地", "ZZSXDM": "JKHF"},
    "orchard": {"DLBM": "0201K", "DLMC": "可调整果园", "ZZSXDM": "GCHF"},
    "river": {"DLBM": "1101", "DLMC": "河流水面"},
}


def good_rows() -> list[dict[str, object]]:
    """One parcel of each kind, numbered."""
    rows = []
    for number, values in enumerate(KINDS.values(), start=1):
        rows.append({"BSM": f"{379901110100000000 + number}", "TBYBH": None, "TBBH": str(number), **COMMON, **values})
    return rows


def with_changes(kind: str, **changes: object) -> list[dict[str, object]]:
    """The good parcels, the one of `kind` with other values."""
    rows = good_rows()
    rows[list(KINDS).index(kind)].update(changes)
    return rows


def columns_of(rows: list[dict[str, object]], geometry: np.ndarray | None = None, without: tuple[str, ...] = ()) -> Columns:
    """Rows as a layer; `without` are fields it lacks."""
    attributes = {}
    for name in rows[0]:
        if name in without:
            continue
        values = [row[name] for row in rows]
        if name in NUMBERS:
            attributes[name] = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        else:
            column = np.empty(len(rows), dtype=object)
            column[:] = values
            attributes[name] = column
    shapes = np.full(len(rows), None, dtype=object) if geometry is None else geometry
    return Columns("DLTB", np.arange(1, len(rows) + 1), shapes, attributes, crs="EPSG:4527")
