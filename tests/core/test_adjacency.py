"""Adjacent parties against a walk along the border in small steps, and against plots drawn by hand."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
import shapely

from ...core.adjacency.border import Direction, border_of, directions_of
from ...core.adjacency.outside import looks
from ...core.adjacency.parties import (
    NO_SUCH_SIDE,
    NOTHING_OUTSIDE,
    WITHOUT_NAME,
    AdjacencyJob,
    Parties,
    adjacent_parties,
)
from ...core.rules import load_rules

EAST, NORTH = 39_500_000.0, 4_000_000.0
STEP = 0.02


def job(directions: int = 4, distance: float = 1.0, length: str = "0", share: str = "0") -> AdjacencyJob:
    return AdjacencyJob(directions, distance, min(0.1, distance), Decimal(length), Decimal(share))


def shapes(*polygons) -> np.ndarray:
    array = np.empty(len(polygons), dtype=object)
    array[:] = [shapely.transform(polygon, lambda places: places + (EAST, NORTH)) for polygon in polygons]
    return array


def box(left: float, bottom: float, right: float, top: float) -> shapely.Polygon:
    return shapely.box(left, bottom, right, top)


def texts(*names) -> np.ndarray:
    return np.array(names, dtype=object)


def found(parties: Parties, plot: int = 0) -> dict[tuple[str, str], Decimal]:
    return {(p.direction.value, p.name): p.length for p in parties.parties if p.plot == plot}


# ---------------------------------------------------------------------------------------------------------- by hand


def test_four_neighbours_that_share_the_border():
    around = [box(0, 100, 100, 200), box(100, 0, 200, 100), box(0, -100, 100, 0), box(-100, 0, 0, 100)]
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(*around), texts("甲", "乙", "丙", "丁"), job())
    assert result.text(0) == "东至：乙；南至：丙；西至：丁；北至：甲"
    assert found(result) == {("NORTH", "甲"): 100, ("EAST", "乙"): 100, ("SOUTH", "丙"): 100, ("WEST", "丁"): 100}
    assert result.border == [40_000]
    assert all(party.share == 100 and party.listed for party in result.parties)


def test_a_red_line_inside_a_parcel_borders_on_that_parcel():
    result = adjacent_parties(shapes(box(10, 10, 20, 20)), shapes(box(0, 0, 100, 100)), texts("张村"), job())
    assert result.text(0) == "东至：张村；南至：张村；西至：张村；北至：张村"


def test_names_stand_along_the_side():
    """On the north and south from west to east, on the east and west from north to south."""
    north = [box(60, 100, 100, 120), box(0, 100, 30, 120), box(30, 100, 60, 120)]
    east = [box(100, 0, 120, 40), box(100, 40, 120, 100)]
    west = [box(-20, 50, 0, 100), box(-20, 0, 0, 50)]
    names = texts("北东", "北西", "北中", "东南块", "东北块", "西北块", "西南块")
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(*north, *east, *west), names, job())
    assert result.text(0) == f"东至：东北块、东南块；南至：{NOTHING_OUTSIDE}；西至：西北块、西南块；北至：北西、北中、北东"
    assert result.open_metres(0) == 100


def test_parcels_of_one_name_are_one_party_and_a_name_may_be_missing():
    south = [box(0, -9, 50, 0), box(50, -9, 100, 0)]
    east = [box(100, 0, 109, 50), box(100, 50, 109, 100)]
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(*south, *east), texts("李村", " 李村\n", None, ""), job())
    assert found(result)["SOUTH", "李村"] == 100
    assert found(result)["EAST", WITHOUT_NAME] == 100


def test_a_border_measured_twice_is_no_neighbour_of_its_own():
    """The parcel of the plot itself sticks out 4 cm: what lies behind it is the neighbour."""
    own, beyond = box(-0.04, -0.04, 100.04, 100.04), box(100.04, -50, 200, 150)
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(own, beyond), texts("自己", "东邻"), job())
    assert result.names(0, Direction.EAST) == "东邻"
    # Elsewhere nothing follows within a metre, so the only thing outside is said.
    assert result.names(0, Direction.NORTH) == "自己"


def test_neighbours_within_the_distance_count_and_others_do_not():
    near, far = box(100.9, 0, 200, 100), box(0, 101.1, 100, 200)
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(near, far), texts("近", "远"), job(distance=1.0))
    assert result.names(0, Direction.EAST) == "近" and result.names(0, Direction.NORTH) == NOTHING_OUTSIDE
    wider = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(near, far), texts("近", "远"), job(distance=1.2))
    assert wider.names(0, Direction.NORTH) == "远"


def test_the_nearest_of_two_counts():
    ditch, field = box(100, 0, 103, 100), box(103, 0, 200, 100)
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(field, ditch), texts("田", "沟"), job(distance=10))
    assert found(result)["EAST", "沟"] == 100 and ("EAST", "田") not in found(result)


def test_short_ones_are_left_out_but_stand_in_the_list():
    north = [box(0, 100, 98, 120), box(98, 100, 100, 120)]
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(*north), texts("长", "短"), job(share="5"))
    assert result.names(0, Direction.NORTH) == "长"
    assert {p.name: p.listed for p in result.of(0, Direction.NORTH)} == {"长": True, "短": False}
    assert found(result)["NORTH", "短"] == 2


def test_a_side_is_never_emptied_by_the_thresholds():
    result = adjacent_parties(shapes(box(0, 0, 1, 1)), shapes(box(-9, -9, 9, 9)), texts("村"), job(length="50"))
    assert result.text(0) == "东至：村；南至：村；西至：村；北至：村"


def test_a_triangle_has_no_south_side():
    result = adjacent_parties(
        shapes(shapely.Polygon([(0, 100), (100, 100), (50, 10)])), shapes(box(-9, -9, 200, 200)), texts("村"), job()
    )
    assert result.text(0) == f"东至：村；南至：{NO_SUCH_SIDE}；西至：村；北至：村"


def test_of_eight_directions_only_those_with_a_border_stand_in_the_text():
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(box(-9, -9, 200, 200)), texts("村"), job(8))
    assert result.text(0) == "东至：村；南至：村；西至：村；北至：村"
    assert result.names(0, Direction.NORTHEAST) == "—"


def test_what_lies_in_a_hole_is_enclosed_and_on_no_side():
    plot = box(0, 0, 100, 100) - box(40, 40, 60, 60)
    neighbours = shapes(box(40, 40, 60, 60), box(-50, -50, 150, 150) - box(0, 0, 100, 100))
    result = adjacent_parties(shapes(plot), neighbours, texts("飞地", "外村"), job())
    assert found(result)["ENCLOSED", "飞地"] == 80
    assert result.names(0, Direction.ENCLOSED) == "飞地" and "飞地" not in result.text(0)


def test_a_notch_narrower_than_the_look_still_has_its_neighbour():
    """A slit 6 cm wide: 10 cm outward of its walls is the plot itself; what fills the slit is the neighbour."""
    plot = box(0, 0, 100, 100) - box(49.97, 50, 50.03, 100)
    neighbours = shapes(box(-50, -50, 150, 150) - plot)
    result = adjacent_parties(shapes(plot), neighbours, texts("外村"), job())
    assert {party.name for party in result.parties} == {"外村"}
    assert sum(result.border) == sum(party.centimetres for party in result.parties) == 50_000


def test_a_named_line_outside_goes_before_the_area_and_one_inside_does_not_count():
    road = shapely.LineString([(-10, 100.5), (110, 100.5)])
    inside = shapely.LineString([(10, 0.5), (90, 0.5)])
    lines = shapes(road, inside)
    names = texts("村", "大路", "内渠")
    result = adjacent_parties(shapes(box(0, 0, 100, 100)), shapes(box(-50, -50, 150, 150)), names, job(share="5"), lines)
    assert result.text(0) == "东至：村；南至：村；西至：村；北至：大路"


def test_eight_directions_of_an_octagon():
    angles = [math.radians(22.5 + 45 * turn) for turn in range(8)]
    plot = shapely.Polygon([(100 * math.cos(angle), 100 * math.sin(angle)) for angle in angles])
    ring = box(-300, -300, 300, 300) - plot
    wedges = [
        shapely.Polygon([(0, 0), *[(900 * math.cos(a), 900 * math.sin(a)) for a in (angles[t], angles[(t + 1) % 8])]])
        for t in range(8)
    ]
    names = ["东北", "北", "西北", "西", "西南", "南", "东南", "东"]
    neighbours = shapes(*[wedge & ring for wedge in wedges])
    result = adjacent_parties(shapes(plot), neighbours, texts(*names), job(8, share="1"))
    assert result.text(0) == "；".join(f"{name}至：{name}" for name in ["东", "东南", "南", "西南", "西", "西北", "北", "东北"])
    side = Decimal(str(round(200 * math.sin(math.pi / 8), 2)))
    assert all(abs(party.length - side) < 2 for party in result.parties if party.listed)


def test_the_limit_between_two_directions_belongs_to_the_next_one_clockwise():
    diamond = shapely.Polygon([(0, 100), (100, 0), (0, -100), (-100, 0)])
    found_sides = directions_of(border_of(np.array([diamond], dtype=object)), 4)
    normals = border_of(np.array([diamond], dtype=object)).outward
    by_quadrant = {(east > 0, north > 0): side for (east, north), side in zip(normals.tolist(), found_sides)}
    assert by_quadrant == {
        (True, True): Direction.EAST,
        (True, False): Direction.SOUTH,
        (False, False): Direction.WEST,
        (False, True): Direction.NORTH,
    }


def test_ring_directions_of_the_input_do_not_matter():
    plot = box(0, 0, 100, 100) - box(40, 40, 60, 60)
    turned = shapely.Polygon(plot.exterior.coords[::-1], [hole.coords[::-1] for hole in plot.interiors])
    assert shapely.is_ccw(plot.exterior) != shapely.is_ccw(turned.exterior)
    for shape in (plot, turned, shapely.MultiPolygon([plot, box(300, 0, 400, 100)])):
        border = border_of(np.array([shape], dtype=object))
        middles = (border.start + border.end) / 2 + border.outward * 1e-3
        assert not shapely.intersects_xy(shape, middles).any()


def test_looks_go_outward_and_end_close_to_the_border():
    assert looks(0.1, 1.0) == (0.1, 0.2, 0.4, 0.8, 1.0, 0.001)
    assert looks(0.1, 0.1) == (0.1, 0.001)
    assert looks(0.1, 0.05) == (0.05, 0.001)
    assert looks(0.1, 0.2) == (0.1, 0.2, 0.001)


def test_the_job_follows_the_rules():
    rules = load_rules()
    assert AdjacencyJob.of_rules(rules) == AdjacencyJob(4, 1.0, 0.1, Decimal(1), Decimal(5))
    changed = rules.replaced({"adjoining_distance_m": "3", "adjoining_least_share_percent": "7"}, "县")
    assert AdjacencyJob.of_rules(changed, 8) == AdjacencyJob(8, 3.0, 0.1, Decimal(1), Decimal(7))
    assert AdjacencyJob.of_rules(rules, 4, 0.05).probe == 0.05


def test_no_neighbours_at_all():
    result = adjacent_parties(shapes(box(0, 0, 10, 10)), np.empty(0, dtype=object), texts(), job())
    assert result.text(0) == "；".join(f"{side}至：{NOTHING_OUTSIDE}" for side in "东南西北")
    assert result.open_metres(0) == 40


# -------------------------------------------------------------------------------------------- a walk in small steps


def inside(ring_lists: list[list[np.ndarray]], places: np.ndarray) -> np.ndarray:
    """Even-odd by crossing numbers, bool (p,); written here so that nothing is shared with the code."""
    odd = np.zeros(len(places), dtype=bool)
    for rings in ring_lists:
        for ring in rings:
            one, other = ring[:-1], ring[1:]
            x, y = places[:, :1], places[:, 1:]
            spans = (one[:, 1] > y) != (other[:, 1] > y)
            with np.errstate(divide="ignore", invalid="ignore"):
                at = one[:, 0] + (y - one[:, 1]) * (other[:, 0] - one[:, 0]) / (other[:, 1] - one[:, 1])
            odd ^= ((x < at) & spans).sum(axis=1) % 2 == 1
    return odd


def rings_of(shape) -> list[list[np.ndarray]]:
    return [
        [np.array(ring.coords) - (EAST, NORTH) for ring in (part.exterior, *part.interiors)]
        for part in getattr(shape, "geoms", [shape])
    ]


def walked(plot, neighbours, names, distance: float, count: int) -> dict[tuple[str, str], float]:
    """Metres by direction and name: points every few centimetres, looked at outward from each."""
    own, others = rings_of(plot), [rings_of(shape) for shape in neighbours]
    metres: dict[tuple[str, str], float] = {}
    sectors = {4: ["NORTH", "EAST", "SOUTH", "WEST"], 8: ["NORTH", "NE", "EAST", "SE", "SOUTH", "SW", "WEST", "NW"]}[count]
    for part in own:
        for number, ring in enumerate(part):
            for a, b in zip(ring, ring[1:]):
                length = math.dist(a, b)
                normal = np.array([b[1] - a[1], a[0] - b[0]]) / length
                middle = (a + b) / 2
                if inside(own, (middle + normal * 1e-6)[None])[0]:
                    normal = -normal
                steps = max(1, round(length / STEP))
                at = a + (b - a) * ((np.arange(steps) + 0.5) / steps)[:, None]
                names_at = np.full(steps, None, dtype=object)
                blocked = np.zeros(steps, dtype=bool)
                reach, ladder = 0.1, []
                while reach < distance:
                    ladder.append(reach)
                    reach *= 2
                for look in [*ladder, distance, 0.001]:
                    places = at + normal * look
                    if look == 0.001:
                        blocked[:] = False
                    blocked |= inside(own, places) & (names_at == None)  # noqa: E711
                    for name, other in zip(names, others):
                        hit = inside(other, places) & (names_at == None) & ~blocked  # noqa: E711
                        names_at[hit] = name
                azimuth = math.degrees(math.atan2(normal[0], normal[1])) % 360
                side = "ENCLOSED" if number else sectors[int((azimuth + 180 / count) // (360 / count)) % count]
                for name in names_at:
                    key = (side, NOTHING_OUTSIDE if name is None else name)
                    metres[key] = metres.get(key, 0.0) + length / steps
    return metres


def star(rng: np.random.Generator, east: float, north: float, size: float) -> shapely.Polygon:
    """A plot with inner corners round a place."""
    count = int(rng.integers(5, 12))
    angles = np.sort(rng.uniform(0, 2 * math.pi, count))
    while np.diff(np.append(angles, angles[0] + 2 * math.pi)).max() > 2.6:
        angles = np.sort(rng.uniform(0, 2 * math.pi, count))
    radius = rng.uniform(0.4, 1.0, count) * size
    return shapely.Polygon(np.column_stack([east + radius * np.cos(angles), north + radius * np.sin(angles)]))


@pytest.mark.parametrize("seed", range(6))
def test_against_a_walk_in_small_steps(seed: int):
    rng = np.random.default_rng(seed)
    points = shapely.MultiPoint(rng.uniform(-60, 60, (40, 2)))
    cells = list(shapely.voronoi_polygons(points, extend_to=box(-90, -90, 90, 90)).geoms)
    # Some cells are missing, some leave a gap beside them, some overlap the next by a little.
    cells = [cell.buffer(float(rng.choice([0, 0, 0, -0.15, -0.6, 0.05]))) for cell in cells if rng.random() > 0.12]
    plot = star(rng, 0, 0, 45)
    if seed % 2:
        plot = plot - box(-2, -2, 2.5, 3)
    if seed == 4:
        plot = shapely.MultiPolygon([plot, star(rng, 70, 70, 12)])
    distance = [1.0, 0.1, 3.0][seed % 3]
    count = 4 if seed < 3 else 8
    names = [f"村{number % 7}" for number in range(len(cells))]
    plots, neighbours = shapes(plot), shapes(*cells)
    ours = {
        (party.direction.value, party.name): float(party.length)
        for party in adjacent_parties(plots, neighbours, texts(*names), job(count, distance)).parties
    }
    theirs = walked(plots[0], list(neighbours), names, distance, count)
    assert sum(ours.values()) == pytest.approx(sum(theirs.values()), abs=0.01)
    for key in set(ours) | set(theirs):
        assert ours.get(key, 0.0) == pytest.approx(theirs.get(key, 0.0), abs=0.25), key
    assert len(theirs) > 8
