"""Site choice against tables made by hand, squares counted one by one, and fractions worked out apart."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.columns import Columns
from ....core.errors import InputError
from ....core.occupation.inputs_sheet import RunFacts
from ....core.rules import Status, load_rules
from ....core.service.sites.choosing import choose
from ....core.service.sites.layers import grounds_of, sites_of
from ....core.service.sites.model import Advice, Given, Outcome, SiteJob, Sites, Struck
from ....core.service.sites.report import SITE_FIELDS, findings_of, site_columns, site_report, veto_text
from ....core.service.sites.rulebook import (
    Band,
    Criterion,
    Item,
    Measure,
    Veto,
    criterion_weights,
    layers_for,
    load_items,
    load_vetoes,
    unused,
)

CORNER = np.array([39_500_000.0, 4_000_000.0])
WEIGHTS = {Criterion.SAFETY: Decimal("0.4"), Criterion.ACCESS: Decimal("0.3"), Criterion.FACILITIES: Decimal("0.3")}
FARMLAND = Veto("farm", "永久基本农田", ("farm",), Decimal(0), None, "made up", Status.DEFAULT)
NOTHING = Given({}, {})


def box(west, south, east, north):
    """A rectangle in metres from the corner."""
    return shapely.box(CORNER[0] + west, CORNER[1] + south, CORNER[0] + east, CORNER[1] + north)


def layer(name, *shapes):
    return Columns(name, np.arange(1, len(shapes) + 1), np.array([*shapes, None], dtype=object)[:-1])


def sites(*shapes, **fields):
    names = [chr(ord("A") + place) for place in range(len(shapes))]
    own = {key: np.array([*values, None], dtype=object)[:-1] for key, values in fields.items()}
    return Sites("sites", np.arange(1, len(shapes) + 1), names, np.array([*shapes, None], dtype=object)[:-1], own)


def by_number(key, criterion, weight=1, field=None):
    """A rule that takes the number of a field as the score, in bands of one."""
    bands = tuple(Band(Decimal(score), Decimal(score + 1), (), Decimal(score)) for score in range(101))
    return Item(key, criterion, key, Measure.NUMBER, (), field or key, Decimal(weight), bands, "made up", Status.DEFAULT)


def job(items=(), vetoes=(), weights=WEIGHTS, best=2, tolerance="1", least="60"):
    return SiteJob(vetoes, items, weights, Decimal(tolerance), best, Decimal(least))


THREE = [by_number("s", Criterion.SAFETY), by_number("a", Criterion.ACCESS), by_number("f", Criterion.FACILITIES)]


def scores_of(rows, items=THREE, **more):
    """A choice among sites with the scores given, `rows` (n, 3)."""
    shapes = [box(100 * place, 0, 100 * place + 10, 10) for place in range(len(rows))]
    fields = {key: [str(row[column]) for row in rows] for column, key in enumerate("saf")}
    return choose(sites(*shapes, **fields), job(items, **more), NOTHING)


# ---------------------------------------------------------------------------------------------------------------- vetoes

CENTIMETRES = st.integers(0, 30)
BOXES = st.tuples(CENTIMETRES, CENTIMETRES, st.integers(1, 25), st.integers(1, 25))


@settings(max_examples=150, deadline=None)
@given(BOXES, st.lists(BOXES, max_size=4), st.integers(0, 6))
def test_overlap_is_that_of_squares_counted_one_by_one(site, grounds, tolerance) -> None:
    """Boxes on a grid of 10 cm: each square of 0.01 m² lies in the site and in some ground, or does not."""
    def squares(each):
        return {(x, y) for x in range(each[0], each[0] + each[2]) for y in range(each[1], each[1] + each[3])}

    def shape(each):
        return box(each[0] / 10, each[1] / 10, (each[0] + each[2]) / 10, (each[1] + each[3]) / 10)

    counted = len(squares(site) & set().union(*map(squares, grounds)))
    given_layers = Given({"farm": [layer("农田", *map(shape, grounds))]} if grounds else {}, {})
    made = choose(sites(shape(site)), job((), [FARMLAND], tolerance=str(Decimal(tolerance) / 100)), given_layers)
    (result,) = made.vetoes
    assert made.areas == [site[2] * site[3]]
    if not grounds:
        assert (result.struck, result.overlap) == (Struck.UNCHECKED, None)
        return
    assert result.overlap == counted
    assert result.struck is (Struck.HIT if counted > tolerance else Struck.WITHIN if counted else Struck.CLEAR)
    assert made.ranked[0].vetoed == (counted > tolerance)


def test_points_are_vetoed_by_lying_there_and_lines_by_their_width() -> None:
    inside, outside = (shapely.Point(*(CORNER + place)) for place in ((5, 5), (50, 5)))
    power = Veto("power", "高压走廊", ("高压",), Decimal(10), Decimal(0), "made up", Status.DEFAULT)
    wire = layer("高压", shapely.LineString([CORNER + (45, -100), CORNER + (45, 100)]))
    both = Given({"farm": [layer("农田", box(0, 0, 10, 10))], "power": [wire]}, {})
    made = choose(sites(inside, outside), job((), [FARMLAND, power]), both)
    assert [result.struck for result in made.vetoes] == [Struck.HIT, Struck.CLEAR, Struck.CLEAR, Struck.HIT]
    assert made.areas == [None, None] and veto_text(made, 0) == "永久基本农田" and veto_text(made, 1) == "高压走廊"
    square = choose(sites(box(0, 0, 50, 10)), job((), [power]), Given({"power": [wire]}, {}))
    assert square.vetoes[0].overlap == 15_000  # from 35 m to 50 m on 10 m
    with pytest.raises(InputError, match="give the veto 永久基本农田 a width"):
        choose(sites(inside), job((), [FARMLAND]), Given({"farm": [wire]}, {}))


def test_a_tolerance_of_a_veto_goes_before_that_of_the_run() -> None:
    strict = Veto("farm", "永久基本农田", ("farm",), Decimal(0), Decimal("0.5"), "made up", Status.DEFAULT)
    ground = Given({"farm": [layer("农田", box(9.9, 0, 20, 10))]}, {})  # 1.00 m²
    assert not choose(sites(box(0, 0, 10, 10)), job((), [FARMLAND]), ground).ranked[0].vetoed
    assert choose(sites(box(0, 0, 10, 10)), job((), [strict]), ground).ranked[0].vetoed


# ---------------------------------------------------------------------------------------------------------------- scores


def test_bands_hold_their_lower_end_after_rounding_to_a_centimetre() -> None:
    bands = (Band(None, Decimal(100), (), Decimal(90)), Band(Decimal(100), Decimal(200), (), Decimal(50)))
    road = Item("road", Criterion.ACCESS, "road", Measure.DISTANCE, ("road",), "", Decimal(1), bands, "made up", Status.DEFAULT)
    shapes = [box(100 + off, 0, 400, 10) for off in (-0.01, -0.004, 0, 99.99, 100)]
    roads = Given({"road": [layer("road", shapely.LineString([CORNER, CORNER + (0, 50)]))]}, {})
    made = choose(sites(*shapes), job([road]), roads)
    assert [str(result.value) for result in made.items] == ["99.99", "100.00", "100.00", "199.99", "200.00"]
    assert [result.score for result in made.items] == [90, 50, 50, 50, None]
    assert made.items[-1].outcome is Outcome.NO_BAND and made.ranked[-1].total is None and made.ranked[-1].rank is None


def test_words_and_rasters_are_measured_too() -> None:
    words = (Band(None, None, ("缓坡", "草坡"), Decimal(80)), Band(None, None, ("陡坡",), Decimal(20)))
    bank = Item("bank", Criterion.SAFETY, "bank", Measure.WORD, (), "ANLX", Decimal(1), words, "made up", Status.DEFAULT)
    steep = (Band(None, Decimal(6), (), Decimal(100)), Band(Decimal(6), None, (), Decimal(10)))
    slope = Item("slope", Criterion.SAFETY, "slope", Measure.RASTER_MAX, ("slope",), "", Decimal(3), steep, "made up", Status.DEFAULT)
    made = choose(
        sites(*[box(100 * place, 0, 100 * place + 10, 10) for place in range(4)], ANLX=["缓坡", " 陡坡 ", "", "缓坡"]),
        job([bank, slope]), Given({}, {"slope": np.array([2.0, 5.994, 3.0, np.nan])}),
    )
    # (80 + 3·100) / 4, (20 + 3·100) / 4; no word, no raster: no score.
    assert [each.scores[Criterion.SAFETY] for each in made.ranked] == [950, 800, None, None]
    assert [each.rank for each in made.ranked] == [1, 2, None, None]
    assert {found.text.said() for found in findings_of(made)} >= {
        "C has no value for bank: no score, no rank.", "D has no value for slope: no score, no rank.",
    }


def test_a_table_made_by_hand() -> None:
    """.4·80 + .3·90 + .3·70 = 80; .4·90 + .3·70 + .3·75 = 79.5; .4·60 + … = 51; A and D level on 80, D is safer."""
    made = scores_of([(80, 90, 70), (90, 70, 75), (60, 50, 40), (95, 70, 70)], best=2)
    assert [each.total for each in made.ranked] == [80, Fraction("79.5"), 51, 80]
    assert [each.rank for each in made.ranked] == [1, 3, 4, 1]
    assert [each.site for each in made.in_order] == [3, 0, 1, 2]
    assert [each.advice for each in made.ranked] == [Advice.BEST, Advice.RESERVE, Advice.UNFIT, Advice.BEST]
    assert made.ranked[0].tied == (3,)


def test_what_is_missing_is_never_nothing() -> None:
    """Facilities have no input: the other two weigh 4 : 3; the mean of what is there, not 0 for the rest."""
    made = choose(sites(box(0, 0, 10, 10), box(20, 0, 30, 10), s=["70", "35"], a=["70", ""]), job(THREE), NOTHING)
    assert made.ranked[0].total == 70 and Criterion.FACILITIES not in made.ranked[0].scores
    assert made.ranked[1].total is None and made.ranked[1].advice is None
    said = [found.text.said() for found in findings_of(made)]
    assert any("f: no layer, raster or field was given" in text for text in said)
    assert any("Facilities could not be scored for any site" in text for text in said)
    none = choose(sites(box(0, 0, 10, 10)), job(THREE), NOTHING)
    assert none.ranked[0].total is None and not none.variations and not none.stability


SCORE = st.integers(0, 100)
ROWS = st.lists(st.tuples(SCORE, SCORE, SCORE), min_size=1, max_size=7)
SHARES = st.tuples(*[st.integers(1, 9)] * 3)


@settings(max_examples=80, deadline=None)
@given(ROWS, SHARES, st.integers(1, 4))
def test_totals_ranks_and_variations_worked_out_apart(rows, shares, best) -> None:
    weights = dict(zip(Criterion, map(Decimal, shares)))
    made = scores_of(rows, weights=weights, best=best)

    def totals(given_shares):
        return [sum(Fraction(w) * row[k] for k, w in enumerate(given_shares)) / sum(map(Fraction, given_shares)) for row in rows]

    def ranks(values):
        return [1 + sum(other > value for other in values) for value in values]

    now = totals(shares)
    assert [each.total for each in made.ranked] == now
    assert [each.rank for each in made.ranked] == ranks(now)
    assert len(made.variations) == 6
    for each in made.variations:
        k = list(Criterion).index(each.criterion)
        share = Fraction(shares[k], sum(shares)) * (Fraction(11, 10) if each.up else Fraction(9, 10))
        rest = sum(shares) - shares[k]
        tried = [min(share, 1) if n == k else (1 - min(share, 1)) * Fraction(w, rest) for n, w in enumerate(shares)]
        new = totals([weight + Fraction(0) for weight in tried])
        changed = {(site, a, b) for site, (a, b) in enumerate(zip(ranks(now), ranks(new))) if a != b}
        assert set(each.changes) == changed
        assert sorted(new, reverse=True) == [new[site] for site in each.order]


@settings(max_examples=80, deadline=None)
@given(ROWS, SHARES, st.integers(1, 4))
def test_inside_the_interval_the_order_stays_and_beyond_it_does_not(rows, shares, best) -> None:
    made = scores_of(rows, weights=dict(zip(Criterion, map(Decimal, shares))), best=best)
    order = [each.site for each in made.in_order]

    def total(site, k, weight):
        rest = sum(shares) - shares[k]
        return sum(rows[site][n] * (weight if n == k else (1 - weight) * Fraction(w, rest)) for n, w in enumerate(shares))

    def keeps(k, weight):
        values = [total(site, k, weight) for site in order]
        return all(a >= b for a, b in zip(values, values[1:]))

    def best_stay(k, weight):
        values = [total(site, k, weight) for site in order]
        return not values[best:] or min(values[:best]) >= max(values[best:])

    hair = Fraction(1, 10**9)
    for k, each in enumerate(made.stability):
        for (low, high), holds in ((each.order, keeps), (each.best, best_stay)):
            assert 0 <= low <= each.share <= high <= 1
            assert holds(k, low) and holds(k, high) and holds(k, (low + high) / 2)
            assert low == 0 or not holds(k, low - hair)
            assert high == 1 or not holds(k, high + hair)


def test_weights_of_rules_within_a_criterion_are_varied_too() -> None:
    items = [by_number("s", Criterion.SAFETY, 1), by_number("x", Criterion.SAFETY, 1, "a"), by_number("f", Criterion.FACILITIES)]
    made = scores_of([(100, 0, 10), (0, 100, 10)], items, weights=WEIGHTS, best=1)
    (up,) = [each for each in made.variations if each.item is not None and each.item.key == "x" and each.up]
    assert (up.before, up.after) == (Fraction(1, 2), Fraction(11, 20))
    assert up.order == [1, 0] and not up.same_best and up.changes == ((0, 1, 2),)


# ------------------------------------------------------------------------------------------------------------- rule tables

RULES = "criterion,item,name,measure,layers,field,weight,low,high,value,score,source,status\n"
GOOD = 'safety,levee,levee,distance,堤,,2,{low},{high},,{score},made up,"default, confirm locally"\n'


def written(tmp_path, text):
    path = tmp_path / "rules.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_tables_that_ship_can_be_read() -> None:
    items, vetoes = load_items(), load_vetoes()
    assert {item.criterion for item in items} == set(Criterion) and len(vetoes) == 6
    assert all(item.status is Status.DEFAULT for item in (*items, *vetoes))
    for item in items:
        if item.measure is not Measure.WORD:
            ends = [(band.low, band.high) for band in item.bands]
            assert ends[0][0] is None and ends[-1][1] is None
            assert all(one[1] == other[0] for one, other in zip(ends, ends[1:]))
    weights = criterion_weights("", load_rules())
    assert sum(weights.values()) == 1 and weights[Criterion.SAFETY] == Decimal("0.4")
    assert criterion_weights("safety=1；access=0", load_rules())[Criterion.ACCESS] == 0


@pytest.mark.parametrize(("rows", "said"), [
    ([("", 100, 101)], "line 2: “101” is no valid value of the column score"),
    ([("", 100, 50), (99, 200, 60)], "no valid value of the column low"),
    ([(200, 100, 50)], "no valid value of the column high"),
    ([("x", 100, 50)], "no valid value of the column low"),
])
def test_bands_that_make_no_sense_are_refused(tmp_path, rows, said) -> None:
    text = RULES + "".join(GOOD.format(low=low, high=high, score=score) for low, high, score in rows)
    with pytest.raises(InputError) as refused:
        load_items(written(tmp_path, text))
    assert said in refused.value.sentence.said()


def test_rows_of_a_rule_stand_together_and_agree(tmp_path) -> None:
    one = GOOD.format(low="", high=100, score=1)
    with pytest.raises(InputError, match="column weight"):
        load_items(written(tmp_path, RULES + one + GOOD.format(low=100, high="", score=2).replace(",2,100", ",3,100")))
    with pytest.raises(InputError, match="column item"):
        load_items(written(tmp_path, RULES + one + one.replace("levee", "other") + GOOD.format(low=100, high="", score=2)))
    with pytest.raises(InputError, match="column measure"):
        load_items(written(tmp_path, RULES + one.replace("distance", "smell")))
    with pytest.raises(InputError, match="column key"):
        load_vetoes(written(tmp_path, 'key,name,layers,source,status\n' + 'a,a,a,s,seen\n' * 2))


def test_layers_are_found_by_words_or_named() -> None:
    wanted = {"flood": ("河道管理", "行洪"), "levee": ("堤",), "shop": ("商店",)}
    names = ["河道管理范围", "行洪区2023", "大堤", "Other"]
    found = layers_for(wanted, names)
    assert found == {"flood": [0, 1], "levee": [2], "shop": []} and list(unused(found, names)) == ["Other"]
    assert layers_for(wanted, names, "shop=other; flood=行洪区2023")["shop"] == [3]
    assert layers_for(wanted, names, "flood=行洪区2023")["flood"] == [1]
    for wrong in ("nobody=大堤", "levee=nothing", "levee"):
        with pytest.raises(InputError, match="names no rule or no layer"):
            layers_for(wanted, names, wrong)
    with pytest.raises(InputError, match="All weights of the criteria are nothing"):
        criterion_weights("safety=0;access=0;facilities=0", load_rules())
    with pytest.raises(InputError, match="no weight"):
        criterion_weights("safety=much", load_rules())


# ----------------------------------------------------------------------------------------------------- layers and workbook


def test_sites_are_points_or_polygons_and_are_mended() -> None:
    bow = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    names = {"NAME": np.array(["甲", "甲"], dtype=object)}
    columns = Columns("s", np.array([4, 9]), np.array([bow, shapely.Point(1, 1)], dtype=object), names)
    made, told = sites_of(columns, [])
    assert made.names == ["甲（4）", "甲（9）"] and made.shapes[0].area == 50 and len(told) == 1
    for wrong in (None, shapely.LineString([(0, 0), (1, 1)]), shapely.MultiPoint([(0, 0), (1, 1)])):
        with pytest.raises(InputError, match="feature 7: a site is one point or a polygon"):
            sites_of(Columns("s", np.array([7]), np.array([wrong, None], dtype=object)[:1]), [])
    (ground,), told = grounds_of([Columns("g", np.array([1]), np.array([bow, None], dtype=object)[:1])])
    assert shapely.is_valid(ground.geometry).all() and "1 invalid shapes" in told[0].said()


def test_workbook_and_layer_say_the_same() -> None:
    rows = [(80, 90, 70), (90, 70, 75), (60, 50, 40), (95, 70, 70), (99, 99, 99)]
    shapes = [box(100 * place, 0, 100 * place + 50, 50) for place in range(5)]
    fields = {key: [str(row[column]) for row in rows] for column, key in enumerate("saf")}
    ground = Given({"farm": [layer("农田", box(440, 0, 449.005, 50))]}, {})
    made = choose(sites(*shapes, **fields), job(THREE, [FARMLAND]), ground)
    columns = site_columns(made)
    report, charts = site_report(made, columns, RunFacts(), [])
    assert not report.draft and len(charts.charts) == 2
    table = list(report.tables[0].rows)
    assert [row.value("S") for row in table] == [80, Decimal("79.5"), 51, 80, None]
    assert table[4].value("VETO") == "永久基本农田 450.25平方米" and table[4].value("A") == Decimal("0.25")
    assert [row.value("ADV") for row in table] == ["推荐", "备选", "不推荐", "推荐", "不推荐"]
    assert columns["TOTAL"].tolist() == [80.0, 79.5, 51.0, 80.0, None] and columns["BEST"].tolist() == [1, 0, 0, 1, 0]
    assert list(columns) == [each.name for each in SITE_FIELDS]
    columns["TOTAL"][1] = 79.4
    assert site_report(made, columns, RunFacts(), [])[0].draft
