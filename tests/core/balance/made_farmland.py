"""Made-up farmland on a grid of metres, for the tests of stable farmland and of the in–out balance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from ....core.area import AreaUnit
from ....core.balance.grades import load_yields
from ....core.balance.inout.account import settle
from ....core.balance.inout.kinds import load_kinds
from ....core.balance.inout.model import InOut, InOutInputs, InOutJob
from ....core.balance.stable.job import find_stable
from ....core.balance.stable.model import Stable, StableInputs, StableJob
from ....core.balance.stable.rules import load_stable_rules
from ....core.balance.transition.model import Flows, Source
from ....core.columns import Columns
from ....core.occupation.model import AreaMethod, Job
from ....core.rules import Rules, load_rules
from ....core.summary.model import Level
from ....core.survey.apportion import Master
from ....core.survey.classes import apply_rules, load_code_table
from ....core.survey.schema import GradeSystem

NUMBERS = ("TBMJ", "KCMJ", "KCXS", "TBDLMJ", "GDDB", "GDDJ", "DCMJ", "SJNF")
WEST, SOUTH = 39_408_000, 4_036_000
VILLAGES = ("379901101201", "379901101202", "379901102201", "379902101201")
Box = tuple[int, int, int, int]
PLANE = Job(AreaMethod.PLANE, Master.PARCEL, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0)


def box(west: int, south: int, east: int, north: int) -> object:
    """A rectangle in metres from the south-west corner of the made-up county."""
    return shapely.box(WEST + west, SOUTH + south, WEST + east, SOUTH + north)


def layer(name: str, rows: Sequence[Mapping[str, object]], shapes: Sequence[object | Box] | None = None) -> Columns:
    """Rows as a layer; a shape is a polygon, a Box, or None."""
    attributes: dict[str, np.ndarray] = {}
    for key in dict.fromkeys(key for row in rows for key in row):
        values = [row.get(key) for row in rows]
        if key in NUMBERS:
            attributes[key] = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        else:
            attributes[key] = np.empty(len(rows), dtype=object)
            attributes[key][:] = values
    geometry = np.full(len(rows), None, dtype=object)
    for place, shape in enumerate(shapes or ()):
        geometry[place] = box(*shape) if isinstance(shape, tuple) else shape
    return Columns(name, np.arange(1, len(rows) + 1), geometry, attributes, crs="EPSG:4527")


def parcel(code: str = "0102", area: float | None = 100.0, village: str = VILLAGES[0], **more: object) -> dict[str, object]:
    """A level parcel of grade 6 without ridges."""
    return {
        "DLBM": code, "TBMJ": area, "ZLDWDM": village + "0000000", "ZLDWMC": f"村{village[-3:]}", "KCMJ": 0.0,
        "GDPDJB": "1", "TBXHDM": None, "GDDB": 6.0, **more,
    }


def job_of(rules: Rules | None = None, level: Level = Level.VILLAGE, **more: object) -> StableJob:
    """The shipped rules, plane areas."""
    rules = rules or load_rules()
    table = apply_rules(load_code_table(), rules)
    yields = load_yields(GradeSystem.NATIONAL15)
    return StableJob(**{  # type: ignore[arg-type]
        "level": level, "table": table, "rules": rules, "stable_rules": load_stable_rules(), "yields": yields,
        "measuring": PLANE, **more,
    })


def stable_of(
    rows: Sequence[Mapping[str, object]],
    shapes: Sequence[Box] | None = None,
    excluded: Sequence[Sequence[Box]] = (),
    job: StableJob | None = None,
    **more: Columns,
) -> Stable:
    """A run over made-up parcels, with layers of boxes that exclude ground."""
    shapes = shapes or [(10 * place, 0, 10 * place + 10, 10) for place in range(len(rows))]
    layers = [
        layer(f"扣除{number}", [{"BSM": str(place)} for place in range(len(boxes))], boxes)
        for number, boxes in enumerate(excluded, 1)
    ]
    return find_stable(StableInputs(layer("DLTB", rows, shapes), layers, **more), job or job_of())


def change(
    before: str, after: str, net: float = 100.0, village: str = VILLAGES[0], grade: float | None = 6.0, **more: object
) -> dict[str, object]:
    """A piece of ground that was `before` and is `after`; `net` m² of cultivated land on the side that has it."""
    return {"before": before, "after": after, "net": net, "units": net, "village": village, "grade": grade, **more}


def flows_of(rows: Sequence[Mapping[str, object]], **more: object) -> Flows:
    """Made-up changes as flows; a shape is a Box."""
    table = load_code_table()

    def text(*keys: str) -> np.ndarray:
        found = np.empty(len(rows), dtype=object)
        found[:] = [next((str(row[key]) for key in keys if row.get(key) is not None), "") for row in rows]
        return found

    def hundredths(key: str) -> np.ndarray:
        return np.array([round(float(row[key]) * 100) for row in rows], dtype=np.int64)  # type: ignore[arg-type]

    before, after, net = text("before"), text("after"), hundredths("net")
    was, now = table.cultivated_rows(before), table.cultivated_rows(after)
    grade = np.array([np.nan if row["grade"] is None else row["grade"] for row in rows], dtype=np.float64)
    count = len(rows)
    geometry = np.full(count, None, dtype=object)
    for place, row in enumerate(rows):
        geometry[place] = box(*row["shape"]) if "shape" in row else None  # type: ignore[misc]
    numbers = np.arange(count, dtype=np.int64)
    return Flows(**{  # type: ignore[arg-type]
        "village": text("village"), "village_after": text("village_after", "village"), "before": before, "after": after,
        "units": hundredths("units"), "net_before": np.where(was, net, 0), "net_after": np.where(now, net, 0),
        "cultivated_before": was, "cultivated_after": now, "paddy_before": table.paddy_rows(before),
        "paddy_after": table.paddy_rows(after), "grade_before": grade, "grade_after": grade, "slope_before": text("slope"),
        "slope_after": text("slope"), "restoring_before": text("tbxh"), "restoring_after": text("tbxh"),
        "planting_before": text("zzsx"), "planting_after": text("zzsx"), "rule": text("rule"),
        "before_id": text("before_id"), "after_id": text("id"), "before_row": numbers, "after_row": numbers,
        "source": Source.PACKAGE, "geometry": geometry, **more,
    })


def inout_job(rules: Rules | None = None, level: Level = Level.TOWNSHIP, **more: object) -> InOutJob:
    """The shipped rules and kinds."""
    rules = rules or load_rules()
    table = apply_rules(load_code_table(), rules)
    return InOutJob(**{  # type: ignore[arg-type]
        "level": level, "table": table, "rules": rules, "kinds": load_kinds(), "stable_rules": load_stable_rules(),
        "yields": load_yields(GradeSystem.NATIONAL15), "measuring": PLANE, **more,
    })


def account_of(
    rows: Sequence[Mapping[str, object]], job: InOutJob | None = None, year: int | Sequence[int] = 2022, **more: object
) -> InOut:
    """A settled account of made-up changes; keys `mark` and `doc` of a row are its exemption and document."""
    years = np.array([year] * len(rows) if isinstance(year, int) else year, dtype=np.int64)
    marks = {}
    for name, key in (("exempt", "mark"), ("document", "doc")):
        marks[name] = np.empty(len(rows), dtype=object)
        marks[name][:] = [row.get(key) for row in rows]
    inputs = InOutInputs(flows_of(rows), years, "变化", **{**marks, **more})  # type: ignore[arg-type]
    return settle(inputs, job or inout_job())
