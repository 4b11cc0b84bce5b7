"""What goes out comes back: every profile that ships, made-up plots with holes and parts, both zones, odd names."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from ...core.exchange.coordinate_text import read_coordinate_text
from ...core.exchange.file_header import header_text
from ...core.exchange.packing import packed, unpacked
from ...core.exchange.plots import ReadingOptions
from ...core.exchange.points_table import read_points_csv, read_points_xlsx
from ...core.exchange.points_writing import csv_of_points, points_layout, workbook_of_points
from ...core.exchange.profile import Form, Prefix, Start, Turn, load_profile, shipped_profiles
from ...core.exchange.writing import Notes, PlotIn, prepare_plots, printed_zone, text_of_plots
from .coordinate_writer import MadeUpPlot, box, coordinate_text
from .made_up_plots import ZONES, numbers, plots

PROFILES = {path.stem: load_profile(path) for path in shipped_profiles()}
TEXTS = [name for name, profile in PROFILES.items() if profile.form is Form.TEXT]
DAY = "2026-03-04"
LAYOUT_OF = {"land_approval_8": "standard_8", "land_supply_8": "standard_8", "polygon_txt_std8": "standard_8"}
quick = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def written(plots_in, profile, zone, notes=None):
    out = prepare_plots(plots_in, profile, zone, notes=notes)
    return text_of_plots(out, profile, printed_zone(zone, profile), DAY, notes=notes)


def read(data, profile, zone):
    shown = printed_zone(zone, profile)
    return read_coordinate_text(data, "made_up.txt", ReadingOptions(shown.crs, shown, accept_invalid=True))


def as_layer(file):
    """Plots as the importing algorithm keeps them: own columns, the rest packed, the header as text."""
    header = header_text(file.blocks)
    for place, plot in enumerate(file.plots, start=1):
        own = {"DKBH": plot.number, "DKMC": plot.name}
        rest = {key: text for key, text in plot.attributes.items() if text and key not in own}
        yield PlotIn(place, plot.polygon, {**unpacked(packed(rest)), **own}, None, header)


def cycle(points):
    """A ring without its beginning and direction."""
    turns = [points[at:] + points[:at] for at in range(len(points))]
    back = [turn[::-1] for turn in turns]
    return min(turns + back)


def rings_by_decimal(plot, decimals, shift):
    """The rings of the input, rounded by Decimal alone."""
    unit = Decimal(1).scaleb(-decimals)

    def rounded(value, moved):
        return Decimal(repr(value)).quantize(unit, ROUND_HALF_UP) + moved

    parts = getattr(plot.geometry, "geoms", [plot.geometry])
    return [
        cycle([(rounded(e, shift), rounded(n, 0)) for e, n in list(ring.coords)[:-1]])
        for part in parts
        for ring in (part.exterior, *part.interiors)
    ]


def area_by_fractions(rings):
    """Twice-summed trapezoids of rings given as (points, is hole)."""
    total = Fraction(0)
    for points, hole in rings:
        doubled = sum(
            Fraction(a[0]) * Fraction(b[1]) - Fraction(b[0]) * Fraction(a[1])
            for a, b in zip(points, points[1:] + points[:1])
        )
        total += -abs(doubled) / 2 if hole else abs(doubled) / 2
    return total


@pytest.mark.parametrize("name", TEXTS)
@quick
@given(st.data())
def test_out_in_out_gives_the_same_bytes(name, data):
    zone = data.draw(st.sampled_from(ZONES))
    profile = replace(PROFILES[name], prefix=data.draw(st.sampled_from(list(Prefix))))
    # One feature of many parts can't be told from many features where a file counts features only.
    parts = 1 if name == "in_out_balance_4" else 3
    given_plots = data.draw(plots(zone, profile.field_names, parts=parts))
    notes = Notes()
    first = written(given_plots, profile, zone, notes)
    told = "\n".join(str(sentence) for sentence in notes.warnings)
    assume("ambiguous" not in told and "does not tell" not in told)
    file = read(first, profile, zone)
    assert [plot.crs for plot in file.plots] == [printed_zone(zone, profile).crs] * len(given_plots)
    shift = file.plots[0].zone.number * 1_000_000 * (int(file.plots[0].zone.prefixed) - int(zone.prefixed))
    decimals = profile.coordinate_decimals
    for plot, origin in zip(file.plots, given_plots):
        found = [cycle([(Decimal(repr(e)), Decimal(repr(n))) for e, n in ring.points.tolist()]) for ring in plot.rings]
        assert found == rings_by_decimal(origin, decimals, shift)
    again = written(list(as_layer(file)), profile, file.plots[0].zone)
    assert again == first


@pytest.mark.parametrize("name", TEXTS)
@quick
@given(st.data())
def test_texts_and_areas_come_back(name, data):
    profile, zone = PROFILES[name], ZONES[1]
    # Rings of features without a name are not known to be one plot where a file counts features only.
    plain = st.text(st.sampled_from("甲乙丙（）AB号0，"), min_size=int(name == "in_out_balance_4"), max_size=8)
    given_plots = data.draw(plots(zone, profile.field_names, parts=1, text=plain, number=numbers))
    file = read(written(given_plots, profile, zone), profile, zone)
    for plot, origin in zip(file.plots, given_plots):
        read_back = {**plot.attributes, "DKBH": plot.number, "DKMC": plot.name}
        counts = {"DKBH"} if name == "onemap_5" else set()
        for key in set(origin.values) - counts:
            assert read_back[key] == origin.values[key].strip("\u3000 ")
        if "DKMJ" in profile.field_names:
            rings = [
                ([(Decimal(repr(e)), Decimal(repr(n))) for e, n in ring.points.tolist()], place > 0)
                for place, ring in enumerate(plot.rings)
            ]
            hectares = area_by_fractions(rings) / 10_000
            steps = int(hectares * 10**profile.area_decimals + Fraction(1, 2))
            assert plot.attributes["DKMJ"] == f"{Decimal(steps).scaleb(-profile.area_decimals):f}"


@pytest.mark.parametrize("name", TEXTS)
def test_in_out_in_keeps_a_foreign_file(name):
    """Files of another writer, begun anywhere and labelled otherwise: shapes and texts survive the way through us."""
    hole = tuple(reversed(box("39412320.125", "4035080.500", "10.000", "10.000")))
    outer = box("39412300.125", "4035100.500")
    made_up = [
        MadeUpPlot("示范，地块", (outer[2:] + outer[:2], hole), area="0.7900"),
        MadeUpPlot("二号", (tuple(reversed(box("39412600.125", "4035100.500"))),), number="002", area="0.8000"),
    ]
    text = coordinate_text(LAYOUT_OF.get(name, name), made_up, style="J{0:02d}").replace("\r\n", "\n")
    options = ReadingOptions()
    first = read_coordinate_text(text.encode("gbk"), "a.txt", options)
    second = read_coordinate_text(written(list(as_layer(first)), PROFILES[name], first.plots[0].zone), "b.txt", options)
    assert len(first.plots) == len(second.plots) == 2
    for plot, other in zip(first.plots, second.plots):
        assert [cycle(r.points.tolist()) for r in plot.rings] == [cycle(r.points.tolist()) for r in other.rings]
        assert (plot.number, plot.name, plot.area, plot.crs) == (other.number, other.name, other.area, other.crs)
        rest = {key: value for key, value in plot.attributes.items() if key != "JZDS"}
        assert rest == {key: value for key, value in other.attributes.items() if key != "JZDS"}
    kept = {key: value for block in first.blocks.values() for key, value in block.items()}
    now = {key: value for block in second.blocks.values() for key, value in block.items()}
    assert kept.items() <= now.items()


@quick
@given(st.data())
def test_point_tables_come_back(data):
    profile, zone = PROFILES["point_table"], data.draw(st.sampled_from(ZONES[:5]))
    profile = replace(profile, prefix=data.draw(st.sampled_from(list(Prefix))))
    number = st.text(st.sampled_from("0123456789AB甲"), min_size=1, max_size=6)
    given_plots = data.draw(plots(zone, ("DKBH", "DKMC", "DKYT"), most=2, number=number))
    out = prepare_plots(given_plots, profile, zone)
    shown = printed_zone(zone, profile)
    layout = points_layout(profile)
    first = csv_of_points(out, profile, layout, shown)
    file = read_points_csv(first, "a.csv")
    assert {plot.crs for plot in file.plots} == {shown.crs}
    again = csv_of_points(prepare_plots(list(as_layer(file)), profile, shown), profile, layout, shown)
    assert again == first


def test_a_workbook_of_points_holds_the_table(tmp_path):
    profile, zone = PROFILES["point_table"], ZONES[1]
    hole = [tuple(map(float, point)) for point in box("39412320.125", "4035080.5", "10", "10")]
    import shapely

    shape = shapely.Polygon([tuple(map(float, p)) for p in box("39412300.12", "4035100.5")], [hole])
    out = prepare_plots([PlotIn(1, shape, {"DKBH": "001", "DKMC": "甲"})], profile, zone)
    data = workbook_of_points(tmp_path, out, profile, points_layout(profile), zone)
    (plot,) = read_points_xlsx(data, "a.xlsx").plots
    assert (plot.number, plot.name, plot.area, plot.stated_area, plot.crs) == ("001", "甲", 7900, 7900, "EPSG:4527")
    assert [len(ring.labels) for ring in plot.rings] == [4, 4] and plot.rings[1].labels[0] == "J5"
    assert not list(tmp_path.iterdir())


def test_kept_as_drawn():
    """With start and turn kept, the file of another writer comes back in its very order."""
    outer = box("39412300.125", "4035100.500")
    turned = MadeUpPlot("甲", (tuple(reversed(outer[1:] + outer[:1])),))
    first = read_coordinate_text(coordinate_text("standard_8", [turned]).encode(), "a.txt")
    profile = replace(PROFILES["land_approval_8"], start=Start.KEEP, outer=Turn.KEEP, holes=Turn.KEEP)
    second = read_coordinate_text(written(list(as_layer(first)), profile, ZONES[1]), "b.txt")
    assert first.plots[0].rings[0].points.tolist() == second.plots[0].rings[0].points.tolist()


@given(st.dictionaries(st.from_regex(r"[A-Z][A-Z0-9_]{0,5}", fullmatch=True), st.text(max_size=20), max_size=5))
def test_packed_values_come_back(values):
    assert unpacked(packed(values)) == values
