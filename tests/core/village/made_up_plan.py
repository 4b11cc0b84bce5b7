"""A small made-up village plan that every check passes: 4 × 4 squares of 100 m, to be spoilt by tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import shapely

from ....core.columns import Columns
from ....core.ellipsoid import GaussZone, ellipsoid_areas
from ....core.resources import resource
from ....core.survey.classes import load_code_table
from ....core.village.checks.model import CheckedLayer, CheckedPlan
from ....core.village.profile import PlanGeometry, PlanProfile, PlanRole, load_profile

ZONE = GaussZone(421_200, 39_500_000.0)
WEST, SOUTH, SIDE = 39_408_000.0, 4_036_000.0, 100.0
VILLAGE, NAME = "379901101201", "甲庄村"
CODES = (
    "0103", "0103", "0103", "0103",
    "0103", "0103", "0301", "0301",
    "0703", "0703", "0704", "1202",
    "0101", "0101", "0701", "0101",
)  # fmt: skip
"""Class of each square, row by row from the south-west; all of them are the same in 2020 and 2023."""
SURVEY = {"0103": "0103", "0301": "0301", "0703": "0702", "0704": "08H1", "1202": "1003", "0101": "0101", "0701": "0701"}
ZONES = {"0103": "0202", "0301": "0102", "0703": "0301", "0704": "0301", "1202": "0900", "0101": "0201", "0701": "0400"}
PRIME, RED, HOME, HAMLET, ROAD, TOWN = 0, 6, 8, 10, 11, 14
"""A square of each kind."""


def square(column: float, row: float, columns: float = 1, rows: float = 1) -> shapely.Geometry:
    """A rectangle of squares from the south-west corner."""
    x, y = WEST + SIDE * column, SOUTH + SIDE * row
    return shapely.box(x, y, x + SIDE * columns, y + SIDE * rows)


def hundredths(value: float | Decimal) -> Decimal:
    """m² to 0.01, half up."""
    return Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass
class Draft:
    """Layers by role: shapes (or None for a table) and columns by field; `kinds` of fields that are not as declared."""

    profile: PlanProfile
    version: str = "ydyh2023"
    shapes: dict[PlanRole, list] = field(default_factory=dict)
    rows: dict[PlanRole, dict[str, list]] = field(default_factory=dict)
    kinds: dict[tuple[PlanRole, str], str] = field(default_factory=dict)
    survey: Columns | None = None
    doubt: object = None

    def put(self, role: PlanRole, row: int, **values: object) -> None:
        """Other values in a row."""
        for name, value in values.items():
            self.rows[role][name][row] = value

    def plan(self) -> CheckedPlan:
        """The plan as it would be read."""
        layers = {}
        for declared in self.profile.layers:
            role = declared.role
            if role not in self.rows:
                continue
            count = len(next(iter(self.rows[role].values())))
            numbers = {each.name for each in declared.fields if each.kind != "text"}
            attributes = {name: _column(values, name in numbers) for name, values in self.rows[role].items()}
            geometry = np.full(count, None, dtype=object)
            if declared.geometry is not PlanGeometry.NONE:
                geometry[:] = self.shapes[role]
            columns = Columns(declared.names[0], np.arange(1, count + 1), geometry, attributes, crs="EPSG:4527")
            kinds = {
                each.name: self.kinds.get((role, each.name), each.kind) for each in declared.fields if each.name in attributes
            }
            layers[role] = CheckedLayer(declared, columns, kinds)
        return CheckedPlan("甲庄村规划", self.profile, layers, load_code_table(self.version), ZONE, self.doubt, self.survey)


def _column(values: list, number: bool) -> np.ndarray:
    if number:
        return np.array([np.nan if value is None else float(value) for value in values])
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def sound(profile: str = "fujian", version: str = "ydyh2023") -> Draft:
    """The plan without faults."""
    draft = Draft(load_profile(resource("profiles", f"{profile}.json")), version)
    shapes = [square(place % 4, place // 4) for place in range(16)]
    areas = [hundredths(area) for area in ellipsoid_areas(np.array(shapes, dtype=object), ZONE)]
    names = [load_code_table(version).name(code) for code in CODES]
    bsm = [f"{VILLAGE}{number:08d}" for number in range(1, 17)]
    same = {
        "BSM": bsm, "TBBH": [str(number) for number in range(1, 17)], "BZ": ["编造"] * 16,
        "ZLDWDM": [f"{VILLAGE}0000000"] * 16, "ZLDWMC": [NAME] * 16,
    }  # fmt: skip
    draft.shapes = {PlanRole.BASE: list(shapes), PlanRole.PLAN: list(shapes), PlanRole.VILLAGE: [square(0, 0, 4, 4)]}
    draft.rows[PlanRole.BASE] = {
        **same, "YSDM": ["2003010100"] * 16, "JQDLBM": list(CODES), "JQDLMC": names, "QSXZ": ["30"] * 16,
        "QSDWDM": [f"{VILLAGE}0000000"] * 16, "QSDWMC": [NAME] * 16, "TBMJ": areas, "TBDLMJ": areas, "SJNF": [2023] * 16,
        "KCDLBM": [None] * 16, "KCXS": [None] * 16, "KCMJ": [None] * 16, "GDLX": [None] * 16,
        "GDPDJB": ["1" if code.startswith("01") else None for code in CODES],
        "CZCSXM": ["201" if place == TOWN else "203" for place in range(16)],
    }  # fmt: skip
    draft.rows[PlanRole.PLAN] = {
        **{name: list(same[name]) for name in ("BSM", "TBBH", "BZ")}, "YSDM": ["2003020210"] * 16, "GHDLBM": list(CODES),
        "GHDLMC": list(names), "GHDLMJ": list(areas), "SSBJLX": ["Z" if place == TOWN else None for place in range(16)],
    }  # fmt: skip
    draft.rows[PlanRole.VILLAGE] = {
        "BSM": bsm[:1], "YSDM": ["1000600400"], "ZLDWDM": [f"{VILLAGE}0000000"], "ZLDWMC": [NAME], "JSMJ": [sum(areas)],
        "CZLX": ["集聚提升类"], "MSSM": [None], "BZ": [None],
    }  # fmt: skip
    _lines(draft, shapes, areas, bsm)
    _facilities(draft, bsm)
    _tables(draft, areas)
    return draft


def _lines(draft: Draft, shapes: list, areas: list, bsm: list) -> None:
    zones = sorted(set(ZONES.values()))
    places = {zone: [place for place, code in enumerate(CODES) if ZONES[code] == zone] for zone in zones}
    called = {
        "0102": "生态保护红线", "0201": "一般农业空间", "0202": "永久基本农田", "0301": "村庄集中建设区", "0400": "城镇空间",
        "0900": "其他",
    }  # fmt: skip
    ground = {zone: shapely.union_all([shapes[place] for place in own]) for zone, own in places.items()}
    draft.shapes[PlanRole.CONTROL] = [ground[zone] for zone in zones]
    draft.rows[PlanRole.CONTROL] = {
        "BSM": bsm[: len(zones)], "YSDM": ["2003020710"] * len(zones), "GKBJLXDM": zones, "GKBJLXMC": [called[zone] for zone in zones],
        "MJ": [sum(areas[place] for place in places[zone]) for zone in zones], "BZ": [None] * len(zones),
    }  # fmt: skip
    for role, zone in ((PlanRole.PRIME_FARMLAND, "0202"), (PlanRole.ECO_REDLINE, "0102"), (PlanRole.URBAN_BOUNDARY, "0400")):
        draft.shapes[role], draft.rows[role] = [ground[zone]], {"BSM": bsm[:1]}


def _facilities(draft: Draft, bsm: list) -> None:
    for role, code, name, ysdm in (
        (PlanRole.BASE_FACILITIES, "SSLXDM", "SSLXMC", "2003010800"), (PlanRole.PLAN_FACILITIES, "GHSSLXDM", "GHSSLXMC", "2003020810"),
    ):  # fmt: skip
        draft.shapes[role] = [shapely.Point(WEST + 250, SOUTH + 250), shapely.Point(WEST + 50, SOUTH + 250)]
        draft.rows[role] = {"BSM": bsm[:2], "YSDM": [ysdm] * 2, code: ["01", "11"], name: ["村委会", "村卫生所"], "BZ": [None] * 2}


def of_codes(areas: list, *beginnings: str) -> Decimal:
    """Hectares of squares whose class begins so, to 0.01."""
    total = sum((area for area, code in zip(areas, CODES) if code.startswith(beginnings)), Decimal(0))
    return (total / 10000).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _tables(draft: Draft, areas: list) -> None:
    """The plan's own tables, counted here with decimals."""
    hectares = {
        "村域建设用地总面积": of_codes(areas, "07", "12"), "村域城乡建设用地面积": of_codes(areas, "07"),
        "村庄建设用地面积": of_codes(areas, "0703", "0704"), "生态保护红线面积": of_codes(areas, "0301"),
        "永久基本农田面积": of_codes(areas, "0103"), "耕地保有量": of_codes(areas, "01"), "林地保有量": of_codes(areas, "03"),
    }  # fmt: skip
    titles = [str(each["title"]) for each in draft.profile.indicators]
    count = len(titles)
    draft.rows[PlanRole.INDICATORS] = {
        "XZQDM": [VILLAGE] * count, "XZQMC": [NAME] * count, "ZBMC": titles,
        "ZBSX": [str(each["attribute"]) for each in draft.profile.indicators],
        "ZBDW": [str(each["unit"]) for each in draft.profile.indicators],
        "XZJQN": [hectares.get(title, 0) for title in titles], "GHMBN": [hectares.get(title, 0) for title in titles],
    }  # fmt: skip
    lines = {"耕地": ("01",), "林地": ("03",), "村域建设用地": ("07", "12"), "村庄建设用地": ("0703", "0704"), "总计": ("",)}
    count, values = len(lines), [of_codes(areas, *beginnings) for beginnings in lines.values()]
    total = of_codes(areas, "")
    shares = [(100 * value / total).quantize(Decimal("0.01")) for value in values]
    draft.rows[PlanRole.STRUCTURE] = {
        "XZQDM": [VILLAGE] * count, "XZQMC": [NAME] * count, "YDLXBM": ["01", "03", "—", "—", "—"], "YDLXMC": list(lines),
        "JQXZNMJ": values, "JQXZNBZ": shares, "GHMBNMJ": list(values), "GHMBNBZ": shares, "GHQNMJZJ": [0] * count,
    }  # fmt: skip


def survey_of(draft: Draft, **changes: str) -> Columns:
    """The land survey under the plan; `changes` by square (`s3="0701"`)."""
    codes = [changes.get(f"s{place}", SURVEY[code]) for place, code in enumerate(CODES)]
    shapes = np.empty(16, dtype=object)
    shapes[:] = [square(place % 4, place // 4) for place in range(16)]
    return Columns("DLTB", np.arange(1, 17), shapes, {"DLBM": np.array(codes, dtype=object)}, crs="EPSG:4527")


def spoilt(change, **start: str) -> CheckedPlan:  # type: ignore[no-untyped-def]
    """The sound plan after `change(draft)`."""
    draft = sound(**start)
    change(draft)
    return draft.plan()


def without(draft: Draft, role: PlanRole, row: int) -> None:
    """A feature left out."""
    if role in draft.shapes:
        del draft.shapes[role][row]
    draft.rows[role] = {name: [value for at, value in enumerate(values) if at != row] for name, values in draft.rows[role].items()}

