"""The scene of a service map and its report, by core alone: what foots, and what a broken figure does."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
import shapely

from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.service.coverage.places import places_of
from ....core.service.coverage.visiting import Period
from ....core.service.service_map.report import service_report
from ....core.service.service_map.scene import MapInputs, MapJob, Scene, scene_of
from ....core.service.service_rows import AssignmentRows
from ....core.service.teams import Role, Teams
from ....core.service.units import Listed, Units

DAY = datetime.date(2024, 6, 30)
SIDE = 777.7


def objects(*values) -> np.ndarray:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def inputs(roles=(None,) * 11, shapes=None) -> MapInputs:
    """A made-up row of 12 villages, six each of two teams, the last of nobody."""
    codes = [f"3715020010{n + 1:02d}" for n in range(12)]
    boxes = shapes if shapes is not None else [shapely.box(n * SIDE, 0, (n + 1) * SIDE, SIDE) for n in range(12)]
    blank = objects(*[""] * 12)
    units = Units("units", objects(*codes), objects(*[f"甲{n}村" for n in range(12)]), blank, blank, objects(*boxes), {})
    nothing, none = objects(None, None), np.full(2, np.nan)
    teams = Teams(
        "teams", objects("A", "B"), objects("甲组", "乙组"), objects("张", ""), np.zeros((2, 2)), none, nothing, nothing, nothing, nothing
    )
    rows = AssignmentRows(
        "rows", [Listed(code) for code in codes[:11]], objects(*["AB"[n // 6] for n in range(11)]), "",
        objects(*roles), *(objects(*[None] * 11) for _ in range(3)),
    )  # fmt: skip
    return MapInputs(places_of(units), teams, rows, shapely.area)


def job() -> MapJob:
    return MapJob(DAY, Period(DAY, DAY), {"units": Decimal(1), "area": Decimal(1)})


@pytest.fixture
def scene() -> Scene:
    return scene_of(inputs(), job())


def failing(scene: Scene) -> list[str]:
    report = service_report(scene, RunFacts(), {0: 2, 1: 3}, "未覆盖")
    return [str(identity.name) for identity in report.identities if not identity.ok]


def test_the_report_holds_and_says_what_is_there(scene) -> None:
    assert not failing(scene)
    assert scene.team_of.tolist() == [0] * 6 + [1] * 5 + [-1]
    assert scene.shown == [0, 1] and scene.uncovered.sum() == 1
    assert scene.colour_of(0) != scene.colour_of(1)
    assert int(scene.hectares.sum()) == round(12 * SIDE * SIDE / 10_000)
    assert shapely.area(scene.area[0]) == pytest.approx(6 * SIDE * SIDE)
    statistics = service_report(scene, RunFacts(), {0: 2, 1: 3}, "未覆盖").tables[0]
    assert [row.value("N") for row in statistics.rows] == [6, 5, 1, 12]
    assert [row.value("PAGE") for row in statistics.rows[:3]] == [2, 3, None]
    assert {finding.kind.name for finding in scene.findings} == {"UNCOVERED"}


def test_the_load_is_shared_by_the_teams_that_serve() -> None:
    # By hand: 11 served units of one size, 6 of one team and 5 of the other; the twelfth is of nobody and no team's load.
    scene = scene_of(inputs(), replace(job(), weights={"units": Decimal(1)}))
    loads = [int(scene.loads[scene.team_of == team].sum()) for team in (0, 1)]
    assert abs(loads[0] - 109_091) <= 6 and sum(loads) == 200_000 and scene.loads[scene.uncovered].sum() == 0
    statistics = service_report(scene, RunFacts(), {0: 2, 1: 3}, "未覆盖").tables[0]
    printed = [row.value("LOAD") for row in statistics.rows]
    assert printed == [Decimal(loads[0]).scaleb(-5), Decimal(loads[1]).scaleb(-5), None, Decimal("2.00000")]


def test_a_team_without_a_unit_shares_the_load_only_in_its_term() -> None:
    given = inputs()
    rows = replace(given.rows, team=objects(*["A"] * 11))
    term = replace(given.teams, end=objects(None, DAY - datetime.timedelta(days=1)))
    assert scene_of(replace(given, rows=rows), job()).loads.sum() == 200_000
    assert scene_of(replace(given, rows=rows, teams=term), job()).loads.sum() == 100_000


def test_what_nobody_knows_has_no_sum(scene) -> None:
    total = service_report(scene, RunFacts(), {0: 2, 1: 3}, "未覆盖").tables[0].rows[-1]
    assert total.value("POP") is None and total.value("VISITS") is None and total.value("N") == 12


def test_a_broken_figure_is_found(scene) -> None:
    more = scene.hectares.copy()
    more[3] += 1
    assert failing(replace(scene, hectares=more)) == ["area of the list and of the ground, in 0.01 km²"]
    lost = scene.team_of.copy()
    lost[3] = 7
    assert "units of the list and of the layer" in failing(replace(scene, team_of=lost))


def test_several_roles_have_to_be_chosen() -> None:
    mixed = inputs((Role.RESPONSIBLE,) * 10 + (Role.VILLAGE,))
    with pytest.raises(InputError, match="several roles"):
        scene_of(mixed, job())
    chosen = scene_of(mixed, replace(job(), role=Role.RESPONSIBLE))
    assert chosen.uncovered.sum() == 2


def test_units_without_a_shape_are_refused() -> None:
    with pytest.raises(InputError, match="has no shape"):
        scene_of(inputs(shapes=[None] * 12), job())
