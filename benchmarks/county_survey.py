"""The survey of the made-up county: classes, owners, slopes and areas of all parcels, column by column."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .lattice import BLOCK_COLUMNS, BLOCK_ROWS, DITCH, HIGHWAY, POND, ROAD

COUNTY_CODE, COUNTY = "379902", "虚构县"
YEAR = 2025
TOWN_BLOCKS = 6  # villages along one side of a township
DLTB = (
    "BSM:C18 YSDM:C10 TBYBH:C18 TBBH:C8 DLBM:C5 DLMC:C60 QSXZ:C2 QSDWDM:C19 QSDWMC:C255 ZLDWDM:C19 ZLDWMC:C255 TBMJ:D "
    "KCDLBM:C5 KCXS:D KCMJ:D TBDLMJ:D GDLX:C2 GDPDJB:C2 XZDWKD:D TBXHDM:C6 TBXHMC:C20 ZZSXDM:C6 ZZSXMC:C20 GDDB:I "
    "FRDBS:C1 CZCSXM:C4 SJNF:I MSSM:C2 HDMC:C100 BZ:C255"
)
CLASS_NAMES = {
    "0102": "水浇地", "0103": "旱地", "0201": "果园", "0301": "乔木林地", "0307": "其他林地", "0404": "其他草地",
    "05H1": "商业服务业设施用地", "0601": "工业用地", "0701": "城镇住宅用地", "0702": "农村宅基地",
    "08H1": "机关团体新闻出版用地", "0809": "公用设施用地", "09": "特殊用地", "1003": "公路用地", "1006": "农村道路",
    "1101": "河流水面", "1104": "坑塘水面", "1107": "沟渠", "1202": "设施农用地", "1206": "裸土地",
}
_OPEN = (
    ("0102", 0.70), ("0103", 0.09), ("0201", 0.04), ("0301", 0.05), ("0307", 0.03), ("0404", 0.03), ("1104", 0.02),
    ("1202", 0.02), ("0601", 0.01), ("1206", 0.01),
)
_BUILT = (("0702", 0.80), ("0601", 0.06), ("05H1", 0.04), ("08H1", 0.04), ("0809", 0.03), ("09", 0.03))
_TOWN = (("0701", 0.5), ("0601", 0.25), ("05H1", 0.12), ("08H1", 0.08), ("0809", 0.05))
_OF_KIND = {ROAD: "1006", DITCH: "1107", HIGHWAY: "1003", POND: "1104"}
_RIDGES = {("TT", 2): 612, ("TT", 3): 1107, ("TT", 4): 1783, ("PD", 2): 321, ("PD", 3): 688, ("PD", 4): 1022}
_URBAN_PREFIXES = ("05", "06", "07", "08", "09")


@dataclass(frozen=True)
class Places:
    """Where each parcel lies: local metres (n, 2), its kind, and the column and row of its village."""

    point: np.ndarray
    kind: np.ndarray
    village_column: np.ndarray
    village_row: np.ndarray


def villages_of(row: np.ndarray, left: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Column and row of the village of cells."""
    return left // BLOCK_COLUMNS, row // BLOCK_ROWS


def village_codes(column: np.ndarray, row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 12 digits and the name (object (n,)) of villages."""
    keys, back = np.unique(np.column_stack([row, column]), axis=0, return_inverse=True)
    codes, names = np.empty(len(keys), dtype=object), np.empty(len(keys), dtype=object)
    across = int(column.max()) // TOWN_BLOCKS + 1
    for index, (y, x) in enumerate(keys.tolist()):
        town = (y // TOWN_BLOCKS) * across + x // TOWN_BLOCKS
        village = (y % TOWN_BLOCKS) * TOWN_BLOCKS + x % TOWN_BLOCKS
        codes[index] = f"{COUNTY_CODE}{101 + town:03d}{201 + village:03d}"
        names[index] = f"示例{town + 1}镇虚构{village + 1}村"
    return codes[back], names[back]


def land_classes(places: Places, rng: np.random.Generator) -> np.ndarray:
    """DLBM (n,) object: a settlement in the middle of a village, a town in some, open land around, lines as they are."""
    count = len(places.kind)
    classes = _drawn(_OPEN, count, rng)
    built = _drawn(_BUILT, count, rng)
    town = _drawn(_TOWN, count, rng)
    is_town = in_town(places)
    settled = _settled(places, np.where(is_town, 420.0, 190.0))
    classes = np.where(settled, np.where(is_town, town, built), classes)
    for kind, code in _OF_KIND.items():
        classes[places.kind == kind] = code
    return classes


def survey_columns(
    places: Places, classes: np.ndarray, units: np.ndarray, rng: np.random.Generator
) -> dict[str, object]:
    """Every field of DLTB; `units` are TBMJ in whole 0.01 m²."""
    count = len(units)
    code, name = village_codes(places.village_column, places.village_row)
    cultivated = np.char.startswith(classes.astype(str), "01")
    columns: dict[str, object] = {
        "BSM": _text(f"{COUNTY_CODE}0000{serial:08d}" for serial in range(1, count + 1)),
        "YSDM": "2001010100",
        "TBBH": _numbers_in_village(code),
        "DLBM": classes,
        "DLMC": _text(CLASS_NAMES[code_] for code_ in classes.tolist()),
        "ZLDWDM": code + "0000000",
        "ZLDWMC": name,
        "TBMJ": units / 100,
        "SJNF": YEAR,
        "MSSM": "00",
        "BZ": "虚构数据",
    }
    columns |= _ownership(places, classes, code, name, rng)
    columns |= _slopes(places, cultivated, units, rng)
    crops = _drawn((("LS", 0.8), ("LYFL", 0.1), ("FLS", 0.08), ("WG", 0.02)), count, rng)
    columns["ZZSXDM"] = np.where(cultivated, crops, None)
    widths = np.select([places.kind == ROAD, places.kind == DITCH, places.kind == HIGHWAY], [6.0, 5.0, 22.0], np.nan)
    columns["XZDWKD"] = widths
    built = np.array([str(c).startswith(_URBAN_PREFIXES) for c in classes.tolist()])
    mark = np.where(in_town(places), "202", "203").astype(object)
    columns["CZCSXM"] = np.where(built, np.where(classes == "09", "205", mark), None)
    return columns


def in_town(places: Places) -> np.ndarray:
    """Whether parcels lie in the village that is the seat of its township, bool (n,)."""
    middle = TOWN_BLOCKS // 2
    return (places.village_column % TOWN_BLOCKS == middle) & (places.village_row % TOWN_BLOCKS == middle)


def _settled(places: Places, radius: np.ndarray) -> np.ndarray:
    """Whether a parcel lies within `radius` metres of the middle of its village."""
    _, back, counts = np.unique(
        np.column_stack([places.village_row, places.village_column]), axis=0, return_inverse=True, return_counts=True
    )
    middle = np.column_stack([np.bincount(back, places.point[:, axis]) / counts for axis in (0, 1)])
    return np.hypot(*(places.point - middle[back]).T) < radius


def _ownership(
    places: Places, classes: np.ndarray, code: np.ndarray, name: np.ndarray, rng: np.random.Generator
) -> dict[str, object]:
    state = (places.kind == HIGHWAY) | (np.isin(classes, ("0701", "0601", "05H1", "08H1")) & in_town(places))
    group = (places.village_row + places.village_column) % 3 == 0
    number = rng.integers(1, 6, len(classes))
    group &= np.array([str(c)[:2] in ("01", "02", "03", "04") for c in classes.tolist()]) & ~state
    marks = np.array([f"{n:04d}000" for n in range(6)], dtype=object)[number]
    groups = np.array([f"第{n}村民小组" for n in range(6)], dtype=object)[number]
    return {
        "QSXZ": np.where(state, "20", np.where(group, "31", "32")).astype(object),
        "QSDWDM": np.where(state, COUNTY_CODE + "0" * 13, np.where(group, code + marks, code + "0000000")),
        "QSDWMC": np.where(state, COUNTY + "人民政府", np.where(group, name + groups, name)),
    }


def _slopes(
    places: Places, cultivated: np.ndarray, units: np.ndarray, rng: np.random.Generator
) -> dict[str, object]:
    """Slope classes, ridge coefficients and what they take off, in whole 0.01 m², half-up."""
    x, y = places.point.T
    hill = np.sin(x / 5200.0 + 0.4) + np.sin(y / 6100.0 + 1.3)
    level = 1 + (hill > 1.1).astype(int) + (hill > 1.5) + (hill > 1.85)
    terraced = rng.random(len(x)) < 0.6
    kind = np.where(terraced, "TT", "PD").astype(object)
    ridged = cultivated & (level > 1)
    share = np.zeros(len(x), dtype=np.int64)
    for (shape, slope), coefficient in _RIDGES.items():
        share[ridged & (kind == shape) & (level == slope)] = coefficient
    taken = (units * share + 5_000) // 10_000
    return {
        "GDPDJB": np.where(cultivated, level.astype(str).astype(object), None),
        "GDLX": np.where(ridged, kind, None),
        "KCDLBM": np.where(ridged, "1203", None),
        "KCXS": share / 10_000,
        "KCMJ": taken / 100,
        "TBDLMJ": (units - taken) / 100,
        "GDDB": np.where(cultivated, (6 + level).astype(object), None),
    }


def _drawn(shares: tuple[tuple[str, float], ...], count: int, rng: np.random.Generator) -> np.ndarray:
    codes = np.array([code for code, _ in shares], dtype=object)
    weights = np.array([share for _, share in shares])
    return codes[rng.choice(len(codes), size=count, p=weights / weights.sum())]


def _numbers_in_village(code: np.ndarray) -> np.ndarray:
    _, back, counts = np.unique(code.astype(str), return_inverse=True, return_counts=True)
    order = np.argsort(back, kind="stable")
    number = np.empty(len(code), dtype=np.int64)
    number[order] = np.arange(len(code)) - np.repeat(np.cumsum(counts) - counts, counts) + 1
    return number.astype(str).astype(object)


def _text(values: object) -> np.ndarray:
    return np.array(list(values), dtype=object)  # type: ignore[call-overload]

