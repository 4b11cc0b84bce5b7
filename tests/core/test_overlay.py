"""Red lines over many layers, against counted cells, plain intersections and inclusion–exclusion."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings, strategies as st

from ...core.area import Area, AreaUnit
from ...core.columns import Columns
from ...core.errors import FootingError, InputError
from ...core.occupation.inputs_sheet import RunFacts
from ...core.occupation.model import AreaMethod, FindingKind, Job
from ...core.occupation.overlay import NO_VALUE, VALUE, OverlayLayer, overlay
from ...core.occupation.overlay_names import match_attributes, parse_attributes, titles_of
from ...core.occupation.overlay_report import overlay_columns, overlay_fields, overlay_identities, overlay_report
from ...core.occupation.overlay_tables import MOST_COLUMNS, overlay_tables
from ...core.occupation.report import write_report
from ...core.survey.apportion import Master
from ...core.workbook import RowKind, read_table
from ...core.workbook.layout import repeated_key

WEST, SOUTH, CELL = 39_500_000, 4_000_000, 10
HUNDREDTH = Job(AreaMethod.PLANE, Master.FOOTPRINT, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0)
SQUARE_METRE = replace(HUNDREDTH, unit=AreaUnit.SQUARE_METRE)


def shapes(*polygons) -> np.ndarray:
    array = np.empty(len(polygons), dtype=object)
    array[:] = polygons
    return array


def box(column: float, row: float, columns: float = 1, rows: float = 1):
    west, south = WEST + CELL * column, SOUTH + CELL * row
    return shapely.box(west, south, west + CELL * columns, south + CELL * rows)


def red_lines(*polygons, ids=None) -> Columns:
    numbers = np.array(ids or [f"DK{row}" for row in range(1, len(polygons) + 1)], dtype=object)
    return Columns("红线", np.arange(1, len(polygons) + 1), shapes(*polygons), {"FP_ID": numbers}, "", "EPSG:4527")


def layer(number: int, polygons, values=None, title: str | None = None) -> OverlayLayer:
    attributes = {} if values is None else {VALUE: np.array(values, dtype=object)}
    name = title or f"图层{number}"
    columns = Columns(name, np.arange(1, len(polygons) + 1), shapes(*polygons), attributes, "", "EPSG:4527")
    return OverlayLayer(f"L{number}", name, columns, "" if values is None else "MC")


def checked(result, show_outside: bool = True):
    """The report of a result; all its identities hold."""
    report = overlay_report(result, overlay_columns(result), RunFacts(), show_outside)
    assert not [identity for identity in report.identities if not identity.ok]
    return report


def data(table) -> list:
    return [row for row in table.rows if row.kind is RowKind.DATA]


rectangles = st.tuples(*(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4), st.integers(1, 4)))
parts = st.lists(st.tuples(rectangles, st.sampled_from(["甲", "乙", "", None])), max_size=5)


def cells(rectangle) -> set[tuple[int, int]]:
    column, row, columns, rows = rectangle
    return {(column + x, row + y) for x in range(columns) for y in range(rows)}


@settings(max_examples=60, deadline=None)
@given(st.lists(rectangles, min_size=1, max_size=3), st.lists(parts, min_size=1, max_size=3), st.booleans())
def test_every_cell_of_a_grid_is_counted(footprints, layers, by_value):
    given_layers = [
        layer(number, [box(*where) for where, _ in rows], [value for _, value in rows] if by_value else None)
        for number, rows in enumerate(layers, 1)
    ]
    result = overlay(red_lines(*(box(*where) for where in footprints)), given_layers, HUNDREDTH)
    report = checked(result)
    size = CELL * CELL * 100
    assert result.footprint_units.tolist() == [len(cells(where)) * size for where in footprints]
    ground = [cells(where) for where in footprints]
    everything = set().union(*ground)
    anywhere = {cell for rows in layers for where, _ in rows for cell in cells(where)}
    assert result.total == result.area(len(everything) * size)
    assert result.sum_of_footprints == result.area(sum(map(len, ground)) * size)
    assert result.covered == result.area(len(everything & anywhere) * size)
    for number, rows in enumerate(layers, 1):
        hit = result.hits[f"L{number}"]
        whole = set().union(*(cells(where) for where, _ in rows)) if rows else set()
        assert hit.units.tolist() == [len(own & whole) * size for own in ground]
        assert hit.patches.tolist() == [sum(bool(own & cells(where)) for where, _ in rows) for own in ground]
        if by_value:
            for place, text in enumerate(hit.values):
                mine = [cells(where) for where, value in rows if (value or NO_VALUE) == text]
                assert hit.value_units[:, place].tolist() == [len(own & set().union(*mine)) * size for own in ground]
                assert hit.value_patches[:, place].tolist() == [sum(bool(own & one) for one in mine) for own in ground]
            touched = {value or NO_VALUE for where, value in rows if cells(where) & everything}
            assert set(hit.values) == touched
    total = next(row for row in report.tables[0].rows if row.kind is RowKind.TOTAL)
    assert total.value("TOTAL") == result.total


corner = st.tuples(st.floats(0, 60, width=32), st.floats(0, 60, width=32))


def hulls(points) -> list:
    found = [shapely.convex_hull(shapely.multipoints([(WEST + x, SOUTH + y) for x, y in one])) for one in points]
    return [shape for shape in found if shape.geom_type == "Polygon" and shape.area > 1]


def near_zero(shape):
    """The same, less whole metres: far from zero a union by GEOS was seen to lose 1e-4 m² of such shapes."""
    return shapely.transform(shape, lambda points: points - np.array([WEST, SOUTH]))


NEARLY_ON = [(0.0, 0.0), (1.0, 0.0), (0.0001885028905235231, 20.0)]


@example([NEARLY_ON, NEARLY_ON, [(0.0, 4.0), (0.0, 14.0), (1.0, 16.0)]], [[]])
@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(corner, min_size=3, max_size=6), min_size=1, max_size=3),
    st.lists(st.lists(st.lists(corner, min_size=3, max_size=6), max_size=4), min_size=1, max_size=3),
)
def test_measured_ground_is_that_of_plain_intersections(footprints, layers):
    plots, sheets = hulls(footprints), [hulls(rows) for rows in layers]
    if not plots:
        return
    given_layers = [layer(number, rows, list("甲乙甲乙")[: len(rows)]) for number, rows in enumerate(sheets, 1)]
    result = overlay(red_lines(*plots), given_layers, SQUARE_METRE)
    checked(result)
    leaves = result.leaves
    for number, rows in enumerate(sheets, 1):
        hit = result.hits[f"L{number}"]
        for plot, shape in enumerate(plots):
            raw = leaves.raw[hit.inside & (leaves.footprint == plot)].sum()
            assert abs(raw - with_inclusion_exclusion(shape, rows)) < 1e-4
            for place, text in enumerate(hit.values):
                own = np.zeros(len(leaves), dtype=bool)
                own[hit.leaf[hit.value == place]] = True
                mine = [one for one, value in zip(rows, "甲乙甲乙") if value == text]
                found = leaves.raw[own & (leaves.footprint == plot)].sum()
                assert abs(found - with_inclusion_exclusion(shape, mine)) < 1e-4
    assert abs(leaves.raw[leaves.counted].sum() - shapely.union_all(shapes(*map(near_zero, plots))).area) < 1e-4
    # Each leaf stays within a unit of its exact share, each red line is its own area rounded once.
    assert np.abs(leaves.units - leaves.share).max() <= 1
    assert result.footprint_units.tolist() == [int(Decimal(repr(one.area)) + Decimal("0.5")) for one in plots]


def with_inclusion_exclusion(shape, others) -> float:
    """Area of `shape` in any of `others`, from intersections alone."""
    total = 0.0
    for size in range(1, len(others) + 1):
        for group in combinations(others, size):
            common = near_zero(shape)
            for other in group:
                common = shapely.intersection(common, near_zero(other))
            total += (-1) ** (size + 1) * common.area
    return total


def test_overlapping_red_lines_and_features_are_counted_as_defined():
    lines = red_lines(box(0, 0, 4, 4), box(2, 0, 4, 4))
    plan = layer(1, [box(0, 0, 3, 4), box(2, 0, 4, 2), box(20, 20)], ["林地", "水田", "山"])
    result = overlay(lines, [plan], HUNDREDTH)
    report = checked(result)
    wide, long = report.tables[0], report.tables[1]
    ha = Area.from_square_metres
    first, second, less = data(wide)
    key = {text: repeated_key("AREA", ("图层1", text)) for text in ("合计", "林地", "水田", "未压盖")}
    assert [first.value(key[text]) for text in key] == [ha(1400), ha(1200), ha(400), ha(200)]
    assert [second.value(key[text]) for text in key] == [ha(1000), ha(400), ha(800), ha(600)]
    assert [less.value(key[text]) for text in key] == [ha(-600), ha(-400), ha(-400), ha(-200)]
    assert less.value("TOTAL") == ha(-800) and first.value("TOTAL") == second.value("TOTAL") == ha(1600)
    assert first.value(repeated_key("COUNT", ("图层1", "合计"))) == 2
    assert {(found.layer, found.first, found.second, found.area, found.kind) for found in result.overlaps} == {
        ("红线", "DK1", "DK2", 800.0, "footprint"),
        ("图层1", "1 林地", "2 水田", 200.0, "values"),
    }
    assert any(table.layout.sheet == "重叠清单" for table in report.tables)
    shares = {row.value("VALUE"): row.value("SHARE") for row in data(long) if row.value("DK") == "DK1"}
    assert shares == {"合计": Decimal("87.50"), "林地": Decimal("75.00"), "水田": Decimal("25.00"), "未压盖": Decimal("12.50")}
    assert str(first.value("REMARK")) == "covered by: 图层1"


def test_layers_that_are_empty_or_far_and_ground_that_rounds_to_nothing():
    lines = red_lines(box(0, 0, 4, 4))
    sliver = shapely.box(WEST, SOUTH, WEST + 0.01, SOUTH + 20)
    layers = [layer(1, []), layer(2, [box(50, 50)], ["远"]), layer(3, [sliver])]
    result = overlay(lines, layers, SQUARE_METRE)
    report = checked(result)
    assert [(found.kind, found.layer) for found in result.findings] == [
        (FindingKind.NOT_TOUCHED, "图层1"),
        (FindingKind.NOT_TOUCHED, "图层2"),
        (FindingKind.BELOW_UNIT, "图层3"),
    ]
    assert "0.2000" in str(result.findings[-1].text)
    assert str(data(report.tables[0])[0].value("REMARK")) == "covered by no layer"
    assert result.covered == Area(0) and result.total == Area.from_square_metres(1600)


def test_damaged_shapes_are_repaired_and_listed():
    bow_tie = shapely.Polygon([(WEST, SOUTH), (WEST + 20, SOUTH + 20), (WEST + 20, SOUTH), (WEST, SOUTH + 20)])
    lines = red_lines(box(0, 0, 2, 2), None, ids=["A", "B"])
    result = overlay(lines, [layer(1, [bow_tie, None], ["甲", "乙"])], HUNDREDTH)
    checked(result)
    assert result.hits["L1"].units.tolist() == [20000]
    assert sorted((found.kind.value, found.layer, found.feature) for found in result.findings) == [
        (FindingKind.DROPPED.value, "图层1", "2"),
        (FindingKind.DROPPED.value, "红线", "B"),
        (FindingKind.REPAIRED.value, "图层1", "1"),
    ]


@pytest.mark.parametrize(
    ("lines", "layers", "words"),
    [
        (red_lines(box(0, 0), box(3, 3), ids=["1", "1"]), [layer(1, [box(0, 0)])], "红线"),
        (red_lines(box(0, 0), ids=[""]), [layer(1, [box(0, 0)])], "feature 1"),
        (red_lines(None), [layer(1, [box(0, 0)])], "no footprint with an area"),
        (red_lines(box(0, 0)), [], "at least one"),
    ],
)
def test_one_sentence_refuses(lines, layers, words):
    with pytest.raises(InputError) as refused:
        overlay(lines, layers, HUNDREDTH)
    assert words in str(refused.value)


def test_the_red_line_may_be_a_layer_too():
    lines = red_lines(box(0, 0, 3, 3), box(2, 2, 3, 3))
    itself = replace(layer(1, lines.geometry.tolist(), ["DK1", "DK2"]), title="红线（1）")
    result = overlay(lines, [itself], HUNDREDTH)
    checked(result)
    assert result.hits["L1"].units.tolist() == [90000, 90000]
    assert result.hits["L1"].value_units.tolist() == [[90000, 10000], [10000, 90000]]


def test_many_values_leave_the_wide_table_but_not_the_long_one():
    strips = [box(0.1 * number, 0, 0.1, 4) for number in range(40)]
    values = [f"值{number:02d}" for number in range(40)]
    result = overlay(red_lines(box(0, 0, 4, 4)), [layer(1, strips, values), layer(2, [box(0, 0)])], HUNDREDTH)
    wide, long = checked(result).tables[:2]
    assert len(wide.layout.columns) == 4 + 2 * 2 * 2 <= MOST_COLUMNS
    assert any("more than 60 columns" in str(note) for note in wide.notes)
    assert {row.value("VALUE") for row in data(long)} >= set(values)
    dozens = [layer(number, [box(number % 4, 0)]) for number in range(1, 30)]
    narrow = checked(overlay(red_lines(box(0, 0, 4, 4)), dozens, HUNDREDTH)).tables[0]
    assert len(narrow.layout.columns) == 4 + 29 * 2
    fewer = overlay(red_lines(box(0, 0, 4, 4)), [layer(1, strips[:20], values[:20])], HUNDREDTH)
    assert len(checked(fewer, show_outside=False).tables[0].layout.columns) == 4 + 21 * 2


def test_values_named_like_our_sums_are_told_apart():
    plan = layer(1, [box(0, 0), box(1, 0), box(2, 0)], ["合计", "未压盖", "a>b"])
    report = checked(overlay(red_lines(box(0, 0, 4, 1)), [plan], HUNDREDTH))
    labels = [row.value("VALUE") for row in data(report.tables[1])]
    assert labels == ["合计", "a＞b", "合计（属性值）", "未压盖（属性值）", "未压盖"]


def sample():
    lines = red_lines(box(0, 0, 4, 4), box(2.5, 1.3, 4, 4.1), box(20.1, 7.7, 1.3, 2.9))
    plan = layer(1, [box(0.3, 0.1, 3.7, 4), box(2, 0.7, 4.1, 2), box(19, 7, 1.7, 2)], ["林地", "水田", None])
    return overlay(lines, [plan, layer(2, [box(1, 1, 2.33, 9.1)])], HUNDREDTH)


@pytest.mark.parametrize("change", [1, -1])
def test_a_leaf_changed_by_a_unit_turns_the_checks_red(change):
    result = sample()
    for row in range(len(result.leaves)):
        units = result.leaves.units.copy()
        units[row] += change
        mutant = replace(result, leaves=replace(result.leaves, units=units))
        identities = overlay_identities(mutant, overlay_tables(mutant, True), overlay_columns(mutant))
        assert not all(identity.ok for identity in identities)


def test_a_piece_lost_or_changed_in_the_layer_turns_the_checks_red():
    result = sample()
    tables, columns = overlay_tables(result, True), overlay_columns(result)
    assert all(identity.ok for identity in overlay_identities(result, tables, columns))
    for row in range(len(result.leaves)):
        dropped = {key: np.delete(values, row) for key, values in columns.items()}
        assert not all(identity.ok for identity in overlay_identities(result, tables, dropped))
        area = columns["AREA_ADJ"].copy()
        area[row] = np.round(area[row] + 0.01, 2)
        assert not all(identity.ok for identity in overlay_identities(result, tables, {**columns, "AREA_ADJ": area}))


def test_a_cell_changed_in_a_table_turns_the_checks_red():
    result = sample()
    tables, columns = overlay_tables(result, True), overlay_columns(result)
    unit = Area.from_square_metres("0.01")
    for row in range(len(result.footprints)):
        for key, value in data(tables[0])[row].values.items():
            if isinstance(value, Area):
                rows = list(tables[0].rows)
                rows[row] = replace(rows[row], values={**rows[row].values, key: value + unit})
                changed = [replace(tables[0], rows=rows), *tables[1:]]
                assert not all(identity.ok for identity in overlay_identities(result, changed, columns)), key


def test_pieces_tell_layers_and_values():
    result = sample()
    columns = overlay_columns(result)
    assert [field.name for field in overlay_fields(result)] == list(columns)
    assert {"L1", "V1", "L2"} <= set(columns) and "V2" not in columns
    twice = columns["L1"] == 2
    assert twice.any() and set(columns["V1"][twice]) == {"林地；水田"} | set(columns["V1"][twice]) & {"水田；林地"}
    assert set(columns["LAYERS"]) == {"", "图层1", "图层2", "图层1；图层2"}
    assert (columns["HITS"] == (columns["L1"] > 0).astype(int) + (columns["L2"] > 0)).all()
    areas = shapely.area(result.atoms.geometry[result.leaves.atom])
    assert np.abs(areas - columns["AREA_ADJ"]).max() <= 0.01


@pytest.mark.parametrize("outside", [True, False])
def test_the_workbook_is_read_back_equal(tmp_path, outside):
    report = checked(sample(), outside)
    path = tmp_path / "overlay.xlsx"
    write_report(report, path)
    for table in report.tables[:2]:
        read = read_table(path, table.layout)
        assert not read.problems
        for mine, theirs in zip(data(table), [row for row in read.rows if row.kind is RowKind.DATA]):
            for column in table.layout.columns:
                value = mine.value(column.key)
                if isinstance(value, Area):
                    assert theirs.value(column.key) == value, column.key


def test_entries_of_attributes():
    entries = parse_attributes(' "A;B" = "x=y" ；规划＝GHDLMC\n, ')
    assert [(entry.layer, entry.field) for entry in entries] == [("A;B", "x=y"), ("规划", "GHDLMC")]
    assert parse_attributes(None) == [] == parse_attributes("  ")
    names, fields = ["DLTB", "GHDLTB", "DLTB"], [["DLBM", "QSXZ"], ["GHDLMC"], ["DLMC"]]
    assert titles_of(names) == ["DLTB（1）", "GHDLTB", "DLTB（2）"]
    assert titles_of(["a", "a", "a（1）"])[0] not in ("a", "a（1）")
    assert len(set(titles_of(["a", "a", "a（1）", "a（2）"]))) == 4
    assert match_attributes(parse_attributes("dltb=dlbm;GHDLTB=ghdlmc"), names, fields) == {0: "DLBM", 1: "GHDLMC"}
    assert match_attributes(parse_attributes("DLTB(2)=DLMC"), names, fields) == {2: "DLMC"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GHDLTB", ["GHDLTB", "layer=field"]),
        ("GHDLTB=", ["layer=field"]),
        ("GHDLTBB=GHDLMC", ["GHDLTBB", "Similar: GHDLTB"]),
        ("规划=GHDLMC", ["规划", "STBHHX"]),
        ("GHDLTB=GHDLM", ["GHDLM", "Similar: GHDLMC"]),
        ("GHDLTB=zzz", ["zzz", "GHDLMC"]),
        ("GHDLTB=GHDLMC;GHDLTB=GHDLBM", ["twice"]),
    ],
)
def test_wrong_entries_get_one_sentence(text, words):
    with pytest.raises(InputError) as refused:
        match_attributes(parse_attributes(text), ["GHDLTB", "STBHHX"], [["GHDLMC", "GHDLBM"], ["HXMC"]])
    for word in words:
        assert word in str(refused.value)


def test_what_a_cut_loses_is_never_hidden(monkeypatch):
    from ...core.survey import parcel_cut

    def shrunk(*arguments, **options):
        faces = cut(*arguments, **options)
        geometry = faces.geometry.copy()
        geometry[0] = shapely.buffer(geometry[0], -0.01)
        return replace(faces, geometry=geometry)

    cut = parcel_cut.cut_faces
    monkeypatch.setattr(parcel_cut, "cut_faces", shrunk)
    with pytest.raises(FootingError):
        sample()
