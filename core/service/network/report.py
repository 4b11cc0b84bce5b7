"""The workbook, the result rows and the checks of a travel run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import numpy as np

from ...occupation.inputs_sheet import RunFacts, environment, fact
from ...occupation.report import Report
from ...rounding import half_up
from ...sentence import Say, Sentence, sentence, translate
from ...summary.result_rows import ResultField
from ...workbook import (
    DisplayUnit,
    FilledTable,
    Identity,
    Row,
    RowKind,
    checks_table,
    compact,
    identities_of,
    load_layout,
    with_subtotals,
)
from ...workbook.table import Value
from .model import UNREACHED, Kind, Places, State, Times, Travel, TravelJob, minutes_text

AREA_FIELDS: tuple[ResultField, ...] = (
    ResultField("ORIGIN_ID", "integer", translate("LandLedger", "Feature id of the base"), 18),
    ResultField("ORIGIN", "text", translate("LandLedger", "Base"), 120),
    ResultField("MINUTES", "number", translate("LandLedger", "Within (minutes)"), 10, 2),
    ResultField("AREA_KM2", "number", translate("LandLedger", "Area (km²)"), 18, 4),
    ResultField("ROAD_KM", "number", translate("LandLedger", "Roads reached (km)"), 18, 3),
    ResultField("PLACES", "integer", translate("LandLedger", "Villages reached"), 10),
    ResultField("PEOPLE", "integer", translate("LandLedger", "People of the villages reached"), 12),
    ResultField("UNITS", "integer", translate("LandLedger", "Units reached"), 10),
)
REACHED_FIELDS: tuple[ResultField, ...] = (
    ResultField("KIND", "text", translate("LandLedger", "Village or unit"), 10),
    ResultField("PLACE_ID", "integer", translate("LandLedger", "Feature id"), 18),
    ResultField("NAME", "text", translate("LandLedger", "Name"), 120),
    ResultField("PEOPLE", "integer", translate("LandLedger", "People"), 12),
    ResultField("ORIGIN_ID", "integer", translate("LandLedger", "Feature id of the base"), 18),
    ResultField("ORIGIN", "text", translate("LandLedger", "Nearest base"), 120),
    ResultField("MINUTES", "number", translate("LandLedger", "Travel time (minutes)"), 12, 2),
    ResultField("BAND", "number", translate("LandLedger", "Within (minutes)"), 10, 2),
    ResultField("ACCESS_M", "number", translate("LandLedger", "Distance to the road (m)"), 12, 1),
    ResultField("STATE", "text", translate("LandLedger", "State"), 10),
)
MATRIX_FIELDS: tuple[ResultField, ...] = (
    ResultField("ORIGIN_ID", "integer", translate("LandLedger", "Feature id of the base"), 18),
    ResultField("ORIGIN", "text", translate("LandLedger", "Base"), 120),
    ResultField("KIND", "text", translate("LandLedger", "Village or unit"), 10),
    ResultField("PLACE_ID", "integer", translate("LandLedger", "Feature id"), 18),
    ResultField("NAME", "text", translate("LandLedger", "Name"), 120),
    ResultField("MINUTES", "number", translate("LandLedger", "Travel time (minutes)"), 20, 9),
    ResultField("ROAD_MIN", "number", translate("LandLedger", "of which on roads (minutes)"), 20, 9),
)

KIND_NAMES: Mapping[Kind, str] = {Kind.ORIGIN: "驻点", Kind.PLACE: "村庄", Kind.UNIT: "服务单元"}
WITHIN_FIRST, WITHIN, BEYOND, NONE = "{high}分钟以内", "{low}～{high}分钟", "{low}分钟以上", "到不了"
ALL_ORIGINS, NO_ORIGIN = "全部驻点", "无驻点可到"
YES, NO = "是", "否"
COUNT_NAMES = {"N": "村庄数", "P": "村庄人口", "U": "服务单元数", "UP": "单元人口"}
Count = tuple[int, int, int, int]
"""Villages, their people, units, their people."""


def band_names(job: TravelJob) -> list[str]:
    """What the tables call the bands, then what is beyond the last, then what can't be reached."""
    limits = [minutes_text(band) for band in job.bands]
    names = [WITHIN_FIRST.format(high=limits[0])]
    names += [WITHIN.format(low=low, high=high) for low, high in zip(limits, limits[1:])]
    return [*names, BEYOND.format(low=limits[-1]), NONE]


def band_places(job: TravelJob, hundredths: np.ndarray) -> np.ndarray:
    """int64: for each time the place of its band in `band_names`; a time on the limit is within it."""
    places = np.searchsorted(np.array(job.bands), hundredths, side="left")
    return np.where(hundredths == UNREACHED, len(job.bands) + 1, places)


def people_of(places: Places) -> np.ndarray:
    """int64 (k,), nothing where nobody counted them."""
    return np.zeros(len(places), dtype=np.int64) if places.people is None else places.people


def counts_of(travel: Travel, which: Mapping[int, np.ndarray]) -> Count:
    """Villages and units of the masks `which` by the place of their layer in `travel.times`, with their people."""
    found = {kind: [0, 0] for kind in Kind}
    for place, mask in which.items():
        places = travel.times[place].places
        found[places.kind][0] += int(mask.sum())
        found[places.kind][1] += int(people_of(places)[mask].sum())
    return (*found[Kind.PLACE], *found[Kind.UNIT])  # type: ignore[return-value]


# --------------------------------------------------------------------------------------------------------------- tables


def reach_table(travel: Travel, name: str, folder: str | None) -> FilledTable:
    """时间圈可达情况表: what each base reaches by itself, band by band."""
    layout = load_layout("REACH", folder)
    circles = {(circle.origin, circle.band): circle for circle in travel.circles}
    bands: list[int | None] = [*travel.job.bands, None, None]
    rows = []
    for origin in range(len(travel.origins)):
        total: Count = (0, 0, 0, 0)
        where = [band_places(travel.job, times.hundredths[origin]) for times in travel.times]
        for place, (label, band) in enumerate(zip(band_names(travel.job), bands)):
            here = counts_of(travel, {layer: at == place for layer, at in enumerate(where)})
            total = tuple(a + b for a, b in zip(total, here))  # type: ignore[assignment]
            cells: dict[str, Value] = {"ORIGIN": travel.origins.names[origin], "BAND": label}
            cells.update(zip(("N", "P", "U", "UP"), here))
            cells.update(zip(("CN", "CP", "CU", "CUP"), total))
            circle = circles.get((origin, band or 0))
            cells["AREA"] = None if circle is None else _rounded(circle.shape.area / 1e6, 2)
            cells["ROAD"] = None if circle is None else _rounded(circle.road_metres / 1e3, 2)
            rows.append(Row(cells))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": name}, [_note(travel.job)])


def near_table(travel: Travel, name: str, folder: str | None) -> FilledTable:
    """就近可达情况表: every village once, at the base that is there first."""
    layout = load_layout("REACH_NEAR", folder)
    labels = band_names(travel.job)
    where = [band_places(travel.job, times.least) for times in travel.times]
    rows = []
    for origin in [*range(len(travel.origins)), UNREACHED]:
        for place in range(len(labels)):
            if (origin == UNREACHED) != (place == len(labels) - 1):
                continue
            masks = {layer: (at == place) & (travel.times[layer].nearest == origin) for layer, at in enumerate(where)}
            cells: dict[str, Value] = {"ORIGIN": NO_ORIGIN if origin == UNREACHED else travel.origins.names[origin]}
            cells["BAND"] = labels[place]
            rows.append(Row({**cells, **dict(zip(("N", "P", "U", "UP"), counts_of(travel, masks)))}))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": name}, [_note(travel.job)])


def _note(job: TravelJob) -> Sentence:
    text = translate(
        "LandLedger",
        "Shortest driving time from the base, with {speed} km/h between place and road; rounded once to 0.01 min, a time on "
        "the limit of a band is within it.",
    )
    return sentence(text, speed=f"{job.access_speed:g}")


def place_table(travel: Travel, name: str, folder: str | None) -> FilledTable:
    """到达时间明细表: every village and unit with its nearest base."""
    labels = band_names(travel.job)
    rows = []
    for times in travel.times:
        places, least = times.places, times.least
        band = band_places(travel.job, least).tolist()
        for row in range(len(places)):
            origin = int(times.nearest[row])
            metres = float(times.access.metres[row])
            cells: dict[str, Value] = {
                "KIND": KIND_NAMES[places.kind], "NO": str(places.ids[row]), "NAME": places.names[row],
                "P": None if places.people is None else int(places.people[row]),
                "ORIGIN": None if origin < 0 else travel.origins.names[origin],
                "MIN": None if least[row] < 0 else Decimal(int(least[row])).scaleb(-2),
                "BAND": labels[band[row]],
                "LEG": _rounded(metres, 1) if np.isfinite(metres) else None,
                "STATE": sentence(times.state[row].label),
            }
            rows.append(Row(cells))
    return FilledTable(load_layout("TRAVEL_PLACES", folder), rows, None, {"name": name})


def speed_table(travel: Travel, name: str, folder: str | None) -> FilledTable:
    """道路速度取值表: the speeds used, by class and where they come from, with how sure they are."""
    layout = load_layout("TRAVEL_SPEEDS", folder)
    speeds = travel.roads.speeds
    metres = np.bincount(travel.network.road, weights=travel.network.length, minlength=len(speeds.kmh))
    groups: dict[tuple[str, str], list[int]] = {}
    for row, (word, basis) in enumerate(zip(speeds.classes.tolist(), speeds.basis.tolist())):
        groups.setdefault((word, basis.label), []).append(row)
    rows = []
    for (word, basis), members in sorted(groups.items()):
        kmh, used = speeds.kmh[members], speeds.table.get(word)
        by_class = used is not None and speeds.basis[members[0]].value == "class"
        cells: dict[str, Value] = {
            "CLASS": word or "—", "BASIS": sentence(basis), "LOW": _rounded(kmh.min(), 1), "HIGH": _rounded(kmh.max(), 1),
            "N": len(members), "KM": _rounded(metres[members].sum() / 1e3, 2),
            "OPEN": YES if used is None or used.open else NO,
            "SOURCE": used.source if used is not None and by_class else None,
            "STATUS": sentence(used.status.label) if used is not None and by_class else None,
        }
        rows.append(Row(cells))
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": name})


def island_table(travel: Travel, name: str, folder: str | None) -> FilledTable:
    """路网孤岛清单: the parts of the network that are connected to the longest one by nothing."""
    layout = load_layout("TRAVEL_ISLANDS", folder)
    rows = [
        Row({
            "SEQ": str(number), "N": island.roads, "KM": _rounded(island.metres / 1e3, 2), "FEATURE": str(island.feature),
            "X": _rounded(island.xy[0], 2), "Y": _rounded(island.xy[1], 2),
            "ORIGINS": "、".join(island.origins) or None, "PLACES": "、".join(island.places) or None,
        })
        for number, island in enumerate(travel.islands, 1)
    ]
    return FilledTable(layout, with_subtotals(layout, rows), None, {"name": name})


def _rounded(value: float, decimals: int) -> Decimal:
    return half_up(Decimal(repr(float(value))), decimals)


# --------------------------------------------------------------------------------------------------------------- checks


def findings_of(travel: Travel) -> Iterator[tuple[str, str, Sentence]]:
    """Layer, feature and what has to be looked at: bases and places off the roads, gaps that were bridged."""
    far, distance = translate("LandLedger", "{name}: no road within {distance} m."), f"{travel.job.max_access:g}"
    for place, node in enumerate(travel.access.node.tolist()):
        if node < 0:
            told = sentence(far, name=travel.origins.names[place], distance=distance)
            yield travel.origins.layer, str(travel.origins.ids[place]), told
    for times in travel.times:
        places = times.places
        if places.blank:
            text = translate("LandLedger", "{count} features have no population and count as nobody.")
            yield places.layer, "", sentence(text, count=places.blank)
        for place, state in enumerate(times.state):
            name = places.names[place]
            if state is State.FAR:
                yield places.layer, str(places.ids[place]), sentence(far, name=name, distance=distance)
            elif state is State.NO_WAY:
                text = translate("LandLedger", "{name}: no base has a way here on the roads.")
                yield places.layer, str(places.ids[place]), sentence(text, name=name)
            elif state is State.NO_SHAPE:
                text = translate("LandLedger", "{name}: the feature has no shape.")
                yield places.layer, str(places.ids[place]), sentence(text, name=name)
    for gap in travel.junctions.gaps:
        text = translate("LandLedger", "Gap of {metres} m to road {other} bridged at {x}, {y}.")
        x, y = gap.xy
        places_of_gap = {"metres": f"{gap.metres:.3f}", "other": travel.roads.ids[gap.other], "x": f"{x:.2f}", "y": f"{y:.2f}"}
        yield travel.roads.name, str(travel.roads.ids[gap.road]), sentence(text, **places_of_gap)


def identities(travel: Travel, tables: Sequence[FilledTable]) -> list[Identity]:
    """What has to hold between the tables and the layers."""
    reach, near, listed = tables
    whole = counts_of(travel, {layer: np.ones(len(times.places), dtype=bool) for layer, times in enumerate(travel.times)})
    found = []
    base = sentence(translate("LandLedger", "bands of a base = all places"))
    for place, cells in enumerate(_sums(reach, len(band_names(travel.job)))):
        found += [Identity(base, f"{travel.origins.names[place]} {COUNT_NAMES[key]}", cells[key], wanted) for key, wanted in _keyed(whole)]
    nearest = sentence(translate("LandLedger", "places by nearest base = all places"))
    data = [row for row in near.rows if row.kind is RowKind.DATA]
    found += [Identity(nearest, COUNT_NAMES[key], sum(_whole(row, key) for row in data), wanted) for key, wanted in _keyed(whole)]
    rows = sentence(translate("LandLedger", "rows of the list = all places"))
    found.append(Identity(rows, "编号", len(list(listed.rows)), whole[0] + whole[2]))
    people = sum(_whole(row, "P") for row in listed.rows)
    counted = sentence(translate("LandLedger", "people of the list = people of all places"))
    found.append(Identity(counted, "人口", people, whole[1] + whole[3]))
    return found


def _whole(row: Row, key: str) -> int:
    """A count of a row, nothing where the cell is blank."""
    value = row.value(key)
    return value if isinstance(value, int) else 0


def _keyed(count: Count) -> Iterable[tuple[str, int]]:
    return zip(COUNT_NAMES, count)


def _sums(table: FilledTable, size: int) -> Iterator[dict[str, int]]:
    """The sums of the columns over each `size` rows of data."""
    data = [row for row in table.rows if row.kind is RowKind.DATA]
    for start in range(0, len(data), size):
        block = data[start : start + size]
        yield {key: sum(_whole(row, key) for row in block) for key in ("N", "P", "U", "UP")}


def travel_report(
    travel: Travel, facts: RunFacts, inputs: Iterable[Row], name: str = "", folder: str | None = None
) -> Report:
    """All sheets of a run; `folder` holds the layouts a bureau changed."""
    tables = [reach_table(travel, name, folder), near_table(travel, name, folder), place_table(travel, name, folder)]
    found = [*compact([each for table in tables[:2] for each in identities_of(table)]), *identities(travel, tables)]
    kind = sentence(translate("LandLedger", "travel time"))
    findings = [
        Row({"KIND": kind, "LAYER": layer, "FEATURE": feature, "TEXT": text, "AREA": None})
        for layer, feature, text in findings_of(travel)
    ]
    checks = checks_table(found, DisplayUnit.SQUARE_METRE, load_layout("CHECKS", folder))
    sheets = [
        *tables, speed_table(travel, name, folder), island_table(travel, name, folder), checks,
        FilledTable(load_layout("FINDINGS", folder), findings),
        FilledTable(load_layout("INPUTS", folder), [*inputs, *_how(travel), *environment(facts)]),
    ]
    return Report(sheets, found)


def _how(travel: Travel) -> Iterator[Row]:
    """How the run counted."""
    job, network = travel.job, travel.network
    yield fact(
        translate("LandLedger", "Road network"),
        sentence(
            translate("LandLedger", "{links} links, {nodes} nodes, {km} km, {islands} islands beside the longest part"),
            links=len(network.first), nodes=network.nodes, km=_rounded(network.length.sum() / 1e3, 2), islands=len(travel.islands),
        ),
        sentence(translate("LandLedger", "Lengths are those in the plane of projection.")),
    )
    crossing = (
        sentence(translate("LandLedger", "wherever lines cross ({count} places), bridges too"), count=travel.junctions.crossings)
        if job.crossings
        else sentence(translate("LandLedger", "where lines have a common vertex"))
    )
    gaps = translate("LandLedger", "Ends within {tolerance} m of another road are joined without cost: {count} gaps.")
    yield fact(
        translate("LandLedger", "Junctions"), crossing,
        sentence(gaps, tolerance=f"{job.tolerance:g}", count=len(travel.junctions.gaps)),
    )
    yield fact(
        translate("LandLedger", "Way to the road"),
        sentence(translate("LandLedger", "straight to the nearest road, at most {distance} m, {speed} km/h"),
                 distance=f"{job.max_access:g}", speed=f"{job.access_speed:g}"),
        sentence(translate("LandLedger", "Motorways and other roads one can't enter anywhere are left out.")),
    )
    yield fact(
        translate("LandLedger", "Time circle"),
        sentence(translate("LandLedger", "ground within {width} m of the parts of roads reached"), width=f"{job.width:g}"),
        sentence(translate("LandLedger", "Roads end to the metre where the time runs out; gaps between roads are not filled. "
                           "Villages count by their own time, not by lying in the circle.")),
    )


# ----------------------------------------------------------------------------------------------------------- result rows


def area_columns(travel: Travel, say: Say = str) -> tuple[np.ndarray, dict[str, list[object]]]:
    """Shapes and columns of the circles, of each base the widest first, so that narrower ones are drawn above."""
    circles = sorted(travel.circles, key=lambda circle: (circle.origin, -circle.band))
    columns: dict[str, list[object]] = {each.name: [] for each in AREA_FIELDS}
    shapes = np.empty(len(circles), dtype=object)
    for place, circle in enumerate(circles):
        shapes[place] = circle.shape
        alone = circle.origin >= 0
        within = {
            layer: _within(times.hundredths[circle.origin] if alone else times.least, circle.band)
            for layer, times in enumerate(travel.times)
        }
        count = counts_of(travel, within)
        values = (
            int(travel.origins.ids[circle.origin]) if alone else None,
            travel.origins.names[circle.origin] if alone else ALL_ORIGINS,
            circle.band / 100, float(_rounded(circle.shape.area / 1e6, 4)), float(_rounded(circle.road_metres / 1e3, 3)), *count[:3],
        )
        for each, value in zip(AREA_FIELDS, values):
            columns[each.name].append(value)
    return shapes, columns


def _within(hundredths: np.ndarray, band: int) -> np.ndarray:
    return np.asarray((hundredths != UNREACHED) & (hundredths <= band))


def reached_columns(travel: Travel) -> tuple[np.ndarray, dict[str, list[object]]]:
    """Coordinates (n, 2) and columns of all places, layer by layer."""
    columns: dict[str, list[object]] = {each.name: [] for each in REACHED_FIELDS}
    limits = np.array([*travel.job.bands, np.nan, np.nan]) / 100
    for times in travel.times:
        places, least, nearest = times.places, times.least, times.nearest
        known = nearest >= 0
        columns["KIND"] += [places.kind.value] * len(places)
        columns["PLACE_ID"] += places.ids.tolist()
        columns["NAME"] += list(places.names)
        columns["PEOPLE"] += [None] * len(places) if places.people is None else places.people.tolist()
        columns["ORIGIN_ID"] += [int(travel.origins.ids[row]) if row >= 0 else None for row in nearest.tolist()]
        columns["ORIGIN"] += [travel.origins.names[row] if row >= 0 else None for row in nearest.tolist()]
        columns["MINUTES"] += np.where(known, least / 100, np.nan).tolist()
        columns["BAND"] += limits[band_places(travel.job, least)].tolist()
        metres = times.access.metres
        columns["ACCESS_M"] += np.where(np.isfinite(metres), metres, np.nan).tolist()
        columns["STATE"] += [state.value for state in times.state]
    return np.concatenate([np.empty((0, 2)), *(times.places.xy for times in travel.times)]), columns


def matrix_columns(travel: Travel) -> dict[str, np.ndarray]:
    """Every base to every place there is a way to, base by base; minutes as computed, not rounded."""
    parts: dict[str, list[np.ndarray]] = {each.name: [] for each in MATRIX_FIELDS}
    origin_names = np.array(list(travel.origins.names), dtype=object)
    for times in travel.times:
        origin, place = np.nonzero(np.isfinite(times.seconds))
        parts["ORIGIN_ID"].append(travel.origins.ids[origin])
        parts["ORIGIN"].append(origin_names[origin])
        parts["KIND"].append(np.full(len(origin), times.places.kind.value, dtype=object))
        parts["PLACE_ID"].append(times.places.ids[place])
        parts["NAME"].append(np.array([*times.places.names, None], dtype=object)[place])
        parts["MINUTES"].append(times.seconds[origin, place] / 60)
        parts["ROAD_MIN"].append(times.road[origin, place] / 60)
    return {name: np.concatenate(values) if values else np.empty(0) for name, values in parts.items()}


def counted_within(times: Sequence[Times], kind: Kind) -> int:
    """How many places of a kind some base reaches within the last band."""
    return sum(state is State.REACHED for each in times if each.places.kind is kind for state in each.state)
