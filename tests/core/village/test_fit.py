"""Projects over a village plan: rules, pieces and effect against an oracle that counts squares of one metre."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
import shapely
from hypothesis import given, settings, strategies as st

from ....core.area import AreaUnit
from ....core.columns import Columns
from ....core.errors import InputError
from ....core.occupation.model import AreaMethod, Job
from ....core.survey.apportion import Master
from ....core.survey.classes import load_code_table
from ....core.village.areas import Side, VillageOf, plan_areas
from ....core.village.fit.effect import PlaceSides, effects_of
from ....core.village.fit.job import NUMBER, PLACE, ROW, PlanParcels, ZoneLayer, compare
from ....core.village.fit.report import FitFacts, fit_identities, fit_report, numbers_of, piece_columns
from ....core.village.fit.rules import RULED, Verdict, load_fit_rules
from ....core.village.fit.tables import change_table, class_table, counted_effects, fit_tables, summary_table, worst_of
from ....core.village.fit.uses import uses_of
from ....core.village.profile import load_profile, shipped_profiles
from ....core.village.structure import structure_of

EAST, NORTH = 39_400_000, 4_030_000
SIDE = 10
CODES = ("0101", "0103", "0703", "0704", "1207", "16", "0301", "1704", "0601")
USES = ("0703", "1001", "0103", "1207")
NO_USE = ("水工建筑用地", "7777", "")
"""Uses that no class table knows."""
PROFILE = load_profile(next(path for path in shipped_profiles() if path.stem == "general"))
TABLES = {"ydyh2023": load_code_table("ydyh2023")}
NAMES = {"0102": "生态保护红线", "0201": "一般农业空间", "0202": "永久基本农田", "0301": "村庄集中建设区", "0302": "村庄弹性发展区"}
JOB = Job(AreaMethod.PLANE, Master.FOOTPRINT, AreaUnit.HUNDREDTH_SQUARE_METRE, 0.0)

# use, class of the plan, zone → verdict: written by hand from what the rules are meant to say.
HAND = [
    ("0703", "0703", "0301", "fits"), ("0703", "0704", "0301", "zone"), ("0703", "0703", "0201", "zone"),
    ("0703", "0101", "0201", "change"),
    ("0703", "0101", "0202", "forbidden"), ("0703", "0703", "0102", "forbidden"), ("1001", "16", "0301", "zone"),
    ("1001", "0301", "0302", "zone"), ("1207", "1207", "0201", "fits"), ("1207", "1201", "0201", "zone"), ("0103", "0101", "0202", "fits"),
    ("0103", "0103", "0102", "fits"), ("0301", "0101", "0202", "forbidden"), ("0601", "0101", "0201", "change"),
    ("0103", "0703", "", "change"),
    ("0703", "", "0301", "uncovered"), ("0703", "", "0102", "forbidden"), ("07", "0703", "0301", "fits"), ("0703", "07", "", "fits"),
]  # fmt: skip


def box(x0: int, y0: int, x1: int, y1: int) -> shapely.Geometry:
    return shapely.box(EAST + x0, NORTH + y0, EAST + x1, NORTH + y1)


def layer(name: str, shapes: list, **attributes: list) -> Columns:
    columns = {}
    for key, values in attributes.items():
        columns[key] = np.array(values, dtype=np.int64) if key in (PLACE, ROW) else np.array([*values, None], dtype=object)[:-1]
    return Columns(name, np.arange(len(shapes)), np.array(shapes, dtype=object), columns)


class Town:
    """A plan of n × n squares of SIDE metres with a code each, zones as boxes, footprints as boxes with a use."""

    def __init__(self, n, codes, zones, footprints, registered=1.0, holes=()):
        self.n, self.codes, self.zones, self.footprints, self.holes = n, codes, zones, footprints, set(holes)
        kept = [k for k in range(n * n) if k not in self.holes]
        squares = [box(k % n * SIDE, k // n * SIDE, k % n * SIDE + SIDE, k // n * SIDE + SIDE) for k in kept]
        numbers = [f"T{k}" for k in kept]
        own = [codes[k] for k in kept]
        columns = layer("GHDLTB", squares, VALUE=own, PLACE=[0] * len(kept), ROW=list(range(len(kept))), NUMBER=numbers)
        self.plan = PlanParcels(columns, "规划地类图斑", ["ydyh2023"])
        side = Side(
            "GHDLTB", np.arange(len(kept)), np.array(own, dtype=object), np.zeros(len(kept), bool),
            np.full(len(kept), SIDE * SIDE * registered), np.full(len(kept), "", dtype=object),
        )  # fmt: skip
        areas = plan_areas(side, side, [VillageOf("", "甲村")], structure_of(PROFILE), TABLES["ydyh2023"], Decimal(1))
        self.sides = PlaceSides("甲村", side, areas, False)

    def fit(self, **more):
        shapes = [box(*corners) for corners, _ in self.footprints]
        names = [f"F{k}" for k in range(len(shapes))]
        footprints = layer("red", shapes, FP_ID=names, GHYT=[use for _, use in self.footprints])
        zones = layer("GKBJ", [box(*corners) for corners, _ in self.zones], VALUE=[code for _, code in self.zones])
        given_zones = [ZoneLayer(zones, "管控边界")] if self.zones else []
        return compare(footprints, self.plan, given_zones, TABLES, load_fit_rules(), NAMES, JOB, **more)

    def squares(self):
        """(footprint, square metre) → use, class ('' for none), zones: one by one, without any geometry."""
        for number, ((x0, y0, x1, y1), use) in enumerate(self.footprints):
            for x in range(x0, x1):
                for y in range(y0, y1):
                    cell = y // SIDE * self.n + x // SIDE if 0 <= x < self.n * SIDE and 0 <= y < self.n * SIDE else None
                    code = "" if cell is None or cell in self.holes else self.codes[cell]
                    zones = {z for (a, b, c, d), z in self.zones if a <= x < c and b <= y < d}
                    yield number, (x, y), use, code, zones


def by_hand(use: str, plan: str, zones: set[str]) -> str:
    """The verdict by a table of our own: not the rules of the program, what they are to mean for these classes and zones."""
    if use in NO_USE:
        return "undecided" if plan else "uncovered"
    order = ("fits", "zone", "change", "uncovered", "forbidden")
    return max((one_zone(use, plan, zone) for zone in zones or {""}), key=order.index)


def one_zone(use: str, plan: str, zone: str) -> str:
    built, farm = use in ("0703", "1001", "1207"), use == "0103"
    if zone == "0102" and built:
        return "forbidden"
    if zone == "0202" and built:
        return "forbidden"
    if not plan:
        return "uncovered"
    if plan == use:
        return "zone" if use in ("0703", "1001") and zone == "0201" else "fits"
    if farm:
        return "fits" if plan in ("0101", "0103") else "change"
    where = zone in ("0301", "0302", "")
    if plan == "16" and where:
        return "zone"
    if plan[:2] == use[:2] and where:
        return "zone"
    return "zone" if zone == "0302" else "change"


corner = st.integers(-3, 33)
boxes = st.tuples(corner, corner, st.integers(1, 12), st.integers(1, 12)).map(lambda b: (b[0], b[1], b[0] + b[2], b[1] + b[3]))
towns = st.builds(
    Town,
    st.just(3),
    st.lists(st.sampled_from(CODES), min_size=9, max_size=9),
    st.lists(st.tuples(boxes, st.sampled_from(sorted(NAMES))), min_size=1, max_size=3),
    st.builds(
        lambda first, others: [first, *others],
        st.tuples(boxes, st.sampled_from(USES)),
        st.lists(st.tuples(boxes, st.sampled_from((*USES, *NO_USE))), max_size=2),
    ),
    st.just(1.0),
    st.sets(st.integers(0, 8), max_size=2),
)


@pytest.mark.parametrize(("use", "plan", "zone", "verdict"), HAND)
def test_shipped_rules_mean_what_they_are_meant_to(use, plan, zone, verdict) -> None:
    judged = load_fit_rules().judge("ydyh2023", use, plan, {zone} if zone else ())
    assert judged.verdict.value == verdict
    assert judged.verdict is Verdict.UNCOVERED or judged.rule is not None


def test_the_strictest_of_several_zones_counts_and_is_named() -> None:
    judged = load_fit_rules().judge("ydyh2023", "0703", "0101", {"0302", "0202", "0201"})
    assert (judged.verdict, judged.zone, judged.rule.key) == (Verdict.FORBIDDEN, "0202", "F02")


def test_village_roads_are_roads_in_both_class_tables() -> None:
    rules = load_fit_rules()
    assert rules.group_of("ydyh2020", "060102") == "traffic" and rules.group_of("ydyh2023", "0601") == "facility"
    assert rules.group_of("ydyh2020", "060101") == "facility"


def test_every_class_of_both_tables_has_a_group() -> None:
    rules = load_fit_rules()
    for version in ("ydyh2020", "ydyh2023"):
        assert not [code for code in load_code_table(version).classes if not rules.group_of(version, code)]


@pytest.mark.parametrize(
    ("line", "place"),
    [("F1,nothing,*,*,fits,m,s,d", "use"), ("F1,*,*,*,uncovered,m,s,d", "verdict"), ("F1,*,other||x,*,fits,m,s,d", "plan")],
)
def test_rules_that_make_no_sense_are_refused_with_line_and_column(tmp_path, line, place) -> None:
    path = tmp_path / "rules.csv"
    path.write_text("key,use,plan,zone,verdict,meaning,source,status\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_fit_rules(path)
    assert raised.value.sentence.places["line"] == 2 and raised.value.sentence.places["column"] == place


@settings(max_examples=120, deadline=None)
@given(towns)
def test_areas_by_verdict_are_those_of_counted_squares(town) -> None:
    fit = town.fit()
    counted, once = Counter(), {}
    for number, place, use, code, zones in town.squares():
        verdict = by_hand(use, code, zones)
        counted[number, verdict] += 1
        once.setdefault(place, verdict)
    table = summary_table(fit)
    keys = {
        "FIT": "fits", "ZONE": "zone", "CHANGE": "change", "FORBIDDEN": "forbidden", "UNDECIDED": "undecided", "UNCOVERED": "uncovered",
    }  # fmt: skip
    for number in range(len(town.footprints)):
        row = table.rows[number]
        for key, verdict in keys.items():
            assert row.value(key).square_metres() == counted[number, verdict], (number, key)
    totals = Counter(once.values())
    assert {v.value: a.square_metres() for v, a in numbers_of(fit).items()} == {v.value: totals[v.value] for v in Verdict}


@settings(max_examples=40, deadline=None)
@given(towns)
def test_effect_is_that_of_counted_squares_and_keeps_the_village(town) -> None:
    fit = town.fit()
    (effect,) = effects_of(fit, [town.sides])
    moved: Counter = Counter()
    seen = set()
    for _, place, use, code, _ in town.squares():
        if code and place not in seen and use not in NO_USE:
            moved[code[:2]] -= 1
            moved[use[:2]] += 1
        seen.add(place)
    structure = effect.after.structure
    change = (effect.added - effect.taken).sum(axis=0)
    assert change.sum() == 0 and (effect.after.plan >= 0).all()
    for key in ("01", "03", "17", "06"):
        assert change[structure.place(key)] == 100 * moved[key], key
    assert change[structure.place("V07")] == 100 * moved["07"]


@settings(max_examples=25, deadline=None)
@given(towns)
def test_every_check_of_the_workbook_holds(town) -> None:
    fit = town.fit()
    effects = effects_of(fit, [town.sides])
    report = fit_report(fit, effects, piece_columns(fit, effects), FitFacts(PROFILE, True))
    assert report.identities and all(identity.ok for identity in report.identities)


def sample() -> Town:
    """Three squares in a row: 耕地, 宅基地, 宅基地; the middle one in the building zone, the first prime farmland."""
    codes = ["0101", "0703", "0703", "0103", "0103", "0103", "0301", "0301", "0301"]
    zones = [((0, 0, 10, 10), "0202"), ((10, 0, 30, 10), "0301"), ((0, 10, 30, 30), "0201")]
    return Town(3, codes, zones, [((5, 2, 15, 12), "0703"), ((12, 5, 18, 9), "0703")], registered=2.0)


def test_a_small_town_by_hand() -> None:
    town = sample()
    fit = town.fit()
    rows = {str(row.value("DK")): row for row in summary_table(fit).rows}
    got = [rows["F0"].value(key).square_metres() for key in ("TOTAL", "FIT", "CHANGE", "FORBIDDEN", "UNCOVERED")]
    assert got == [100, 40, 20, 40, 0]
    assert worst_of(fit, 0) is Verdict.FORBIDDEN and worst_of(fit, 1) is Verdict.FITS
    listed = change_table(fit, effects_of(fit, [town.sides])).rows
    changes = [(row.value("PARCEL"), row.value("TO")) for row in listed if row.value("PARCEL")]
    assert changes == [("T0", None), ("T3", "0703 农村宅基地"), ("T4", "0703 农村宅基地")]
    said = [str(row.value("CHANGE")) for row in class_table(fit).rows if row.value("CLASS")]
    assert "from 0103 旱地 to 0703 农村宅基地" in said and "leave zone 0202 永久基本农田" in said


def test_effect_counts_in_registered_areas() -> None:
    """Parcels are registered twice as large as drawn: so is what a project takes of them."""
    town = sample()
    (effect,) = effects_of(town.fit(), [town.sides])
    structure = effect.after.structure
    assert effect.taken[0, structure.place("01")] == 2 * 60 * 100 == effect.added[0, structure.place("V07")]
    built = next(pair for pair in counted_effects(effect, PROFILE) if pair[0].indicator.title == "村庄建设用地面积")
    assert (built[0].plan, built[1].plan) == (Decimal("0.04"), Decimal("0.05"))


def test_the_strictest_of_plan_parcels_over_one_another_decides() -> None:
    town = sample()
    shapes = [box(0, 0, 20, 20), box(0, 0, 20, 20)]
    columns = layer("GHDLTB", shapes, VALUE=["0703", "0301"], PLACE=[0, 0], ROW=[0, 1], NUMBER=["a", "b"])
    town.plan, town.zones = replace(town.plan, columns=columns), []
    fit = town.fit()
    assert set(fit.code) == {"0301"} and numbers_of(fit)[Verdict.CHANGE].square_metres() == 112
    assert any(found.kind == "values" for found in fit.overlay.overlaps)


def test_a_code_that_no_table_has_is_ground_without_a_class_and_told() -> None:
    codes = ["0199"] * 9
    fit = Town(3, codes, [], [((0, 0, 10, 10), "0103")]).fit()
    assert numbers_of(fit)[Verdict.UNCOVERED].square_metres() == 100
    assert [str(found.text) for found in fit.overlay.findings if "0199" in str(found.text)]


def test_uses_are_codes_names_or_both() -> None:
    shapes = [box(0, 0, 1, 1)] * 5
    footprints = layer("red", shapes, FP_ID=list("abcde"), GHYT=["0703", "农村宅基地", "0703 农村宅基地", " 工业用地 ", None])
    assert uses_of(footprints, TABLES, "水田").codes["ydyh2023"].tolist() == ["0703", "0703", "0703", "1001", "0101"]


@pytest.mark.parametrize(("use", "word"), [(None, "missing"), ("7777", "no class"), ("农村宅基", "农村宅基地")])
def test_uses_that_mean_nothing_are_refused_with_the_feature(use, word) -> None:
    footprints = layer("red", [box(0, 0, 1, 1)], FP_ID=["a"], GHYT=[use])
    with pytest.raises(InputError) as raised:
        uses_of(footprints, TABLES)
    assert word in str(raised.value) and raised.value.sentence.places["feature"] == 0


def test_a_footprint_whose_use_is_no_class_is_named_and_the_others_are_judged() -> None:
    town = sample()
    town.footprints = [((5, 2, 15, 12), "水工建筑用地"), ((12, 5, 18, 9), "0703"), ((100, 0, 110, 10), "7777"), ((200, 0, 210, 10), "0703")]
    fit = town.fit()
    rows = {str(row.value("DK")): row for row in summary_table(fit).rows}
    keys = ("FIT", "UNDECIDED", "UNCOVERED")
    got = {number: [row.value(key).square_metres() for key in keys] for number, row in rows.items() if number[0] == "F"}
    assert got == {"F0": [0, 100, 0], "F1": [24, 0, 0], "F2": [0, 0, 100], "F3": [0, 0, 100]}
    assert rows["F0"].value("USE") == "水工建筑用地" and "水工建筑用地" in str(rows["F0"].value("REMARK"))
    assert [worst_of(fit, row).value for row in range(4)] == ["undecided", "fits", "uncovered", "uncovered"]
    assert [str(rows[f"F{row}"].value("REMARK")) for row in (2, 3)] == ["lies outside the plans"] * 2
    told = [(found.kind.value, found.feature, found.area.square_metres()) for found in fit.overlay.findings]
    assert told == [
        ("unknown class", "F0", 100), ("unknown class", "F2", 100), ("outside the plan", "F2", 100), ("outside the plan", "F3", 100),
    ]  # fmt: skip
    by_class = Counter()
    for row in class_table(fit).rows:
        if row.value("DK") == "F0" and row.value("CLASS"):
            assert str(row.value("VERDICT")) == "use to be decided" and not row.value("CHANGE")
            by_class[row.value("CLASS")] += row.value("AREA").square_metres()
    # F0 lies over four squares: 5 × 8 of T0, 5 × 8 of T1, 5 × 2 of T3 and of T4.
    assert by_class == {"0101 水田": 40, "0703 农村宅基地": 40, "0103 旱地": 20}


def test_a_use_of_two_meanings_is_refused_only_where_plans_of_both_tables_lie_under_it() -> None:
    both = {**TABLES, "ydyh2020": load_code_table("ydyh2020")}
    columns = layer(
        "GHDLTB", [box(0, 0, 10, 10), box(10, 0, 20, 10)], VALUE=["0101", "0101"], PLACE=[0, 1], ROW=[0, 0], NUMBER=["a", "b"]
    )
    plan = PlanParcels(columns, "规划地类图斑", ["ydyh2023", "ydyh2020"])

    def run(corners, use):
        footprints = layer("red", [box(*corners)], FP_ID=["a"], GHYT=[use])
        return compare(footprints, plan, [], both, load_fit_rules(), NAMES, JOB)

    assert run((12, 0, 18, 5), "1207").use_text(0) == "1207 城镇道路用地"
    assert run((2, 0, 8, 5), "1207").use_text(0) == "1207 城镇村道路用地"
    with pytest.raises(InputError, match="one class table at a time"):
        run((5, 0, 15, 5), "1207")
    footprints = layer("red", [box(5, 0, 15, 5), box(2, 0, 8, 5)], FP_ID=["a", "b"], GHYT=["1207", "1207"])
    fit = compare(footprints, plan, [], both, load_fit_rules(), NAMES, JOB)
    assert [worst_of(fit, row).value for row in (0, 1)] == ["undecided", "change"]
    assert "one class table at a time" in str(fit.uses.doubts[0]) and fit.use_text(0) == "1207"


MUTATIONS = {
    "area of a piece": lambda pieces, fit: pieces["AREA_ADJ"].__setitem__(0, pieces["AREA_ADJ"][0] + 0.01),
    "verdict of a piece": lambda pieces, fit: pieces["VERDICT"].__setitem__(0, "zone"),
    "counted twice": lambda pieces, fit: pieces["COUNTED"].__setitem__(slice(None), 1),
    "footprint of a piece": lambda pieces, fit: pieces["FP_ID"].__setitem__(0, "F1"),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_layer_that_is_not_the_workbook_turns_red(name) -> None:
    town = sample()
    fit = town.fit()
    effects = effects_of(fit, [town.sides])
    pieces = {key: values.copy() for key, values in piece_columns(fit, effects).items()}
    tables = fit_tables(fit, effects, PROFILE)
    assert all(identity.ok for identity in fit_identities(fit, effects, tables, pieces))
    MUTATIONS[name](pieces, fit)
    assert not all(identity.ok for identity in fit_identities(fit, effects, tables, pieces))


def test_an_effect_that_does_not_foot_turns_red() -> None:
    town = sample()
    fit = town.fit()
    (effect,) = effects_of(fit, [town.sides])
    for change in (1, -1):
        plan = effect.after.plan.copy()
        plan[0, effect.after.structure.place("02")] += change
        wrong = replace(effect, after=replace(effect.after, plan=plan))
        tables = fit_tables(fit, [wrong], PROFILE)
        failing = [i for i in fit_identities(fit, [wrong], tables, piece_columns(fit, [wrong])) if not i.ok]
        assert len(failing) == (1 if change > 0 else 2)


def test_verdicts_of_rules_are_not_uncovered() -> None:
    assert Verdict.UNCOVERED not in RULED
    assert NUMBER and all(rule.verdict in RULED and rule.status for rule in load_fit_rules().rules)
