"""Approved minus supplied: rectangles on whole metres against a count of square metres that shares no code."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ...core.area import Area, AreaUnit
from ...core.columns import Columns
from ...core.ellipsoid import GaussZone
from ...core.errors import InputError
from ...core.occupation.model import AreaMethod, Job
from ...core.quota.days import day_of
from ...core.quota.unsupplied import UnsuppliedJob, unsupplied_land
from ...core.survey.apportion import Master

WEST, SOUTH = 39_408_000, 4_036_000
SIZE = 24


def columns(name: str, boxes, **attributes) -> Columns:
    shapes = np.empty(len(boxes), dtype=object)
    shapes[:] = [shapely.box(WEST + a, SOUTH + b, WEST + c, SOUTH + d) for a, b, c, d in boxes]
    arrays = {}
    for key, values in attributes.items():
        arrays[key] = np.array(values, dtype=np.float64 if key == "APPR_UNITS" else object)
    return Columns(name, np.arange(1, len(boxes) + 1), shapes, arrays, crs="EPSG:4527")


def job(unit=AreaUnit.HUNDREDTH_SQUARE_METRE, method=AreaMethod.PLANE, sliver="0", **more) -> UnsuppliedJob:
    zone = GaussZone.from_numbers(117.0, 39_500_000.0) if method is AreaMethod.ELLIPSOID else None
    plain = Job(method, Master.FOOTPRINT, unit, 0.0, zone)
    return UnsuppliedJob(plain, more.pop("base_year", 2009), Area.from_square_metres(sliver), **more)


def cells(boxes) -> np.ndarray:
    """bool (SIZE, SIZE): the square metres that some box covers."""
    ground = np.zeros((SIZE, SIZE), dtype=bool)
    for a, b, c, d in boxes:
        ground[a:c, b:d] = True
    return ground


def islands(ground: np.ndarray) -> list[int]:
    """Sizes of the parts of a grid that hang together by sides, by flooding."""
    left, sizes = {tuple(at) for at in np.argwhere(ground).tolist()}, []
    while left:
        waiting, size = [left.pop()], 0
        while waiting:
            x, y = waiting.pop()
            size += 1
            for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if near in left:
                    left.remove(near)
                    waiting.append(near)
        sizes.append(size)
    return sorted(sizes)


@st.composite
def box(draw):
    x, y = draw(st.integers(0, SIZE - 2)), draw(st.integers(0, SIZE - 2))
    return x, y, draw(st.integers(x + 1, SIZE)), draw(st.integers(y + 1, SIZE))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(box(), st.sampled_from("ABC")), min_size=1, max_size=5),
    st.lists(st.tuples(box(), st.sampled_from(["2022-05-01", "2023-05-01", None])), max_size=5),
)
def test_batches_against_a_count_of_square_metres(approved, supplied):
    boxes = [each for each, _ in approved]
    dates = [date for _, date in supplied]
    found = unsupplied_land(
        columns("approved", boxes, DOC_NO=[batch for _, batch in approved]),
        columns("supplied", [each for each, _ in supplied], DATE=dates),
        job(year=2023),
    )
    ground = cells([each for each, _ in supplied])
    before = cells([each for each, date in supplied if date != "2023-05-01"])
    assert {batch.key for batch in found.batches} == {batch for _, batch in approved}
    for place, batch in enumerate(found.batches):
        own = cells([each for each, key in approved if key == batch.key])
        assert found.area(batch.units) == Area.from_square_metres(int(own.sum()))
        assert found.area(batch.supplied) == Area.from_square_metres(int((own & ground).sum()))
        assert found.area(batch.left + batch.slivers) == Area.from_square_metres(int((own & ~ground).sum()))
        plots = [plot for plot in found.plots if plot.batch == place]
        now = sum(plot.now for plot in plots)
        assert found.area(now) == Area.from_square_metres(int((own & ground & ~before).sum()))
    all_approved = cells(boxes)
    beyond = {row + 1: int((cells([each]) & ~all_approved).sum()) for row, (each, _) in enumerate(supplied)}
    assert {int(o.number): o.outside for o in found.outside} == {
        number: Area.from_square_metres(area) for number, area in beyond.items() if area
    }
    if len(approved) == 1:
        sizes = sorted(found.area(part.units).micro_mu // 1500 for part in found.parts)
        assert sizes == islands(cells(boxes) & ~ground)


def test_slivers_are_listed_and_stay_in_the_sum():
    found = unsupplied_land(
        columns("approved", [(0, 0, 20, 20)], DOC_NO=["A"]),
        columns("supplied", [(0, 0, 10, 20), (11, 0, 19, 20)]),
        job(sliver="20.01"),
    )
    # Two strips of 20 m² each are left: both are slivers.
    assert [part.sliver for part in found.parts] == [True, True]
    (batch,) = found.batches
    assert (found.area(batch.slivers), batch.left) == (Area.from_square_metres(40), 0)
    larger = unsupplied_land(found.approved, found.supplied, job(sliver="20"))
    assert [part.sliver for part in larger.parts] == [False, False]


def test_the_approved_area_of_the_document_is_the_master():
    approved = columns("approved", [(0, 0, 10, 10), (10, 0, 20, 10)], DOC_NO=["A", "A"], APPR_UNITS=[101.0, 102.0])
    supplied = columns("supplied", [(0, 0, 5, 10)])
    by_document = job(AreaUnit.SQUARE_METRE, by_document=True)
    (batch,) = unsupplied_land(approved, supplied, by_document).batches
    assert (batch.units, batch.document) == (203, Area.from_square_metres(203))
    # 203 shared out over 50 + 50 + 100: 50.75, 50.75, 101.5 → the largest fractions win.
    assert (batch.supplied, batch.left) == (51, 152)
    missing = columns("approved", [(0, 0, 10, 10), (10, 0, 20, 10)], DOC_NO=["A", "A"], APPR_UNITS=[101.0, float("nan")])
    (batch,) = unsupplied_land(missing, supplied, by_document).batches
    assert (batch.units, batch.document) == (200, None)


def test_ellipsoidal_areas_foot_too():
    boxes = [(0, 0, 1000, 1000), (1000, 0, 1800, 700)]
    found = unsupplied_land(
        columns("approved", boxes, DOC_NO=["A", "B"]), columns("supplied", [(500, 100, 1200, 900)]),
        job(method=AreaMethod.ELLIPSOID),
    )
    for batch in found.batches:
        assert batch.units == batch.supplied + batch.left + batch.slivers
    assert found.area(found.batches[0].units) < Area.from_square_metres(1_000_000)
    assert abs(found.area(found.batches[0].supplied) - Area.from_square_metres(400_000)) < Area.from_square_metres(200)


def test_old_batches_are_left_out_and_cover_their_supply():
    approved = columns("approved", [(0, 0, 10, 10), (10, 0, 20, 10)], DOC_NO=["old", "new"], APPR_DATE=["2008-12-31", "2009年1月1日"])
    found = unsupplied_land(approved, columns("supplied", [(0, 0, 10, 10)]), job())
    assert [batch.key for batch in found.batches] == ["new"]
    assert found.batches[0].approved == datetime.date(2009, 1, 1)
    assert found.outside == [] and len(found.remarks) == 1 and "2008-12-31" in str(found.remarks[0].text)
    with pytest.raises(InputError, match="2010"):
        unsupplied_land(approved, columns("supplied", []), job(base_year=2010))


def test_numbers_of_plots():
    found = unsupplied_land(
        columns("approved", [(0, 0, 1, 1), (2, 0, 3, 1), (4, 0, 5, 1), (6, 0, 7, 1), (8, 0, 9, 1)],
                DOC_NO=["A", "A", "B", "B", "B"], PLOT=["1", "2", "1", None, "3"]),
        columns("supplied", []), job(),
    )
    assert [plot.number for plot in found.plots] == ["A-1", "2", "B-1", "B-F4", "3"]
    assert next(part.number for part in found.parts) == "A-1-1"


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({"DOC_NO": ["A", " "]}, ["approved", "feature 2", "no batch"]),
        ({}, ["feature 1", "no batch"]),
        ({"DOC_NO": ["A", "B"], "APPR_DATE": ["2020-02-01", "2020-02-30"]}, ["feature 2", "2020-02-30"]),
        ({"DOC_NO": ["A", "B"], "APPR_DATE": ["2020", None]}, ["feature 1", "2020"]),
    ],
)
def test_what_is_refused(attributes, words):
    with pytest.raises(InputError) as refused:
        unsupplied_land(columns("approved", [(0, 0, 1, 1), (2, 0, 3, 1)], **attributes), columns("supplied", []), job())
    assert all(word in str(refused.value) for word in words), str(refused.value)


def test_days():
    day = datetime.date(2023, 1, 2)
    for text in ("2023-01-02", "2023/1/2", "2023.1.2", "2023年1月2日", "20230102", "２０２３-01-02", "2023-01-02T08:00:00"):
        assert day_of(text) == day
    assert day_of(None) is day_of(" ") is day_of("—") is None
    for text in ("2023", "202311", "2023111", "2023-13-01", "1/2/2023", "soon"):
        with pytest.raises(ValueError):
            day_of(text)
