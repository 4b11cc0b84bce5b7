"""The road network: graph, times, circles, islands, against graphs walked by hand and against brute force."""

from __future__ import annotations

import heapq
import math
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.columns import Columns
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.rules import Status, load_rules
from ....core.service.network.areas import Ground, reached_parts
from ....core.service.network.graph import Ways, network_of, times_from
from ....core.service.network.job import travel
from ....core.service.network.junctions import junctions_of
from ....core.service.network.layers import places_of, roads_of
from ....core.service.network.model import RULES, Kind, Places, State, TravelJob, bands_of, minutes_text
from ....core.service.network.report import (
    area_columns,
    findings_of,
    identities,
    matrix_columns,
    reached_columns,
    travel_report,
)
from ....core.service.network.speeds import (
    Basis,
    DirectionWords,
    class_of,
    directions_of,
    load_speeds,
    speeds_of,
    words_of,
)
from ....core.service.network.strands import strands_of, with_points
from ....core.workbook import Row, RowKind

JOB = TravelJob((1500, 3000), 6.0, 200.0, 0.0, False, 50.0)
WORDS = DirectionWords(("f",), ("t",), ("b",))


def roads(*lines, kmh=60.0, ways=None, classes=None, speeds=None):
    """Roads of coordinate lists, 60 km/h (a kilometre a minute), two-way unless said otherwise."""
    attributes = {"SPEED": np.full(len(lines), kmh) if speeds is None else np.array(speeds, dtype=float)}
    if ways is not None:
        attributes["DIRECTION"] = np.array(ways, dtype=object)
    if classes is not None:
        attributes["CLASS"] = np.array(classes, dtype=object)
        if speeds is None:
            del attributes["SPEED"]
    shapes = np.array([shapely.LineString(line) if isinstance(line, list) else line for line in lines] + [None], dtype=object)[:-1]
    return roads_of(Columns("roads", np.arange(1, len(lines) + 1), shapes, attributes), load_speeds(), 20.0, WORDS, "direction")


def places(*points, kind=Kind.PLACE, people=None):
    xy = np.array(points, dtype=float).reshape(-1, 2)
    names = [f"{kind.value}{number}" for number in range(1, len(xy) + 1)]
    return Places(kind, kind.value, np.arange(1, len(xy) + 1), names, xy, None if people is None else np.array(people))


def minutes(found, layer=0):
    """Minutes of the first layer from every base, inf for no way."""
    return np.round(found.times[layer].seconds / 60, 9).tolist()


def run(lines, bases, targets=(), job=JOB, **more):
    return travel(lines, places(*bases, kind=Kind.ORIGIN), [places(*targets)], job, **more)


# ---------------------------------------------------------------------------------------------------------------- times


def test_places_beside_roads_by_hand() -> None:
    """200 m at 6 km/h are 2 min; the road is cut where the foot is: 2 + 3 + 1 min."""
    found = run(roads([(0, 0), (10_000, 0)]), [(1_000, 200)], [(4_000, -100), (1_000, 200), (12_000, 0), (4_000, 201)])
    assert minutes(found) == [[6.0, 4.0, math.inf, math.inf]]
    assert found.times[0].road.tolist()[0][:2] == [180.0, 0.0]
    assert found.times[0].state == [State.REACHED, State.REACHED, State.FAR, State.FAR]
    assert found.times[0].access.metres.tolist() == [100.0, 200.0, math.inf, math.inf]


def test_places_on_one_link_are_reached_along_it_and_not_round_it() -> None:
    square = [(0, 0), (3_000, 0), (3_000, 3_000), (0, 3_000), (0, 0)]
    found = run(roads(square), [(1_000, 0)], [(2_000, 0), (0, 1_000), (3_000, 2_500)])
    assert minutes(found) == [[1.0, 2.0, 4.5]]


def test_one_way_roads_are_driven_one_way() -> None:
    square = roads([(0, 0), (1_000, 0)], [(1_000, 0), (1_000, 1_000), (0, 1_000), (0, 0)], ways=["F", "B"])
    assert minutes(run(square, [(0, 0)], [(500, 0), (1_000, 0)])) == [[0.5, 1.0]]
    assert minutes(run(square, [(1_000, 0)], [(500, 0), (0, 0)])) == [[3.5, 3.0]]
    back = roads([(0, 0), (1_000, 0)], ways=["T"])
    found = run(back, [(0, 0)], [(1_000, 0)])
    assert minutes(found) == [[math.inf]]
    assert found.times[0].state == [State.NO_WAY]


def test_of_several_links_the_fastest_and_of_several_bases_the_nearest() -> None:
    found = run(
        roads([(0, 0), (2_000, 0)], [(0, 0), (1_000, 1_000), (2_000, 0)], speeds=[20.0, 120.0]), [(0, 0), (2_000, 0)], [(0, 0)]
    )
    assert minutes(found) == [[0.0], [round(math.sqrt(2), 9)]]
    assert found.times[0].nearest.tolist() == [0]
    equal = run(roads([(0, 0), (2_000, 0)]), [(0, 0), (2_000, 0)], [(1_000, 0)])
    assert equal.times[0].nearest.tolist() == [0]


def test_a_time_on_the_limit_is_within_it_and_times_are_rounded_once() -> None:
    line = roads([(0, 0), (100_000, 0)])
    found = run(line, [(0, 0)], [(15_000, 0), (15_004.9, 0), (15_005.1, 0), (30_010, 0)])
    assert found.times[0].hundredths.tolist() == [[1500, 1500, 1501, 3001]]
    assert found.times[0].state == [State.REACHED] * 3 + [State.BEYOND]
    assert reached_columns(found)[1]["BAND"][:3] == [15.0, 15.0, 30.0]
    assert math.isnan(reached_columns(found)[1]["BAND"][3])


@st.composite
def towns(draw):
    """Streets on a 4 × 4 grid of 100 m, some missing, some one-way, of three speeds; places on and beside them."""
    streets = []
    for x in range(4):
        for y in range(4):
            for dx, dy in ((1, 0), (0, 1)):
                if x + dx < 4 and y + dy < 4 and draw(st.integers(0, 3)):
                    streets.append(((x, y), (x + dx, y + dy), draw(st.sampled_from((10, 20, 40))), draw(st.sampled_from("FTBB"))))
    spots = draw(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=5))
    return streets, spots


def by_brute_force(streets, start, end):
    """Seconds from foot to foot on a graph of 1 m steps, with a heap and a dictionary."""
    steps: dict = {}
    for (ax, ay), (bx, by), kmh, way in streets:
        dx, dy = bx - ax, by - ay
        points = [(100 * ax + dx * metre, 100 * ay + dy * metre) for metre in range(101)]
        for one, other in zip(points, points[1:]):
            if way in "FB":
                steps.setdefault(one, []).append((other, 3.6 / kmh))
            if way in "TB":
                steps.setdefault(other, []).append((one, 3.6 / kmh))
    best, queue = {start: 0.0}, [(0.0, start)]
    while queue:
        time, place = heapq.heappop(queue)
        if place == end:
            return time
        if time > best[place]:
            continue
        for other, cost in steps.get(place, ()):
            if time + cost < best.get(other, math.inf):
                best[other] = time + cost
                heapq.heappush(queue, (time + cost, other))
    return math.inf


@settings(max_examples=40, deadline=None)
@given(towns())
def test_times_are_those_of_brute_force(town) -> None:
    streets, spots = town
    if not streets:
        return
    lines = [[(100 * a[0], 100 * a[1]), (100 * b[0], 100 * b[1])] for a, b, _, _ in streets]
    made = roads(*lines, speeds=[kmh for *_, kmh, _ in streets], ways=[way for *_, way in streets])
    points = [(10.0 * x + 3, 10.0 * y + 1) for x, y in spots]
    found = run(made, points, points, replace(JOB, max_access=math.inf))
    feet = [tuple(round(value) for value in foot) for foot in found.access.xy.tolist()]
    whole = shapely.multilinestrings(list(made.shapes))
    for place, (point, metres) in enumerate(zip(points, found.access.metres.tolist())):
        assert metres == pytest.approx(shapely.distance(shapely.Point(point), whole))
        assert math.dist(found.access.xy[place], feet[place]) < 1e-9
    for row, start in enumerate(feet):
        for column, end in enumerate(feet):
            wanted = by_brute_force(streets, start, end)
            # At a foot where several streets pass the brute force may change street, as ours may: nodes are places.
            assert found.times[0].road[row, column] == pytest.approx(wanted, abs=1e-6) or math.isinf(wanted)
            assert math.isinf(found.times[0].road[row, column]) == math.isinf(wanted)


# ------------------------------------------------------------------------------------------------------------ junctions


def reaches(lines, **settings) -> bool:
    found = run(lines, [(0, 0)], [(2_000, 0)], replace(JOB, **settings))
    return math.isfinite(found.times[0].seconds[0, 0])


@pytest.mark.parametrize(
    ("lines", "gap"),
    [
        (([(0, 0), (1_000, 0)], [(1_000.4, 0), (2_000, 0)]), 0.4),
        (([(0, 0), (1_000, 0.4)], [(500, 0), (2_000, 0)]), None),
        (([(0, 0), (1_000, 0)], [(1_000.3, -500), (1_000.3, 500), (2_000, 500), (2_000, 0)]), 0.3),
        (([(0, 0), (1_000.2, 0)], [(1_000, -500), (1_000, 500), (2_000, 500), (2_000, 0)]), 0.2),
    ],
)
def test_gaps_within_the_tolerance_are_bridged(lines, gap) -> None:
    """End to end, end beside a road, end before a road, end a bit across a road."""
    made = roads(*lines)
    assert not reaches(made)
    assert not reaches(made, tolerance=0.1)
    assert reaches(made, tolerance=0.5)
    if gap is not None:
        found = run(made, [(0, 0)], [(2_000, 0)], replace(JOB, tolerance=0.5))
        assert [round(each.metres, 9) for each in found.junctions.gaps] == [gap]
        assert found.islands == []


def test_roads_that_meet_are_no_gap() -> None:
    met = roads([(0, 0), (1_000, 0)], [(1_000, 0), (2_000, 0)], [(1_000, 0), (1_000, 0.2)])
    assert run(met, [(0, 0)], [(2_000, 0)], replace(JOB, tolerance=0.5)).junctions.gaps == ()


def test_a_ring_that_is_nearly_closed_is_closed() -> None:
    ring = roads([(0, 0), (1_000, 0), (1_000, 1_000), (0, 1_000), (0, 0.3)])
    assert minutes(run(ring, [(0, 0)], [(0, 500)]))[0][0] > 3
    assert minutes(run(ring, [(0, 0)], [(0, 500)], replace(JOB, tolerance=0.5)))[0][0] == pytest.approx(0.4997)


def test_crossings_are_junctions_only_where_asked() -> None:
    cross = roads([(0, 0), (2_000, 0)], [(1_000, -500), (1_000, 500)], [(500, 500), (1_500, 500)])
    apart = run(cross, [(0, 0)], [(1_000, 300), (1_400, 500)])
    assert minutes(apart) == [[math.inf, math.inf]]
    joined = run(cross, [(0, 0)], [(1_000, 300), (1_400, 500)], replace(JOB, crossings=True))
    assert minutes(joined) == [[1.3, 1.9]]
    assert joined.junctions.crossings == 2
    assert len(joined.network.first) == 3 * 2 + 2


def test_lines_on_one_another_and_a_line_through_itself_are_joined_by_crossings() -> None:
    over = roads([(0, 0), (1_000, 0)], [(600, 0), (2_000, 0)])
    assert minutes(run(over, [(0, 0)], [(2_000, 0)], replace(JOB, crossings=True))) == [[2.0]]
    from_one_end = roads([(0, 0), (1_000, 0)], [(0, 0), (2_000, 0)])
    assert minutes(run(from_one_end, [(1_000, 0)], [(2_000, 0)], replace(JOB, crossings=True))) == [[1.0]]
    loop = roads([(0, 0), (1_000, 0), (1_000, 500), (500, 500), (500, -500)])
    assert minutes(run(loop, [(0, 0)], [(500, -500)], replace(JOB, crossings=True))) == [[1.0]]
    assert minutes(run(loop, [(0, 0)], [(500, -500)])) == [[3.0]]


def test_a_vertex_within_a_line_is_a_junction_where_another_has_it_too() -> None:
    through = roads([(0, 0), (1_000, 0), (2_000, 0)], [(1_000, 0), (1_000, 700)])
    assert minutes(run(through, [(0, 0)], [(1_000, 700)])) == [[1.7]]


def test_islands_are_listed_with_what_lies_on_them() -> None:
    made = roads([(0, 0), (5_000, 0)], [(0, 900), (1_000, 900)], [(1_000, 900), (1_500, 900)], [(0, 1_900), (400, 1_900)])
    found = run(made, [(0, 0), (500, 900)], [(100, 1_900), (900, 900)])
    assert [(island.roads, island.metres, island.feature) for island in found.islands] == [(2, 1_500.0, 2), (1, 400.0, 4)]
    assert [island.origins for island in found.islands] == [("origin2",), ()]
    assert [island.places for island in found.islands] == [("place2",), ("place1",)]
    assert found.times[0].state == [State.NO_WAY, State.REACHED]


def test_points_put_into_strands_stay_in_order_and_are_not_doubled() -> None:
    strands = strands_of(np.array([shapely.LineString([(0, 0), (10, 0), (20, 0)]), shapely.LineString([(0, 5), (10, 5)])]))
    xy = np.array([(7.0, 0.0), (3.0, 0.0), (10.0, 0.0), (7.0, 0.0), (15.0, 0.0), (0.0, 5.0), (4.0, 5.0)])
    put = with_points(strands, np.array([0, 0, 0, 0, 1, 3, 3]), np.array([0.7, 0.3, 1, 0.7, 0.5, 0, 0.4]), xy)
    assert put.strands.xy[:, 0].tolist() == [0, 3, 7, 10, 15, 20, 0, 4, 10]
    assert put.strands.first.tolist() == [0, 6, 9]
    assert (put.strands.xy[put.vertex] == xy).all()
    assert (put.strands.xy[put.moved] == strands.xy).all()


# -------------------------------------------------------------------------------------------------------------- circles


def test_a_circle_ends_to_the_metre_where_the_time_runs_out() -> None:
    """15 min at a kilometre a minute, less 1 min to the road: 14 km each way; 100 m wide and two half circles."""
    found = run(roads([(-50_000, 0), (50_000, 0)]), [(0, 100)], [(0, 0)])
    first, second = found.circles
    assert first.road_metres == pytest.approx(28_000) and second.road_metres == pytest.approx(58_000)
    assert first.shape.bounds == pytest.approx((-14_050, -50, 14_050, 50))
    assert first.shape.area == pytest.approx(28_000 * 100 + math.pi * 50**2, rel=1e-4)


def test_a_circle_has_gaps_between_roads_and_one_way_roads_are_followed() -> None:
    made = roads([(0, 0), (5_000, 0)], [(0, 0), (0, 1_000), (5_000, 1_000)], [(0, 0), (-2_000, 0)], ways=["B", "B", "T"])
    (first, *_) = run(made, [(0, 0)], [(0, 0)], replace(JOB, bands=(300,))).circles
    inside = [shapely.Point(2_999, 0), shapely.Point(0, 999), shapely.Point(1_999, 1_000), shapely.Point(1_000, 49)]
    outside = [shapely.Point(3_051, 0), shapely.Point(1_000, 500), shapely.Point(2_051, 1_000), shapely.Point(-1_000, 0)]
    assert all(first.shape.contains(point) for point in inside)
    assert not any(first.shape.intersects(point) for point in outside)
    assert first.road_metres == pytest.approx(3_000 + 3_000)


def test_a_link_reached_from_both_ends_is_whole_only_where_the_parts_meet() -> None:
    ring = roads([(0, 0), (0, 1_000), (4_000, 1_000), (4_000, 0), (0, 0)])
    for band, metres in ((200, 4_000), (499, 9_980), (500, 10_000), (600, 10_000)):
        (found,) = run(ring, [(0, 0)], [(0, 0)], replace(JOB, bands=(band,))).circles
        assert found.road_metres == pytest.approx(metres)


def test_motorways_are_driven_but_nobody_lives_on_them() -> None:
    made = roads([(0, 0), (3_000, 0)], [(3_000, 0), (9_000, 0)], [(0, 0), (0, 3_000)], classes=["乡道", "高速公路", "小路"])
    found = run(made, [(0, 0)], [(6_000, 10), (9_000, 0), (0, 2_000)], replace(JOB, max_access=10_000.0))
    assert found.times[0].access.metres.tolist() == pytest.approx([math.hypot(3_000, 10), 6_000.0, 2_000.0])
    assert found.times[0].access.road.tolist() == [0, 0, 0]
    assert found.circles[-1].shape.bounds[2] <= 3_050.001
    assert found.circles[-1].road_metres == pytest.approx(9_000)


@settings(max_examples=25, deadline=None)
@given(towns(), st.integers(1, 60))
def test_circles_hold_just_the_points_of_roads_that_are_near_in_time(town, limit) -> None:
    """Every metre of every street by its own node: reached by time, or not in the parts."""
    streets, spots = town
    if not streets:
        return
    shapes = np.array([shapely.LineString([(100 * a[0], 100 * a[1]), (100 * b[0], 100 * b[1])]) for a, b, *_ in streets])
    kmh = np.array([float(each[2]) for each in streets])
    forward, backward = (np.array([each[3] in ways for each in streets]) for ways in ("FB", "TB"))
    ways = Ways(kmh, forward, backward, np.ones(len(streets), dtype=bool))
    junctions = junctions_of(strands_of(shapes))
    start = np.array([[10.0 * spots[0][0] + 3, 10.0 * spots[0][1] + 1]])
    network, access = network_of(junctions, ways, start)
    ((_, times),) = times_from(network, access.node)
    parts = reached_parts(network, times[0], float(limit))
    ground = Ground(network, 0.01).circle(parts)
    probes = np.array([shape.interpolate(metre + 0.37).coords[0] for shape in shapes.tolist() for metre in range(0, 100, 9)])
    denser, ends = network_of(junctions, ways, np.concatenate([start, probes]))
    ((_, there),) = times_from(denser, ends.node[:1])
    reached = there[0, ends.node[1:]]
    inside = np.zeros(len(probes), dtype=bool) if ground is None else shapely.dwithin(ground, shapely.points(probes), 1e-6)
    clear = np.abs(reached - limit) > 0.02
    assert (inside[clear] == (reached <= limit)[clear]).all()


# -------------------------------------------------------------------------------------------------- speeds and directions


def test_speeds_come_from_the_field_then_the_class_then_the_default() -> None:
    table = load_speeds()
    made = speeds_of(
        np.array([33.0, np.nan, 0.0, -5.0, np.nan]),
        np.array(["县道", "县道", "G105国道", "nobody knows", "小路"], dtype=object),
        table, 20.0, "r",
    )
    assert made.kmh.tolist() == [33.0, float(table["县道"].kmh), float(table["g*"].kmh), 20.0, 0.0]
    assert made.basis.tolist() == [Basis.FIELD, Basis.CLASS, Basis.CLASS, Basis.DEFAULT, Basis.CLASS]
    assert made.open.tolist() == [True, True, True, True, False]


@pytest.mark.parametrize(
    ("word", "key"),
    [("G2", "g#"), ("G35", "g##"), ("G1511", "g####"), ("G105", "g*"), ("S1", "s#"), ("s246", "s*"), ("X012371502", "x*"),
     (" 省道 ", "省道"), ("Primary", "primary"), ("Q5", None), ("", None), ("乡间", None)],
)
def test_road_numbers_are_classes(word, key) -> None:
    table = load_speeds()
    found = class_of(word, table)
    assert (None if found is None else found.word) == key


def test_every_speed_and_rule_that_ships_is_to_be_confirmed() -> None:
    assert {speed.status for speed in load_speeds().values()} == {Status.DEFAULT}
    rules = load_rules()
    assert {rules.get(key).status for key in RULES} == {Status.DEFAULT}
    assert TravelJob.of_rules(rules).bands == (1500, 3000, 4500, 6000)


@pytest.mark.parametrize(
    "row",
    ["a,-1,Y,s,seen", "a,301,Y,s,seen", "a,x,Y,s,seen", "a,5,Y,s,sure", "a,5,Y,s,seen\nA,6,Y,s,seen", ",5,Y,s,seen"],
)
def test_a_table_of_speeds_that_makes_no_sense_is_refused_with_its_line(tmp_path, row) -> None:
    file = tmp_path / "speeds.csv"
    file.write_text("class,kmh,open,source,status\n" + row, encoding="utf-8")
    with pytest.raises(InputError, match=r"speeds.csv, line \d") as raised:
        load_speeds(file)
    assert "speeds.csv" in str(raised.value.sentence)


def test_directions_are_words_of_three_lists_and_nothing_else() -> None:
    words = DirectionWords(words_of("F，正向"), words_of("T;反向"), words_of("b、0"))
    forward, backward = directions_of(np.array(["F", "正向", "反向 ", "B", None, "0"], dtype=object), words, "r", "DIR")
    assert forward.tolist() == [True, True, False, True, True, True]
    assert backward.tolist() == [False, False, True, True, True, True]
    with pytest.raises(InputError) as raised:
        directions_of(np.array(["2"], dtype=object), words, "r", "DIR")
    assert "DIR" in str(raised.value) and "2" in str(raised.value)


@pytest.mark.parametrize("text", ["", "a", "0,15", "30,15", "15,15", "15,,x", "1.005", "-5", "nan", "inf"])
def test_bands_have_to_ascend(text) -> None:
    with pytest.raises(InputError):
        bands_of(text)


def test_bands_are_read_as_people_write_them() -> None:
    assert bands_of("15，30、45/60") == (1500, 3000, 4500, 6000)
    assert bands_of("7.5, 100") == (750, 10_000)
    assert [minutes_text(value) for value in (750, 10_000, 1500)] == ["7.5", "100", "15"]


def test_layers_that_are_none_are_refused_with_their_feature() -> None:
    point = Columns("roads", np.array([7]), np.array([shapely.Point(0, 0)]), {})
    with pytest.raises(InputError) as raised:
        roads_of(point, {}, 20.0, WORDS)
    assert "7" in str(raised.value)
    for value in (1.5, -1.0):
        columns = Columns("villages", np.array([9]), np.array([shapely.Point(0, 0)]), {"PEOPLE": np.array([value])})
        with pytest.raises(InputError) as raised:
            places_of(columns, Kind.PLACE, "RK")
        assert "9" in str(raised.value) and "RK" in str(raised.value)
    with pytest.raises(InputError):
        roads([(0, 0), (1, 0)], kmh=301.0)
    with pytest.raises(InputError, match="no road that can be driven"):
        run(roads([(0, 0), (1_000, 0)], classes=["小路"]), [(0, 0)])
    with pytest.raises(InputError, match="No origin"):
        run(roads([(0, 0), (1_000, 0)]), [(0, 900)])


def test_polygons_stand_for_a_point_inside_and_blank_people_for_none() -> None:
    bent = shapely.Polygon([(0, 0), (10, 0), (10, 1), (1, 1), (1, 10), (0, 10)])
    columns = Columns("units", np.array([1, 2]), np.array([bent, None]), {"PEOPLE": np.array([5.0, np.nan])})
    found = places_of(columns, Kind.UNIT)
    assert bent.contains(shapely.Point(found.xy[0])) and np.isnan(found.xy[1]).all()
    assert found.people.tolist() == [5, 0] and found.names == ["1", "2"] and found.blank == 1
    told = travel(roads([(0, 0), (100, 0)]), places((0, 0), kind=Kind.ORIGIN), [found], JOB)
    assert [str(text) for *_, text in findings_of(told)] == [
        "1 features have no population and count as nobody.", "2: the feature has no shape."
    ]


def test_bases_of_one_name_are_told_apart() -> None:
    shapes = np.array([shapely.Point(0, 0)] * 3)
    columns = Columns("bases", np.array([4, 5, 6]), shapes, {"NAME": np.array(["甲", "乙", "甲"], dtype=object)})
    assert places_of(columns, Kind.ORIGIN).names == ["甲（4）", "乙", "甲（6）"]
    assert places_of(columns, Kind.PLACE).names == ["甲", "乙", "甲"]


# --------------------------------------------------------------------------------------------------------------- report


@pytest.fixture
def found():
    """Two bases on a road of 100 km, six villages of which one is far and one on an island, two units."""
    made = roads([(0, 0), (100_000, 0)], [(0, 5_000), (1_000, 5_000)])
    villages = places(
        (1_000, 0), (15_000, 0), (21_000, 0), (60_000, 0), (500, 5_000), (0, 90_000), people=[10, 20, 30, 40, 50, 60]
    )
    units = places((2_000, 0), (99_000, 0), kind=Kind.UNIT)
    return travel(made, places((0, 0), (25_000, 0), kind=Kind.ORIGIN), [villages, units], JOB, True, True)


def cells(table, *keys):
    return [tuple(row.value(key) for key in keys) for row in table.rows if row.kind is RowKind.DATA]


def test_tables_count_what_the_times_say(found) -> None:
    report = travel_report(found, RunFacts(), [])
    assert not report.draft and report.identities
    reach, near, listed, speeds, islands = report.tables[:5]
    assert cells(reach, "ORIGIN", "N", "P", "U", "CN", "CP") == [
        ("origin1", 2, 30, 1, 2, 30), ("origin1", 1, 30, 0, 3, 60), ("origin1", 1, 40, 1, 4, 100), ("origin1", 2, 110, 0, 6, 210),
        ("origin2", 2, 50, 0, 2, 50), ("origin2", 1, 10, 1, 3, 60), ("origin2", 1, 40, 1, 4, 100), ("origin2", 2, 110, 0, 6, 210),
    ]
    assert cells(near, "ORIGIN", "N", "P", "U") == [
        ("origin1", 1, 10, 1), ("origin1", 0, 0, 0), ("origin1", 0, 0, 0),
        ("origin2", 2, 50, 0), ("origin2", 0, 0, 0), ("origin2", 1, 40, 1), ("无驻点可到", 2, 110, 0),
    ]
    (total,) = [row for row in near.rows if row.kind is RowKind.TOTAL]
    assert [total.value(key) for key in ("N", "P", "U")] == [6, 210, 2]
    assert cells(listed, "NAME", "MIN")[:2] == [("place1", Decimal("1.00")), ("place2", Decimal("10.00"))]
    assert cells(speeds, "N", "KM") == [(2, Decimal("101.00"))]
    assert cells(islands, "N", "KM", "PLACES") == [(1, Decimal("1.00"), "place5")]


@pytest.mark.parametrize("broken", range(3))
def test_a_row_lost_from_a_table_makes_it_a_draft(found, broken) -> None:
    tables = list(travel_report(found, RunFacts(), []).tables[:3])
    assert all(identity.ok for identity in identities(found, tables))
    lost = next(row for row in tables[broken].rows if row.kind is RowKind.DATA and (row.value("N") or row.value("NAME")))
    rows = [Row({}) if row is lost else row for row in tables[broken].rows if broken < 2 or row is not lost]
    tables[broken] = replace(tables[broken], rows=rows)
    assert not all(identity.ok for identity in identities(found, tables))


def test_result_rows_count_as_the_tables_do(found) -> None:
    shapes, columns = area_columns(found)
    assert list(zip(columns["ORIGIN"], columns["MINUTES"], columns["PLACES"], columns["PEOPLE"], columns["UNITS"])) == [
        ("全部驻点", 30.0, 3, 60, 1), ("全部驻点", 15.0, 3, 60, 1),
        ("origin1", 30.0, 3, 60, 1), ("origin1", 15.0, 2, 30, 1), ("origin2", 30.0, 3, 60, 1), ("origin2", 15.0, 2, 50, 0),
    ]
    assert shapes[0].area > shapes[1].area
    matrix = matrix_columns(found)
    assert len(matrix["MINUTES"]) == 2 * (4 + 2)
    assert matrix["MINUTES"].tolist()[:4] == pytest.approx([1.0, 15.0, 21.0, 60.0])
