"""Village plans of the made-up township: parcels of the base year, of the plan, control zones, facilities, tables.

The parcels of the base year are the survey's, in land and sea use classes. The plan changes some whole parcels and builds on one
part of a field, so every border of the plan is one of the base year or the one new cut.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import numpy as np
import shapely

Row = dict[str, object]
MADE_UP = "虚构数据"
COUNTY_ZONES = {
    "0101": "一般生态空间", "0102": "生态保护红线", "0201": "一般农业空间", "0202": "永久基本农田", "0301": "村庄集中建设区",
    "0302": "村庄弹性发展区", "0900": "其他",
}  # fmt: skip
BUILT = ("0703", "0704", "08", "09", "1001", "11", "1207", "1208", "1209", "13", "14", "16", "2301")
"""Classes of village construction land by their beginnings (2023)."""
FACILITIES = (("01", "村委会", "0704"), ("05", "健身场地", "0704"), ("11", "村卫生所", "0704"), ("17", "停车场", "1208"))


@dataclass(frozen=True)
class Village:
    """A village to plan: its 12-digit code, name, the year of its class table; `faults` are built in where True."""

    code: str
    name: str
    version: str
    faults: bool = False


@dataclass
class Plan:
    """Layers of one village: shapes and rows by layer; `faults` what was built in: rule → what and where."""

    village: Village
    layers: dict[str, tuple[np.ndarray | None, list[Row]]] = field(default_factory=dict)
    faults: list[tuple[str, str, str]] = field(default_factory=list)


def crosswalk(path: Path, backwards: bool = False) -> dict[str, str]:
    """Code → code; `backwards` from the later table to the earlier (the first that leads there)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if not backwards:
        return {row["from_code"]: row["to_code"] or row["candidates"].split("|")[0].split(";")[0] for row in rows}
    back: dict[str, str] = {}
    for row in rows:
        if row["to_code"]:
            back.setdefault(row["to_code"], row["from_code"])
    return back


def class_names(path: Path) -> dict[str, str]:
    """Code → name of a class table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def finest(code: str, names: Mapping[str, str]) -> str:
    """The code itself, or the nearest above it that the table has."""
    while code and code not in names:
        code = code[:-1]
    return code


def make(
    village: Village,
    shapes: np.ndarray,
    rows: Sequence[Row],
    prime: np.ndarray,
    redline: np.ndarray,
    folder: Path,
    measure: Callable[[np.ndarray], list[Decimal]],
    rng: np.random.Generator,
) -> Plan:
    """The plan of a village from the parcels of the survey (shapes, rows) and the county's lines."""
    names = class_names(folder / f"{village.version}.csv")
    code_of = _coder(folder, village.version, names)
    plan = Plan(village)
    base = [_base_row(village, number, row, code_of, names) for number, row in enumerate(rows, 1)]
    places = shapely.point_on_surface(shapes)
    is_prime = _inside(places, prime) & np.array([str(row["JQDLBM"]).startswith("01") for row in base])
    is_red = _inside(places, redline) & ~is_prime
    cut_shapes, planned, origin = _planned(village, shapes, base, is_prime, names, measure, rng)
    zones = _zones(planned, is_prime[origin], is_red[origin], code_of)
    plan.layers["CJDCQ"] = _border(village, shapes, base)
    plan.layers["JQDLTB"] = (shapes, base)
    plan.layers["GHDLTB"] = (cut_shapes, planned)
    plan.layers["GKBJ"] = _control(village, cut_shapes, planned, zones)
    plan.layers["GGJCSSD"] = _facilities(village, shapes, base, "JQDLBM", "SSLXDM", "SSLXMC", "2003010800", 2)
    plan.layers["GHGGJCSSD"] = _facilities(village, cut_shapes, planned, "GHDLBM", "GHSSLXDM", "GHSSLXMC", "2003020810", 4)
    for name, mask in (("YJJBNT", is_prime), ("STBHHX", is_red)):
        if mask.any():
            plan.layers[name] = (np.array([shapely.union_all(shapes[mask])], dtype=object), [{"BSM": _bsm(village, 1), "BZ": MADE_UP}])
    return plan


def _coder(folder: Path, version: str, names: Mapping[str, str]) -> Callable[[str], str]:
    """Survey class → class of the plan's table."""
    forward = crosswalk(folder / "crosswalk_sandiao2019_ydyh2023.csv")
    back = crosswalk(folder / "crosswalk_ydyh2020_ydyh2023.csv", True) if version == "ydyh2020" else {}

    def code_of(survey: str) -> str:
        later = forward.get(survey) or forward.get(survey.rstrip("K")) or survey.rstrip("K")
        return finest(back.get(later, later), names)

    return code_of


def _bsm(village: Village, number: int) -> str:
    return f"{village.code}{number:08d}"


def _base_row(village: Village, number: int, row: Row, code_of: Callable[[str], str], names: Mapping[str, str]) -> Row:
    code = code_of(str(row["DLBM"]))
    same = ("QSXZ", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC", "TBMJ", "KCDLBM", "KCXS", "KCMJ", "TBDLMJ", "GDLX", "GDPDJB", "SJNF")
    return {
        "BSM": _bsm(village, number), "YSDM": "2003010100", "TBBH": str(number), "JQDLBM": code, "JQDLMC": names[code],
        **{name: row[name] for name in same}, "BZ": MADE_UP,
    }  # fmt: skip


def _inside(places: np.ndarray, areas: np.ndarray) -> np.ndarray:
    found = np.zeros(len(places), dtype=bool)
    if len(areas):
        found[np.unique(shapely.STRtree(places).query(areas, predicate="intersects")[1])] = True
    return found


def _planned(
    village: Village,
    shapes: np.ndarray,
    base: Sequence[Row],
    prime: np.ndarray,
    names: Mapping[str, str],
    measure: Callable[[np.ndarray], list[Decimal]],
    rng: np.random.Generator,
) -> tuple[np.ndarray, list[Row], np.ndarray]:
    """Parcels of the plan: some homesteads become dry land again, one part of a field a homestead; for each the parcel of the
    base year that it lies in."""
    codes = [str(row["JQDLBM"]) for row in base]
    areas = [Decimal(str(row["TBMJ"])) for row in base]
    homes = sorted((place for place, code in enumerate(codes) if code == "0703"), key=lambda place: areas[place])
    reclaimed = set(homes[:3])
    fields = [
        place for place, code in enumerate(codes)
        if code.startswith("01") and not prime[place] and areas[place] > 3000 and places_touch(shapes, place, homes)
    ] or [place for place, code in enumerate(codes) if code.startswith("01") and not prime[place] and areas[place] > 3000]  # fmt: skip
    field_place = fields[int(rng.integers(len(fields)))]
    given_back = sum((areas[place] for place in reclaimed), Decimal(0))
    share = float(given_back / areas[field_place]) * (1.4 if village.faults else 0.8)
    halves = _cut(shapes[field_place], min(share, 0.8))
    new_shapes, rows, origin = [], [], []
    for place, shape in enumerate(shapes):
        parts = halves if place == field_place else (shape,)
        for part, parted in zip(parts, _parts(areas[place], parts, measure)):
            code = codes[place]
            code = "0103" if place in reclaimed else "0703" if place == field_place and part is halves[0] else code
            new_shapes.append(part)
            origin.append(place)
            rows.append({"GHDLBM": code, "GHDLMC": names[code], "GHDLMJ": float(parted)})
    for number, row in enumerate(rows, 1):
        row.update({"BSM": _bsm(village, number), "YSDM": "2003020210", "TBBH": str(number), "SSBJLX": None, "BZ": MADE_UP})
    return np.array(new_shapes, dtype=object), rows, np.array(origin)


def places_touch(shapes: np.ndarray, place: int, others: Sequence[int]) -> bool:
    """Whether a parcel shares a border with one of others."""
    return bool(shapely.intersects(shapes[place], shapes[list(others)]).any()) if others else False


def _cut(shape: shapely.Geometry, share: float) -> tuple[shapely.Geometry, shapely.Geometry]:
    """A parcel in two by an upright line, the first about `share` of it."""
    west, south, east, north = shapely.bounds(shape)
    low, high = west, east
    for _ in range(40):
        middle = (low + high) / 2
        part = shapely.intersection(shape, shapely.box(west - 1, south - 1, middle, north + 1))
        low, high = (middle, high) if shapely.area(part) < share * shapely.area(shape) else (low, middle)
    line = round(middle, 4)
    halves = [
        shapely.intersection(shape, shapely.box(west - 1, south - 1, line, north + 1)),
        shapely.intersection(shape, shapely.box(line, south - 1, east + 1, north + 1)),
    ]
    return halves[0], halves[1]


def _parts(area: Decimal, parts: Sequence[shapely.Geometry], measure: Callable[[np.ndarray], list[Decimal]]) -> list[Decimal]:
    """A registered area shared out to the parts of a parcel; the last takes what is left."""
    if len(parts) == 1:
        return [area]
    measured = measure(np.array(parts, dtype=object))
    first = (area * measured[0] / sum(measured)).quantize(Decimal("0.01"))
    return [first, area - first]


def _zones(planned: Sequence[Row], prime: np.ndarray, red: np.ndarray, code_of: Callable[[str], str]) -> list[str]:
    zones = []
    for place, row in enumerate(planned):
        code = str(row["GHDLBM"])
        if red[place]:
            zone = "0102"
        elif prime[place]:
            zone = "0202"
        elif code.startswith(BUILT) or code in ("060102", "0601", "060101"):
            zone = "0301"
        elif code.startswith(("03", "04", "05", "17")):
            zone = "0101"
        else:
            zone = "0201" if code.startswith(("01", "02", "06")) else "0900"
        zones.append(zone)
    return zones


def _border(village: Village, shapes: np.ndarray, base: Sequence[Row]) -> tuple[np.ndarray, list[Row]]:
    total = sum((Decimal(str(row["TBMJ"])) for row in base), Decimal(0))
    row = {
        "BSM": _bsm(village, 1), "YSDM": "1000600400", "ZLDWDM": f"{village.code}0000000", "ZLDWMC": village.name,
        "JSMJ": float(total), "CZLX": "集聚提升类", "MSSM": None, "BZ": MADE_UP,
    }  # fmt: skip
    return np.array([shapely.union_all(shapes)], dtype=object), [row]


def _control(
    village: Village, shapes: np.ndarray, planned: Sequence[Row], zones: Sequence[str]
) -> tuple[np.ndarray, list[Row]]:
    by_zone: dict[str, list[int]] = defaultdict(list)
    for place, zone in enumerate(zones):
        by_zone[zone].append(place)
    merged, rows = [], []
    for number, zone in enumerate(sorted(by_zone), 1):
        merged.append(shapely.union_all(shapes[by_zone[zone]]))
        area = sum((Decimal(str(planned[place]["GHDLMJ"])) for place in by_zone[zone]), Decimal(0))
        rows.append(
            {
                "BSM": _bsm(village, number), "YSDM": "2003020710", "GKBJLXDM": zone, "GKBJLXMC": COUNTY_ZONES[zone],
                "MJ": float(area), "BZ": MADE_UP,
            }
        )  # fmt: skip
    return np.array(merged, dtype=object), rows


def _facilities(
    village: Village, shapes: np.ndarray, rows: Sequence[Row], code: str, kind: str, name: str, ysdm: str, count: int
) -> tuple[np.ndarray, list[Row]]:
    """Facilities on parcels of village construction land, the largest first."""
    homes = [place for place, row in enumerate(rows) if str(row[code]).startswith(("07", "08", "1208"))]
    homes = sorted(homes, key=lambda place: -shapely.area(shapes[place]))[:count]
    points = shapely.point_on_surface(shapes[homes])
    made = [
        {"BSM": _bsm(village, number), "YSDM": ysdm, kind: FACILITIES[number - 1][0], name: FACILITIES[number - 1][1], "BZ": MADE_UP}
        for number in range(1, len(homes) + 1)
    ]
    return points, made


def add_faults(plan: Plan, names: Mapping[str, str]) -> None:
    """Faults that a check has to find, each once."""
    shapes, rows = plan.layers["GHDLTB"]
    order = sorted(range(len(rows)), key=lambda place: -shapely.area(shapes[place]))
    fields = [place for place in order if str(rows[place]["GHDLBM"]).startswith("01")]
    grown, gone, coded, named, doubled = fields[3], fields[10], fields[12], fields[14], fields[16]
    shapes[grown] = shapely.union(shapes[grown], shapely.buffer(shapely.point_on_surface(shapes[gone]), 5.0, quad_segs=2))
    if shapes[grown].geom_type != "Polygon":
        shapes[grown] = shapely.multipolygons(shapely.get_parts(shapes[grown]))
    plan.faults.append(("overlap", "GHDLTB", f"{rows[grown]['BSM']} {rows[gone]['BSM']}"))
    hole = shapely.buffer(shapely.point_on_surface(shapes[coded]), 4.0, quad_segs=2)
    shapes[coded] = shapely.difference(shapes[coded], hole)
    plan.faults.append(("gap", "GHDLTB", str(rows[coded]["BSM"])))
    rows[named]["GHDLMC"] = "耕地（笔误）"
    plan.faults.append(("class name", "GHDLTB", str(rows[named]["BSM"])))
    rows[doubled]["BSM"] = rows[named]["BSM"]
    plan.faults.append(("double BSM", "GHDLTB", str(rows[named]["BSM"])))
    unknown = fields[18]
    rows[unknown]["GHDLBM"], rows[unknown]["GHDLMC"] = "0199", "怪地类"
    plan.faults.append(("unknown code", "GHDLTB", str(rows[unknown]["BSM"])))
    points, facilities = plan.layers["GHGGJCSSD"]
    points[0] = shapely.point_on_surface(shapes[fields[1]])
    plan.faults.append(("facility", "GHGGJCSSD", str(facilities[0]["BSM"])))
    plan.layers["GKBJ"][1][0]["YSDM"] = "2003020711"
    plan.faults.append(("YSDM", "GKBJ", str(plan.layers["GKBJ"][1][0]["BSM"])))
    plan.faults.append(("R2", "GHDLTB", "village construction land grows"))
