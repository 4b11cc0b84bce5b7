"""The survey of the made-up township: land classes, ownership, slopes and the 30 fields of DLTB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import shapely

from .ground import ORIGIN, VILLAGES, Ground, Key, slope_level

Row = dict[str, object]

COUNTY_CODE, COUNTY = "379901", "虚构县"
TOWN_CODE, TOWN = "379901101", "示例镇"
YEAR = 2025
CLASS_NAMES = {
    "0101": "水田",
    "0102": "水浇地",
    "0103": "旱地",
    "0201": "果园",
    "0201K": "可调整果园",
    "0204": "其他园地",
    "0301": "乔木林地",
    "0301K": "可调整乔木林地",
    "0305": "灌木林地",
    "0307": "其他林地",
    "0404": "其他草地",
    "05H1": "商业服务业设施用地",
    "0508": "物流仓储用地",
    "0601": "工业用地",
    "0602": "采矿用地",
    "0701": "城镇住宅用地",
    "0702": "农村宅基地",
    "08H1": "机关团体新闻出版用地",
    "08H2": "科教文卫用地",
    "0809": "公用设施用地",
    "0810": "公园与绿地",
    "0810A": "广场用地",
    "09": "特殊用地",
    "1001": "铁路用地",
    "1003": "公路用地",
    "1004": "城镇村道路用地",
    "1005": "交通服务场站用地",
    "1006": "农村道路",
    "1101": "河流水面",
    "1104": "坑塘水面",
    "1104A": "养殖坑塘",
    "1104K": "可调整养殖坑塘",
    "1106": "内陆滩涂",
    "1107": "沟渠",
    "1107A": "干渠",
    "1109": "水工建筑用地",
    "1201": "空闲地",
    "1202": "设施农用地",
    "1204": "盐碱地",
    "1206": "裸土地",
}
RIDGE_SHARE = {
    ("TT", 2): "0.0612",
    ("TT", 3): "0.1107",
    ("TT", 4): "0.1783",
    ("TT", 5): "0.2409",
    ("PD", 2): "0.0321",
    ("PD", 3): "0.0688",
    ("PD", 4): "0.1022",
    ("PD", 5): "0.1414",
}
CROP_NAMES = {
    "LS": "种植粮食作物",
    "FLS": "种植非粮食作物",
    "LYFL": "粮与非粮轮作",
    "WG": "未耕种",
    "JKHF": "即可恢复",
    "GCHF": "工程恢复",
}
LINEAR_CLASS = {
    "river": "1101",
    "flat": "1106",
    "dike": "1109",
    "railway": "1001",
    "highway": "1003",
    "canal": "1107A",
    "street": "1004",
    "road": "1006",
    "ditch": "1107",
}
LINEAR_WIDTH = {
    "railway": (30.0, 32.0),
    "highway": (14.0, 26.0),
    "canal": (17.0, 18.5),
    "street": (5.0, 11.0),
    "road": (3.6, 6.8),
    "ditch": (3.2, 7.2),
    "river": (66.0, 70.0),
}
STATE_OWNERS = {
    "river": "虚构县水利局",
    "flat": "虚构县水利局",
    "dike": "虚构县水利局",
    "canal": "虚构县水利局",
    "railway": "虚构铁路段",
    "highway": "虚构县交通运输局",
}
NEEDS_TOWN_MARK = ("05", "06", "07", "08", "09", "1004", "1005", "1201")


@dataclass(frozen=True)
class Survey:
    """Parcels (object (n,) Polygon), their DLTB rows, and the keys they were drawn from, in TBBH order."""

    faces: np.ndarray
    rows: list[Row]
    keys: list[Key]


def half_up(value: Decimal, decimals: int = 2) -> Decimal:
    """Decimal half-up."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def village_code(village: int) -> str:
    """The 12 digits of a village."""
    return f"{TOWN_CODE}{201 + village:03d}"


def village_name(village: int) -> str:
    """The made-up name of a village."""
    return VILLAGES[village][0]


def take_survey(
    ground: Ground, areas: Sequence[Decimal], grades: np.ndarray, rng: np.random.Generator
) -> Survey:
    """Fill DLTB for every face; `areas` are the ellipsoidal areas, `grades` GDDB of each place."""
    order = _reading_order(ground)
    local = shapely.get_coordinates(shapely.point_on_surface(ground.faces)) - np.array(ORIGIN)
    levels = slope_level(local[:, 0], local[:, 1])
    rows: list[Row] = []
    number: dict[int, int] = {}
    for serial, face in enumerate(order, start=1):
        key, (x, y), level = ground.keys[face], local[face], int(levels[face])
        number[key.village] = number.get(key.village, 0) + 1
        code = _land_class(key, x, y, level, rng)
        row = _bare_row(serial, number[key.village], key, code, areas[face])
        row |= _ownership(key, code, x, y, rng)
        if code.startswith("01"):
            row |= _cultivated(code, level, areas[face], int(grades[face]), key, rng)
        elif code in ("0201K", "0301K", "1104K", "0404", "0201", "0301", "1104A") and rng.random() < 0.5:
            crop = str(rng.choice(["JKHF", "GCHF"]))
            row |= {"ZZSXDM": crop, "ZZSXMC": CROP_NAMES[crop]}
        if key.kind in LINEAR_WIDTH:
            row["XZDWKD"] = float(half_up(Decimal(repr(float(rng.uniform(*LINEAR_WIDTH[key.kind])))), 1))
        if code.startswith(NEEDS_TOWN_MARK):
            row["CZCSXM"] = _town_mark(code, key)
        rows.append(row)
    return Survey(ground.faces[order], rows, [ground.keys[face] for face in order])


def _reading_order(ground: Ground) -> np.ndarray:
    """By village, from above downward in bands of 100 m, from left to right."""
    x, y = shapely.get_coordinates(shapely.centroid(ground.faces)).T
    village = np.array([key.village for key in ground.keys])
    return np.lexsort([x, -np.floor(y / 100), village])


def _bare_row(serial: int, number: int, key: Key, code: str, area: Decimal) -> Row:
    return {
        "BSM": f"{COUNTY_CODE}1101{serial:08d}",
        "YSDM": "2001010100",
        "TBYBH": None,
        "TBBH": str(number),
        "DLBM": code,
        "DLMC": CLASS_NAMES[code],
        "QSXZ": None,
        "QSDWDM": None,
        "QSDWMC": None,
        "ZLDWDM": village_code(key.village) + "0000000",
        "ZLDWMC": village_name(key.village),
        "TBMJ": float(area),
        "KCDLBM": None,
        "KCXS": 0.0,
        "KCMJ": 0.0,
        "TBDLMJ": float(area),
        "GDLX": None,
        "GDPDJB": None,
        "XZDWKD": None,
        "TBXHDM": None,
        "TBXHMC": None,
        "ZZSXDM": None,
        "ZZSXMC": None,
        "GDDB": None,
        "FRDBS": None,
        "CZCSXM": None,
        "SJNF": YEAR,
        "MSSM": "00",
        "HDMC": None,
        "BZ": "虚构数据",
    }


def _land_class(key: Key, x: float, y: float, level: int, rng: np.random.Generator) -> str:
    if key.kind in LINEAR_CLASS:
        return LINEAR_CLASS[key.kind]
    pick = float(rng.random())
    if key.kind == "insert":
        return _drawn(
            pick,
            (("1104", 0.25), ("1202", 0.25), ("09", 0.16), ("0809", 0.12), ("1104A", 0.12), ("0702", 0.1)),
        )
    if key.kind == "lot":
        return _built_class(key, pick)
    if level >= 2:
        return _drawn(
            pick,
            (
                ("0103", 0.66),
                ("0301", 0.12),
                ("0307", 0.07),
                ("0404", 0.06),
                ("0201", 0.05),
                ("0201K", 0.02),
                ("1206", 0.02),
            ),
        )
    centre = VILLAGES[0]
    if abs(x - centre[1] - 900) < 520 and abs(y - centre[2]) < 330:
        return _drawn(pick, (("0601", 0.5), ("0102", 0.3), ("0508", 0.1), ("1201", 0.05), ("1005", 0.05)))
    wet = -2050 < y < -650 and pick < 0.42
    if wet:
        return "0101"
    return _drawn(
        float(rng.random()),
        (
            ("0102", 0.77),
            ("0103", 0.045),
            ("0201", 0.025),
            ("0201K", 0.02),
            ("0301", 0.025),
            ("0301K", 0.012),
            ("0307", 0.01),
            ("0404", 0.015),
            ("1104A", 0.012),
            ("1104K", 0.006),
            ("1104", 0.01),
            ("1202", 0.018),
            ("0601", 0.012),
            ("0204", 0.006),
            ("0305", 0.004),
            ("1204", 0.004),
            ("0602", 0.002),
            ("0508", 0.004),
        ),
    )


def _built_class(key: Key, pick: float) -> str:
    if key.village == 0 and key.cell[0] == 0:
        return _drawn(
            pick,
            (
                ("0701", 0.42),
                ("05H1", 0.14),
                ("08H2", 0.08),
                ("08H1", 0.06),
                ("0601", 0.12),
                ("0810", 0.05),
                ("0810A", 0.02),
                ("0809", 0.03),
                ("1201", 0.04),
                ("0702", 0.04),
            ),
        )
    return _drawn(
        pick,
        (
            ("0702", 0.76),
            ("1201", 0.06),
            ("08H1", 0.03),
            ("08H2", 0.03),
            ("05H1", 0.03),
            ("0301", 0.04),
            ("1104", 0.03),
            ("0809", 0.02),
        ),
    )


def _drawn(pick: float, shares: Sequence[tuple[str, float]]) -> str:
    rest = pick * sum(share for _, share in shares)
    for code, share in shares:
        rest -= share
        if rest < 0:
            return code
    return shares[0][0]


def _ownership(key: Key, code: str, x: float, y: float, rng: np.random.Generator) -> Row:
    village = village_code(key.village)
    if key.kind in STATE_OWNERS:
        return {"QSXZ": "20", "QSDWDM": COUNTY_CODE + "0" * 13, "QSDWMC": STATE_OWNERS[key.kind]}
    if code in ("0701", "05H1", "0601", "0508", "08H1", "08H2") and key.village == 0 and rng.random() < 0.7:
        return {"QSXZ": "20", "QSDWDM": TOWN_CODE + "0" * 10, "QSDWMC": "示例镇人民政府"}
    if key.village % 2 == 0 and code.startswith(("01", "02", "03", "04")):
        _, cx, cy, _ = VILLAGES[key.village]
        group = int(np.floor((np.arctan2(y - cy, x - cx) + np.pi) / (np.pi / 2))) % 4 + 1
        return {
            "QSXZ": "31",
            "QSDWDM": f"{village}{group:04d}000",
            "QSDWMC": f"{village_name(key.village)}第{group}村民小组",
        }
    if code == "0102" and rng.random() < 0.003:
        other = (key.village + 1) % len(VILLAGES)
        return {
            "QSXZ": "32",
            "QSDWDM": village_code(other) + "0000000",
            "QSDWMC": village_name(other),
            "FRDBS": "1",
        }
    return {"QSXZ": "32", "QSDWDM": village + "0000000", "QSDWMC": village_name(key.village)}


def _cultivated(code: str, level: int, area: Decimal, grade: int, key: Key, rng: np.random.Generator) -> Row:
    crop = _drawn(float(rng.random()), (("LS", 0.8), ("LYFL", 0.1), ("FLS", 0.08), ("WG", 0.02)))
    row: Row = {"GDPDJB": str(level), "GDDB": grade, "ZZSXDM": crop, "ZZSXMC": CROP_NAMES[crop]}
    if code == "0101" and crop != "WG" and rng.random() < 0.05:
        row |= {"TBXHDM": "HDGD", "TBXHMC": "河道耕地"}
    if level >= 2:
        shape = "TT" if rng.random() < 0.6 else "PD"
        share = Decimal(RIDGE_SHARE[shape, level])
        ridge = half_up(area * share)
        row |= {
            "GDLX": shape,
            "KCDLBM": "1203",
            "KCXS": float(share),
            "KCMJ": float(ridge),
            "TBDLMJ": float(area - ridge),
        }
    return row


def _town_mark(code: str, key: Key) -> str:
    if code == "0602":
        return "204"
    if code == "09":
        return "205"
    town = "202" if key.village == 0 and key.kind in ("lot", "street") else "203"
    return town + "A" if code in ("0601", "0508") and key.kind != "lot" else town


FORMER = {
    "0601": "0102",
    "0508": "0102",
    "1202": "0102",
    "0301": "0102",
    "0201": "0102",
    "1104A": "0101",
    "0701": "0702",
    "05H1": "1201",
    "0102": "0103",
    "0103": "0404",
    "1104": "1106",
    "0702": "1201",
}
FORMER_SHARE = {
    "0601": 0.5,
    "0508": 0.6,
    "1202": 0.6,
    "0301": 0.4,
    "0201": 0.4,
    "1104A": 0.5,
    "0701": 0.3,
    "05H1": 0.3,
    "0102": 0.03,
    "0103": 0.05,
    "1104": 0.1,
    "0702": 0.04,
}


def former_survey(survey: Survey, rng: np.random.Generator) -> list[Row]:
    """The rows of 2019 on the same parcels: some classes were others then."""
    rows: list[Row] = []
    for serial, (row, key) in enumerate(zip(survey.rows, survey.keys), start=1):
        then = row | {"BSM": f"{COUNTY_CODE}1901{serial:08d}", "SJNF": 2019}
        code = str(row["DLBM"])
        if rng.random() < FORMER_SHARE.get(code, 0.0):
            then |= _as_former(then, FORMER[code], key)
        rows.append(then)
    return rows


def _as_former(row: Row, code: str, key: Key) -> Row:
    bare: Row = dict.fromkeys(
        ("KCDLBM", "GDLX", "GDPDJB", "ZZSXDM", "ZZSXMC", "GDDB", "TBXHDM", "TBXHMC", "CZCSXM")
    )
    bare |= {"DLBM": code, "DLMC": CLASS_NAMES[code], "KCXS": 0.0, "KCMJ": 0.0, "TBDLMJ": row["TBMJ"]}
    if code.startswith("01"):
        level = row["GDPDJB"] if row["KCXS"] == 0.0 and row["GDPDJB"] else "1"
        bare |= {"GDPDJB": level, "GDDB": row["GDDB"] or 7, "ZZSXDM": "LS", "ZZSXMC": CROP_NAMES["LS"]}
    if code.startswith(NEEDS_TOWN_MARK):
        bare["CZCSXM"] = _town_mark(code, key)
    return bare
