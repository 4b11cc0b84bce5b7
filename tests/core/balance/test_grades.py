"""Capacity by grade against the figures of public forms."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from ....core.area import Area
from ....core.balance import grades
from ....core.balance.grades import load_yields, presets_of, weighted_grade, whole_kilograms
from ....core.errors import InputError
from ....core.survey.schema import GradeSystem

NATIONAL = GradeSystem.NATIONAL15


@pytest.mark.parametrize(
    ("hectares", "kilograms"), [(("1", "2", "2.5", "4.5"), 194_250), (("10", "20", "25", "45"), 1_942_500)]
)
def test_official_formula_gives_the_figures_of_the_public_forms(hectares: tuple[str, ...], kilograms: int) -> None:
    parts = [(grade, False, Area.from_hectares(area)) for grade, area in enumerate(hectares, 1)]
    assert load_yields(NATIONAL).capacity(parts) == kilograms
    more = [(1, True, Area.from_hectares("0.0001")), *parts]
    assert load_yields(NATIONAL).capacity(more) == kilograms + Fraction(15 * 1500, 10_000)


def test_a_capacity_is_rounded_once_and_half_up() -> None:
    assert [whole_kilograms(Fraction(number, 2)) for number in (1, 2, 3, 5)] == [1, 1, 2, 3]


def test_an_average_grade_yields_on_the_line_between_two_grades() -> None:
    assert load_yields(NATIONAL).per_mu(Decimal("7.5")) == 850
    assert weighted_grade([(7, Area(1)), (8, Area(3))]) == Fraction(31, 4)
    assert weighted_grade([]) is None


@pytest.mark.parametrize("grade", [0, 16, Decimal("15.5")])
def test_a_grade_outside_the_system_is_refused(grade: Decimal) -> None:
    with pytest.raises(InputError, match="1 to 15"):
        load_yields(NATIONAL).per_mu(grade)


def test_presets_stand_beside_the_official_formula() -> None:
    assert presets_of(NATIONAL) == ["official", "lower", "middle"]
    assert load_yields(NATIONAL, "lower").per_mu(15) == 0


def test_quality_grades_need_yields_of_the_bureaus_own(tmp_path: Path) -> None:
    """No yield of a quality grade is published: the refusal says where to write them, and written there they count."""
    quality, file = GradeSystem.QUALITY10, tmp_path / "codes" / "capacity.csv"
    with pytest.raises(InputError, match=r"no capacity preset official .*land_ledger/codes/capacity\.csv.*1 to 10"):
        load_yields(quality)
    with pytest.raises(InputError, match=re.escape(str(file))) as refused:
        load_yields(quality, "official", file)
    file.parent.mkdir()
    columns = next(part for part in str(refused.value).split() if part.startswith("grade_system,"))
    rows = [f"quality10,official,,{grade},{1100 - 60 * grade},made up,\"default, confirm locally\"" for grade in range(1, 11)]
    file.write_text("\n".join([columns, *rows]), encoding="utf-8")
    assert load_yields(quality, "official", file).per_mu(3) == 920
    assert presets_of(quality, file) == ["official"] and presets_of(NATIONAL, file) == ["official", "lower", "middle"]
    assert load_yields(NATIONAL, "official", file).per_mu(3) == 1300
    file.write_text("\n".join([columns, *rows[:-1]]), encoding="utf-8")  # read anew, as the bureau edits it
    with pytest.raises(InputError, match="no yield for some grade"):
        load_yields(quality, "official", file)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([*range(1, 16), 3], "grade"),
        ([*range(1, 15), 99], "grade"),
        (range(1, 15), "no yield for some grade"),
        ([*range(1, 15), "15,1462.5"], ""),
        ([*range(1, 15), "15,much"], "kg_per_mu"),
    ],
)
def test_a_preset_has_every_grade_once(lines: list, said: str, tmp_path: Path) -> None:
    file = tmp_path / "capacity.csv"
    rows = [f"national15,own,,{line if ',' in str(line) else f'{line},1000'},made up,seen" for line in lines]
    file.write_text("\n".join(["grade_system,preset,kind,grade,kg_per_mu,source,status", *rows]), encoding="utf-8")
    if not said:
        assert grades._presets(file)[(NATIONAL, "own")].per_mu(15) == Fraction(2925, 2)
        return
    with pytest.raises(InputError, match=said):
        grades._presets(file)
