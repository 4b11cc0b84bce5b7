"""Profiles as data, and what stops or marks a file on its way out; all plots are made up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
import shapely

from ...core import beside
from ...core.beside import Beside
from ...core.columns import Columns
from ...core.errors import Cancelled, InputError, OutputError
from ...core.exchange.area_words import AreaWord
from ...core.exchange.borders import outline_of
from ...core.exchange.export import Job, Target, export, file_names, missing_fields, plots_of, require_targets
from ...core.exchange.file_header import header_blocks, header_text, merged, parse_header_values
from ...core.exchange.layouts import LAYOUT_TABLE
from ...core.exchange.profile import (
    SETTINGS,
    Closing,
    Comma,
    Count,
    Prefix,
    Restart,
    Start,
    Turn,
    load_profile,
    profile_choices,
    profile_title,
    shipped_profiles,
)
from ...core.exchange.writing import PlotIn, prepare_plots, printed_zone, text_of_plots
from ...core.exchange.zones import zone_of_epsg
from ...core.resources import read_facts

PROFILES = {path.stem: load_profile(path) for path in shipped_profiles()}
APPROVAL = PROFILES["land_approval_8"]
ZONE = zone_of_epsg(4527)
E, N = 39_412_300, 4_035_000
SQUARE = shapely.box(E, N, E + 100, N + 80)


def plot(shape=SQUARE, id_=1, **values):
    return PlotIn(id_, shape, {"DKBH": "001", "DKMC": "示范地块", **values})


def lines(plots, profile=APPROVAL, said=None, zone=ZONE):
    out = prepare_plots(plots, profile, zone)
    data = text_of_plots(out, profile, printed_zone(zone, profile), "2026-03-04", said or {})
    return data.decode(profile.encoding).split(profile.line_end)


def body(plots, profile=APPROVAL, **more):
    found = lines(plots, profile, **more)
    return found[found.index("[地块坐标]") + 1 :]


def refused(call, *given, **named):
    with pytest.raises((InputError, OutputError)) as caught:
        call(*given, **named)
    return str(caught.value)


# ------------------------------------------------------------------------------------------------------- profiles


def test_a_profile_for_each_layout_with_its_fields_in_order():
    for row in read_facts(LAYOUT_TABLE, ("layout", "fields", "point_row")):
        profile = PROFILES[row.text("layout")]
        fields = row.text("fields").split("|")
        # The last place of the one-map row is always empty, the reader calls it a remark.
        wanted = [*fields[:-1], ""] if row.text("layout") == "onemap_5" else fields
        assert [place.name for place in profile.plot] == wanted
        known = [key.replace("x", "east").replace("y", "north") for key in row.text("point_row").split("|")]
        assert list(profile.point) == known
        assert bool(profile.blocks) == (row.text("attribute_block") == "yes")


def test_every_setting_stands_in_some_profile_that_ships():
    stated = {
        row.text("key") for path in shipped_profiles() for row in read_facts(path, ("part",)) if row.text("part") == "set"
    }
    assert stated == set(SETTINGS)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("set,start,northwest,", "set,begin,northwest,", "key"),
        ("block,属性描述", "blok,属性描述", "part"),
        ("key,带号,{zone}", "key,带号,{zonne}", "value"),
        ("plot,DKMC", "plot,DKBH", "key"),
        ("point,ring", "point,rings", "key"),
        ("key,格式版本号,1.01版本,layer", "key,格式版本号,1.01版本,file", "from"),
    ],
)
def test_an_error_in_a_profile_names_file_line_and_column(tmp_path, old, new, column):
    path = tmp_path / "own.csv"
    text = next(p for p in shipped_profiles() if p.stem == "land_approval_8").read_text(encoding="utf-8-sig")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="gbk")
    line = text[: text.index(old)].count("\n") + 1
    said = refused(load_profile, path)
    assert said.startswith(f"own.csv, line {line}: ") and said.endswith(f"the column {column}.")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("set,count,distinct", "set,count,some", "the setting count can't be “some”, only distinct / all."),
        ("set,encoding,utf-8", "set,encoding,latin", "the setting encoding can't be “latin”, only utf-8 / utf-8-sig / gbk."),
        ("set,coordinate_decimals,3", "set,coordinate_decimals,-1", "the setting coordinate_decimals can't be “-1”, only 0–6."),
        ("set,label_prefix,J", "set,label_prefix,界", "the setting label_prefix can't be “界”."),
    ],
)
def test_a_setting_that_can_not_be_names_itself_and_what_may_stand_there(tmp_path, old, new, told):
    path = tmp_path / "own.csv"
    text = next(p for p in shipped_profiles() if p.stem == "land_approval_8").read_text(encoding="utf-8-sig")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    assert refused(load_profile, path) == f"own.csv, line {line}: {told}"


def test_a_quote_that_is_not_closed_does_not_fill_the_message(tmp_path):
    path = tmp_path / "own.csv"
    text = next(p for p in shipped_profiles() if p.stem == "land_approval_8").read_text(encoding="utf-8-sig")
    path.write_text(text.replace("plot,DKMC", 'plot,"DKMC'), encoding="utf-8")
    said = refused(load_profile, path)
    assert "“DKMC,,,地块名称,…” is no valid value of the column key." in said and "\n" not in said


def test_a_profile_without_a_needed_line(tmp_path):
    text = next(p for p in shipped_profiles() if p.stem == "onemap_5").read_text(encoding="utf-8-sig")
    path = tmp_path / "own.csv"
    path.write_text(text.replace("point,north,,,,X（北）\n", ""), encoding="utf-8")
    assert refused(load_profile, path) == "The file own.csv lacks the line “point,north”."
    path.write_text("".join(row for row in text.splitlines(True) if "title" not in row), encoding="utf-8")
    assert refused(load_profile, path) == "The file own.csv lacks the line “set,title”." and profile_title(path) == "own"


def test_own_profiles_stand_beside_ours_or_take_their_place(tmp_path):
    mine, same = tmp_path / "某局.csv", tmp_path / "onemap_5.csv"
    choices = profile_choices([mine, same])
    assert list(choices)[-1] == "某局" and choices["onemap_5"] == same and len(choices) == len(PROFILES) + 1


# -------------------------------------------------------------------------------------------------------- borders


def test_a_ring_begins_in_the_north_west_and_runs_clockwise():
    shape = shapely.Polygon([(E, N), (E + 100, N), (E + 100, N + 80), (E + 30, N + 90), (E + 5, N + 60)])
    assert body([plot(shape)])[1].split(",")[2:] == ["4035090.000", "39412330.000"]
    (ring,) = outline_of(shape, replace(APPROVAL, start=Start.NORTHWEST_DIAGONAL)).borders
    assert ring.points[0] == ((E + 30) * 1000, (N + 90) * 1000)
    diamond = shapely.Polygon([(E + 10, N), (E + 20, N + 10), (E + 10, N + 20), (E, N + 10)])
    (ring,) = outline_of(diamond, APPROVAL).borders  # two corners are as near: the more northern one
    assert ring.points[:2] == (((E + 10) * 1000, (N + 20) * 1000), ((E + 20) * 1000, (N + 10) * 1000))


def test_start_and_turn_are_two_choices():
    drawn = [(E + 60, N), (E + 100, N + 80), (E + 5, N + 60)]  # counter-clockwise
    south, east, west = [(x * 1000, y * 1000) for x, y in drawn]

    def points(outer, start):
        (ring,) = outline_of(shapely.Polygon(drawn), replace(APPROVAL, outer=outer, start=start)).borders
        return list(ring.points)

    assert points(Turn.CLOCKWISE, Start.NORTHWEST) == [west, east, south]
    assert points(Turn.COUNTERCLOCKWISE, Start.NORTHWEST) == points(Turn.KEEP, Start.NORTHWEST) == [west, south, east]
    assert points(Turn.CLOCKWISE, Start.KEEP) == [south, west, east]
    assert points(Turn.KEEP, Start.KEEP) == [south, east, west]


def test_half_a_step_goes_up_as_decimals_do():
    shape = shapely.Polygon([(E + 0.0005, N), (E + 100, N), (E + 100, N + 80.0005), (E, N + 80)])
    (ring,) = outline_of(shape, APPROVAL).borders
    assert (E * 1000 + 1, N * 1000) in ring.points and ((E + 100) * 1000, N * 1000 + 80001) in ring.points
    # As a float times 10⁴ this one falls below the half that it was written as.
    shape = shapely.Polygon([(39412699.62435, N), (E + 500, N), (E + 500, N + 80)])
    (ring,) = outline_of(shape, replace(APPROVAL, coordinate_decimals=4)).borders
    assert (394126996244, N * 10_000) in ring.points


def test_labels_rings_counts_and_closing_points_by_profile():
    hole = shapely.Polygon(SQUARE.exterior.coords, [shapely.box(E + 10, N + 10, E + 20, N + 20).exterior.coords])
    shape = shapely.MultiPolygon([hole, shapely.box(E + 200, N, E + 210, N + 10)])

    def columns(**changes):
        rows = body([plot(shape), plot(id_=2, DKBH="002")], replace(APPROVAL, **changes))
        heads = [row.split(",")[0] for row in rows if row.endswith("@")]
        points = [row.split(",") for row in rows if row and not row.endswith("@")]
        return heads, " ".join(p[0] for p in points), "".join(p[1] for p in points)

    heads, labels, rings = columns()
    assert heads == ["12", "4"] and rings == "11111222223333311111"
    assert labels == "J1 J2 J3 J4 J1 J5 J6 J7 J8 J5 J9 J10 J11 J12 J9 J1 J2 J3 J4 J1"
    heads, labels, rings = columns(label_restart=Restart.NEVER, closing=Closing.NONE, ring_restart=Restart.NEVER)
    assert labels.split()[-4:] == ["J13", "J14", "J15", "J16"] and rings == "1111222233334444" and heads == ["12", "4"]
    _, labels, rings = columns(label_restart=Restart.PART, ring_restart=Restart.PART, label_digits=2, label_prefix="")
    assert labels.split()[10] == "01" and rings == "11111222221111111111"
    assert columns(count=Count.ALL)[0] == ["15", "5"] and columns(count=Count.ALL, closing=Closing.NONE)[0] == ["12", "4"]
    _, labels, _ = columns(label_restart=Restart.RING, closing=Closing.NEXT_LABEL)
    assert labels.split()[:10] == ["J1", "J2", "J3", "J4", "J5"] * 2


def test_points_that_coincide_holes_that_vanish_and_parts_that_do():
    close = shapely.Polygon([(E, N), (E + 0.0002, N), (E + 100, N), (E + 100, N + 80)])
    tiny = [(E + 50, N + 10), (E + 50.0001, N + 10), (E + 50, N + 10.0001)]
    out = export_of([plot(close), plot(shapely.Polygon(SQUARE.exterior.coords, [tiny]), 2, DKBH="2")])
    told = "\n".join(map(str, out.notes.warnings))
    assert "1 plots have points that coincide at 3 decimals; these were written once: 1 (示范地块)." in told
    assert "1 plots have holes that vanish at 3 decimals; these were left out: 2 (示范地块)." in told
    assert (out.point_count, out.area) == (3 + 4, Decimal("12000.00"))
    gone = shapely.MultiPolygon([SQUARE, shapely.Polygon([(E - 50 + x, N + y) for x, y in ((0, 0), (1e-4, 0), (0, 1e-4))])])
    assert "a part of it has no area at 3 decimals" in refused(body, [plot(gone)])


def test_a_border_that_touches_itself_once_rounded():
    bottle = shapely.Polygon([(E, N), (E + 10, N), (E + 5.0001, N + 5), (E + 10, N + 10), (E, N + 10), (E + 5, N + 5)])
    assert bottle.is_valid
    said = refused(body, [plot(bottle)])
    assert "written with 3 decimals: the border touches itself, near north 4035005.000, east 39412305.000" in said
    assert len(body([plot(bottle)], replace(APPROVAL, coordinate_decimals=4))) == 1 + 7 + 1
    out = export_of([plot(bottle)], Job(APPROVAL, accept_invalid=True))
    assert "were written as drawn" in str(out.notes.warnings[0])


def test_a_plot_without_shape():
    assert refused(body, [plot(None)]).startswith("Feature 1 (示范地块) has no shape")
    assert refused(body, [plot(shapely.Polygon())]).startswith("Feature 1 (示范地块) has no shape")


# ------------------------------------------------------------------------------------------- texts, header, area


def test_a_character_that_the_encoding_has_not():
    gbk = replace(APPROVAL, encoding="gbk")
    said = refused(body, [plot(), plot(id_=7, DKBH="2", DKMC="㐂村𠀀")], gbk)
    assert said == "Feature 7 (㐂村𠀀), field DKMC: the encoding GBK has no character “㐂”; change the text."
    assert "Header: the encoding GBK has no character “ñ”" in refused(
        body, [plot()], gbk, said={("", "数据产生单位"): "ñ局"}
    )
    assert body([plot(DKMC="㐂村")], replace(APPROVAL, encoding="utf-8-sig"))[0] == "4,0.8000,001,㐂村,面,,,,@"


def test_separators_and_line_breaks_in_names():
    out = export_of([plot(DKMC="一,二\n三")])
    assert "1 texts held line breaks or the separator of the file" in str(out.notes.warnings[0])
    assert body([plot(DKMC="一,二\n三")])[0].split(",")[3] == "一，二 三"
    said = refused(body, [plot(DKMC="一,二")], replace(APPROVAL, comma=Comma.REFUSE))
    assert said == "Feature 1 (一,二), field DKMC: “一,二” holds the separator of the file; change the text."


def test_the_header_from_profile_layer_and_user():
    kept = "[项目信息]\n项目名称=虚构项目\n[属性描述]\n数据产生单位=虚构局\n带号=38\n数据产生日期=2019-1-2\n备注=甲\n[地块坐标]"
    plots = [replace(plot(), header=kept), plot(id_=2, DKBH="2")]
    found = lines(plots, said={("", "转换参数"): "0,0,0,0,0,0,0", ("项目信息", "项目类别"): "城镇"})
    assert found[: found.index("[地块坐标]")] == [
        "[项目信息]", "项目名称=虚构项目", "项目类别=城镇",
        "[属性描述]", "格式版本号=1.01版本", "数据产生单位=虚构局", "数据产生日期=2019-1-2", "坐标系=2000国家大地坐标系",
        "几度分带=3", "投影类型=高斯克吕格", "计量单位=米", "带号=39", "精度=0.001", "转换参数=0,0,0,0,0,0,0", "备注=甲",
    ]  # fmt: skip
    assert "项目名称=虚构项目" not in lines(plots, replace(APPROVAL, other_keys=False))
    assert "the file has no key 单位" in refused(lines, plots, said={("", "单位"): "某局"})
    assert header_blocks(kept)["项目信息"] == {"项目名称": "虚构项目"}
    assert merged([kept, kept.replace("虚构局", "别的局")]).different == ("数据产生单位",)
    assert parse_header_values("数据产生单位=某局;项目信息.项目名称=“甲;乙”") == {
        ("", "数据产生单位"): "某局", ("项目信息", "项目名称"): "甲;乙",
    }  # fmt: skip
    assert "is not of the form key=value" in refused(parse_header_values, "某局")


@pytest.mark.parametrize("key", [("", "带号"), ("属性描述", "带号")])
def test_a_zone_of_the_header_that_is_not_the_coordinates_is_refused(key):
    assert "带号 can't be 38, the coordinates are of 39" in refused(lines, [plot()], said={key: "38"})
    assert "带号=39带" in lines([plot()], said={key: "39带"})
    assert "几度分带 can't be 6, the coordinates are of 3" in refused(lines, [plot()], said={("", "几度分带"): "6"})


def test_a_header_that_a_shapefile_cut_off():
    whole = header_text({"属性描述": {"数据产生单位": "虚构局", "转换参数": "0,0,0,0,0,0,0"}, "地块坐标": {}})
    assert header_blocks(whole)["属性描述"]["转换参数"] == "0,0,0,0,0,0,0"
    cut = whole[: whole.index("0,0,0,0") + 3]
    out = export_of([replace(plot(), header=cut)])
    assert "was cut off; its last key was left out: 1 (示范地块)." in str(out.notes.warnings[0])
    found = lines([replace(plot(), header=cut)])
    assert "数据产生单位=虚构局" in found and "转换参数=,,,,,," in found


def test_kept_keys_that_tell_of_zone_and_areas_are_renewed():
    kept = "[属性描述]\n面积单位=亩\n中央子午线=114\n[其他]\n坐标系统=1980西安坐标系\n备注=甲\n[地块坐标]"
    found = lines([replace(plot(), header=kept)])
    for line in ("面积单位=公顷", "中央子午线=117", "坐标系统=2000国家大地坐标系", "备注=甲", "4,0.8000,001,示范地块,面,,,,@"):
        assert line in found


def test_a_profile_whose_rings_can_not_be_told_apart_is_refused():
    two = shapely.MultiPolygon([SQUARE, shapely.box(E + 200, N, E + 210, N + 10)])
    profile = replace(APPROVAL, closing=Closing.NONE, ring_restart=Restart.PART)
    assert "would be read with other borders than were written; not written" in refused(body, [plot(two)], profile)


def test_what_a_reader_can_not_know_is_told():
    metres = replace(APPROVAL, area_unit=AreaWord.SQUARE_METRE, area_decimals=2)
    wrong = replace(plot(), stated=Decimal(7000))
    assert "will be read in another unit" in "\n".join(map(str, export_of([wrong], Job(metres)).notes.warnings))
    assert not export_of([plot()], Job(metres)).notes.warnings
    bare = replace(PROFILES["in_out_balance_4"], prefix=Prefix.NO)
    assert "must be told that it is EPSG:4548" in str(export_of([plot()], Job(bare)).notes.warnings[0])


def test_a_number_that_happens_to_be_the_count_of_points():
    onemap = PROFILES["onemap_5"]
    told = "\n".join(map(str, export_of([plot(DKBH="4")], Job(onemap)).notes.warnings))
    assert "1 texts will be read back otherwise, their place being ambiguous: 1 (示范地块): DKBH." in told
    assert not export_of([plot(DKBH="4"), plot(id_=2, DKBH="JC2"), plot(id_=3, DKBH="JC3")], Job(onemap)).notes.warnings


def test_areas_of_the_border_or_of_a_field_in_any_unit():
    odd = shapely.box(E, N, E + 33.33, N + 15.015)  # 500.44995 m²
    assert body([plot(odd)])[0].split(",")[1] == "0.0500"
    square_metres = replace(APPROVAL, area_unit=AreaWord.SQUARE_METRE, area_decimals=2)
    assert body([plot(odd)], square_metres)[0].split(",")[1] == "500.45"
    mu = replace(APPROVAL, area_unit=AreaWord.MU, area_decimals=4)
    assert body([plot(odd)], mu)[0].split(",")[1] == "0.7507"
    given = replace(plot(odd), stated=Decimal("500.5"), imported=Decimal(600))
    out = export_of([given], Job(square_metres))
    assert (out.area, out.printed_area) == (Decimal("500.45"), Decimal("500.50"))
    told = "\n".join(map(str, out.notes.warnings))
    assert "1 (示范地块): 500.50 / 500.45." in told and "1 (示范地块): 500.50 / 600.00." in told


def test_numbers_missing_and_twice_are_told():
    told = "\n".join(
        map(str, export_of([plot(), plot(id_=2), plot(id_=3, DKBH=""), plot(id_=4, DKBH="9")]).notes.warnings)
    )
    assert "1 plots have no number: 3 (示范地块)." in told and "1 plot numbers stand more than once: 001 × 2." in told


# ---------------------------------------------------------------------------------------------------------- zones


@pytest.mark.parametrize(("code", "prefix", "written"), [
    (4527, Prefix.YES, (39, 3, "39412300.000")), (4527, Prefix.NO, (39, 3, "412300.000")),
    (4548, Prefix.YES, (39, 3, "39412300.000")), (4548, Prefix.LAYER, (39, 3, "412300.000")),
    (4509, Prefix.YES, (20, 6, "20412300.000")), (4498, Prefix.NO, (20, 6, "412300.000")),
])  # fmt: skip
def test_the_zone_before_the_easting(code, prefix, written):
    zone = zone_of_epsg(code)
    east = 412_300 + (zone.number * 1_000_000 if zone.prefixed else 0)
    found = lines([plot(shapely.box(east, N, east + 100, N + 80))], replace(APPROVAL, prefix=prefix), zone=zone)
    assert f"带号={written[0]}" in found and f"几度分带={written[1]}" in found
    assert found[found.index("[地块坐标]") + 2] == f"J1,1,4035080.000,{written[2]}"


def test_plots_beyond_the_strip_are_told():
    far = shapely.box(39_640_000, N, 39_640_100, N + 80)  # 1.55° east of 117°
    out = export_of([plot(), plot(far, 2, DKBH="2")])
    assert [str(note) for note in out.notes.warnings] == [
        "1 plots reach beyond the strip of zone 39: 2 (示范地块)."
    ]
    wide = zone_of_epsg(4498)
    assert not export_of([plot(shapely.box(20_640_000, N, 20_640_100, N + 80))], zone=wide).notes.warnings


# ---------------------------------------------------------------------------------------------------------- files


def export_of(plots, job=None, zone=ZONE, target=None, said=None, **more):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        to = target or Target(Path(folder) / "a.txt")
        return export(plots, job or Job(APPROVAL, today="2026-03-04"), zone, said or {}, to, **more)


def test_one_file_and_one_a_plot(tmp_path):
    plots = [plot(DKMC="甲/乙:丙"), plot(id_=2, DKMC="甲/乙:丙"), plot(id_=3, DKBH="", DKMC="")]
    folder = tmp_path / "out"
    out = export_of(plots, target=Target(tmp_path / "all.txt", folder))
    assert sorted(path.name for path in folder.iterdir()) == ["001_甲_乙_丙.txt", "001_甲_乙_丙_2.txt", "3.txt"]
    assert len(out.files) == 4 and (tmp_path / "all.txt").read_text(encoding="utf-8").count("@") == 3
    names = file_names(prepare_plots([plot(DKBH="con", DKMC=""), plot(DKBH="CON", DKMC="")], APPROVAL, ZONE), APPROVAL)
    assert names == ["con_", "CON__2"]


def test_tables_of_points_need_numbers(tmp_path):
    job = Job(PROFILES["point_table"])
    target = Target(tmp_path / "a.csv")
    assert "Feature 2 (示范地块) has no plot number" in refused(
        export_of, [plot(), plot(id_=2, DKBH="")], job, target=target
    )
    assert "have the same plot number 001" in refused(export_of, [plot(), plot(id_=2)], job, target=target)
    export_of([plot()], job, target=Target(tmp_path / "a.xlsx"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_what_the_system_refuses_is_said_in_our_words(tmp_path):
    """Sentences of ours can be translated, those of the system are English whatever the language."""
    import errno
    import os

    spool = Beside(tmp_path / "a.txt")
    for number, words in ((errno.ENOENT, "file or folder not found"), (errno.ENAMETOOLONG, "the name is too long")):
        told = spool.trouble(OSError(number, os.strerror(number)))
        assert str(told) == f"{tmp_path / 'a.txt'} can't be written: {words}."
    told = spool.trouble(OSError(errno.ELOOP, os.strerror(errno.ELOOP)))
    assert str(told).endswith(f"can't be written: system error {errno.ELOOP}.")


def test_a_cancelled_or_failed_run_leaves_everything_as_it_was(tmp_path, monkeypatch):
    old = tmp_path / "all.txt"
    old.write_text("alt", encoding="utf-8")
    target = Target(old, tmp_path / "out")
    plots = [plot(id_=place, DKBH=str(place)) for place in range(1, 4)]
    for stop in (0.1, 0.5, 0.8):

        def cancel(fraction, stop=stop):
            if fraction >= stop:
                raise Cancelled

        with pytest.raises(Cancelled):
            export_of(plots, target=target, progress=cancel)
    taken = []

    def full(source, place):
        taken.append(place)
        if len(taken) == 3:
            raise OSError(28, "No space left on device", str(place))
        real(source, place)

    real = beside.os.replace
    monkeypatch.setattr(beside.os, "replace", full)
    assert refused(export_of, plots, target=target).startswith("The disk is full; ")
    assert old.read_text(encoding="utf-8") == "alt" and [path.name for path in tmp_path.iterdir()] == ["all.txt"]


def test_targets_that_can_not_be(tmp_path):
    points = PROFILES["point_table"]
    said = refused(require_targets, APPROVAL, str(tmp_path / "a.csv"), "", "")
    assert said == "The profile “建设用地报批（8项）” writes .txt files, not a.csv."
    require_targets(points, str(tmp_path / "a.csv"), str(tmp_path / "new"), "")
    own = tmp_path / "own.csv"
    own.write_text("x", encoding="utf-8")
    assert "is the layer itself" in refused(require_targets, points, str(own), "", str(own))
    assert "is a file, not a folder" in refused(require_targets, points, "", str(own), "")
    assert "folder of" in refused(require_targets, points, str(tmp_path / "no" / "a.csv"), "", "")


def test_plots_of_a_layer():
    def texts(*values):
        return np.array(values, dtype=object)

    columns = Columns(
        "地块", np.array([5, 9]), texts(SQUARE, SQUARE),
        {"DKBH": texts("1", None), "DKYT": texts(None, "工业"), "OTHER": texts("TBLX=20; DKYT=别的", None),
         "HEADER": texts("[a]\nb=c\n[地块坐标]", None), "DKMJ_HA": np.array([0.8, np.nan]), "AREA_TO_PRINT": np.array([1.2, np.nan])},
    )  # fmt: skip
    job = Job(PROFILES["common_13"], AreaWord.MU)
    first, second = plots_of(columns, job)
    assert first.values == {"DKBH": "1", "DKYT": "别的", "TBLX": "20"} and second.values["DKYT"] == "工业"
    assert (first.stated, first.imported, second.stated, second.imported) == (800, 8000, None, None)
    assert (first.header, second.header, second.id) == ("[a]\nb=c\n[地块坐标]", "", 9)
    (said,) = missing_fields([first, second], columns, job.profile)
    assert "DKMC (地块名称), TFH (图幅号)" in str(said) and "TBLX" not in str(said)
