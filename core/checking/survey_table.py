"""The survey's attributes as the checks read them: every distinct text looked at once, however many parcels carry it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache

import numpy as np

from ..area import AreaUnit
from ..columns import Columns
from ..resources import read_facts, resource
from ..rounding import units_half_up
from ..survey.classes import CodeTable, clean_code

HUNDREDTH = AreaUnit.HUNDREDTH_SQUARE_METRE
FINE = 10_000
"""Steps of 0.0001 m² in which areas are compared, so that no binary fraction decides."""

_LARGEST_AREA = 1e13
"""m²: what is beyond is no area of a parcel (nor of the earth), and is told as such."""


class TextColumn:
    """A text attribute: `values` are the distinct texts, '' for null and blank, `place` int64 (n,) says which a row has."""

    def __init__(self, raw: np.ndarray) -> None:
        written, self._raw_place = _factorised(raw.tolist())
        self.written = ["" if text is None else str(text) for text in written]
        self.values, merged = _factorised([text.strip() for text in self.written])
        self.place = merged[self._raw_place]

    def __len__(self) -> int:
        return len(self.place)

    def where(self, predicate: Callable[[str], bool]) -> np.ndarray:
        """bool (n,): the rows whose text fulfils it; it is asked once a distinct text."""
        answers = np.fromiter((predicate(text) for text in self.values), dtype=bool, count=len(self.values))
        return answers[self.place]

    def where_written(self, predicate: Callable[[str], bool]) -> np.ndarray:
        """The same of the texts as they stand in the layer, blanks included."""
        answers = np.fromiter((predicate(text) for text in self.written), dtype=bool, count=len(self.written))
        return answers[self._raw_place]

    def isin(self, texts: Collection[str]) -> np.ndarray:
        """bool (n,): the rows whose text is one of `texts`."""
        return self.where(lambda text: text in texts)

    def mapped(self, function: Callable[[str], str]) -> TextColumn:
        """The column with every text replaced; it is asked once a distinct text."""
        answers = np.empty(len(self.values), dtype=object)
        answers[:] = [function(text) for text in self.values]
        mapped = TextColumn(answers)
        mapped.place, mapped._raw_place = mapped.place[self.place], mapped._raw_place[self.place]
        return mapped

    @cached_property
    def null(self) -> np.ndarray:
        """bool (n,): null or blank."""
        return self.isin({""})

    @cached_property
    def counts(self) -> np.ndarray:
        """int64 (k,): how many rows have each distinct text."""
        return np.bincount(self.place, minlength=len(self.values))

    def at(self, row: int) -> str:
        """The text of a row."""
        return self.values[self.place[row]]

    def written_at(self, row: int) -> str:
        """The text of a row as it stands in the layer, blanks included."""
        return self.written[self._raw_place[row]]


class SurveyTable:
    """The attributes of `columns` by standard name, and the land class of each parcel by `classes`."""

    def __init__(self, columns: Columns, classes: CodeTable) -> None:
        self.columns = columns
        self.classes = classes
        self._texts: dict[str, TextColumn] = {}

    def __len__(self) -> int:
        return len(self.columns)

    def has(self, *fields: str) -> bool:
        """Whether the layer has all these fields."""
        return all(field in self.columns.attributes for field in fields)

    def is_number(self, field: str) -> bool:
        """Whether a field the layer has is one of numbers."""
        return self.columns.attributes[field].dtype.kind == "f"

    def text(self, field: str) -> TextColumn:
        """A text field; all null where the layer lacks it."""
        if field not in self._texts:
            raw = self.columns.attributes.get(field)
            self._texts[field] = TextColumn(np.full(len(self), None, dtype=object) if raw is None else raw)
        return self._texts[field]

    def number(self, field: str) -> np.ndarray:
        """A field of numbers float64 (n,), NaN for null; all NaN where the layer lacks it."""
        raw = self.columns.attributes.get(field)
        return np.full(len(self), np.nan) if raw is None else raw

    def positive(self, field: str) -> np.ndarray:
        """bool (n,): the number is there and above 0."""
        with np.errstate(invalid="ignore"):
            return self.number(field) > 0

    def null(self, field: str) -> np.ndarray:
        """bool (n,): nothing stands in the field."""
        return np.isnan(self.number(field)) if self.has(field) and self.is_number(field) else self.text(field).null

    def fine(self, field: str) -> np.ndarray:
        """Areas in 0.0001 m², int64 (n,); null, and what is no area of this earth, counts as 0."""
        values = np.nan_to_num(self.number(field), nan=0.0, posinf=0.0, neginf=0.0)
        values = np.where(np.abs(values) < _LARGEST_AREA / 100, values, 0.0)
        return np.floor(values * FINE + 0.5).astype(np.int64)

    def units(self, field: str) -> np.ndarray:
        """Areas in 0.01 m², int64 (n,), half away from zero; null, and what is no area of this earth, counts as 0."""
        return units_of(self.number(field))

    @cached_property
    def codes(self) -> TextColumn:
        """DLBM as the class tables write it."""
        return self.text("DLBM").mapped(clean_code)

    @cached_property
    def class_known(self) -> np.ndarray:
        """bool (n,): the table has the class; what a class demands is asked of these rows only."""
        return self.codes.where(self.classes.known)

    def of_classes(self, requirement: str) -> np.ndarray:
        """bool (n,): rows whose class is listed for `requirement` in `resources/codes/class_requirements.csv`."""
        return self.in_classes(class_requirements()[requirement])

    def in_classes(self, patterns: Sequence[str]) -> np.ndarray:
        """bool (n,): rows whose known class fits one of the patterns (`1004`, `05*`)."""
        return self.codes.where(lambda code: matches(code, patterns)) & self.class_known

    def said(self, field: str, row: int) -> str:
        """What stands in a field of a row, as text; '' for null."""
        if not self.has(field):
            return ""
        if self.is_number(field):
            return number_text(float(self.columns.attributes[field][row]))
        return self.text(field).at(row)


def _factorised(values: list) -> tuple[list, np.ndarray]:
    """The distinct values in the order they first appear, and int64 (n,) which of them each value is."""
    distinct = dict.fromkeys(values)
    numbers = dict(zip(distinct, range(len(distinct))))
    return list(distinct), np.fromiter(map(numbers.__getitem__, values), dtype=np.int64, count=len(values))


def units_of(areas: np.ndarray) -> np.ndarray:
    """m² float64 (n,) in 0.01 m² int64 (n,), half away from zero; null, and what is no area of this earth, is 0."""
    values = np.nan_to_num(areas, nan=0.0, posinf=0.0, neginf=0.0)
    return units_half_up(np.where(np.abs(values) < _LARGEST_AREA, values, 0.0), HUNDREDTH)


def number_text(value: float) -> str:
    """A number as it stands in a table: 12.5, 3, '' for null."""
    if value != value:
        return ""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text


def matches(code: str, patterns: Sequence[str]) -> bool:
    """Whether a class code fits one of the patterns: `1004` itself, `05*` and all that begin so."""
    return any(code.startswith(pattern[:-1]) if pattern.endswith("*") else code == pattern for pattern in patterns)


@lru_cache(maxsize=1)
def class_requirements() -> dict[str, tuple[str, ...]]:
    """Class patterns by requirement (`resources/codes/class_requirements.csv`)."""
    rows = read_facts(resource("codes", "class_requirements.csv"), ("requirement", "classes"))
    return {row.needed("requirement"): tuple(row.needed("classes").split("|")) for row in rows}


@lru_cache(maxsize=1)
def domains() -> dict[str, dict[str, tuple[str, tuple[str, ...]]]]:
    """Field → code → (name, class patterns or none) of `resources/codes/survey_domains.csv`."""
    found: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {}
    for row in read_facts(resource("codes", "survey_domains.csv"), ("field", "code", "name")):
        patterns = tuple(part for part in row.text("classes").split("|") if part)
        found.setdefault(row.needed("field"), {})[row.needed("code")] = (row.needed("name"), patterns)
    return found
