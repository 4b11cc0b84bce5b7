"""What excludes a site and what makes one good, as data: `resources/codes/site_vetoes.csv` and `site_rules.csv`, or a bureau's own
files of the same columns.

A rule's layers are found by words in their names, or are named one by one (`levee=大堤`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from itertools import groupby
from pathlib import Path

from ...errors import InputError
from ...resources import FactRow, read_facts, resource
from ...rules import Rules, Status
from ...sentence import translate
from ...survey.spelling import assignments

HUNDRED = Decimal(100)


class Criterion(Enum):
    """The three criteria, in the order of the table."""

    SAFETY = "safety"
    ACCESS = "access"
    FACILITIES = "facilities"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _CRITERIA[self]

    @property
    def rule(self) -> str:
        """The key of its weight in `resources/rules/sites.csv`."""
        return WEIGHT_RULES[self]


_WORDS = {
    "安全": Criterion.SAFETY, "安全性": Criterion.SAFETY, "可达": Criterion.ACCESS, "可达性": Criterion.ACCESS,
    "配套": Criterion.FACILITIES, "配套设施": Criterion.FACILITIES,
}  # fmt: skip
WEIGHT_RULES = {
    Criterion.SAFETY: "site_weight_safety",
    Criterion.ACCESS: "site_weight_access",
    Criterion.FACILITIES: "site_weight_facilities",
}
_CRITERIA = {
    Criterion.SAFETY: translate("LandLedger", "Safety"),
    Criterion.ACCESS: translate("LandLedger", "Access"),
    Criterion.FACILITIES: translate("LandLedger", "Facilities"),
}


class Measure(Enum):
    """What a rule looks at: metres to the nearest feature of its layers, the largest or mean value of a raster on the site, a
    number or a word of the site's own field."""

    DISTANCE = "distance"
    RASTER_MAX = "raster_max"
    RASTER_MEAN = "raster_mean"
    NUMBER = "number"
    WORD = "word"

    @property
    def label(self) -> str:
        """What people read, in English."""
        return _MEASURES[self]

    @property
    def by_raster(self) -> bool:
        """Whether it needs a raster."""
        return self in (Measure.RASTER_MAX, Measure.RASTER_MEAN)

    @property
    def by_field(self) -> bool:
        """Whether it needs a field of the sites."""
        return self in (Measure.NUMBER, Measure.WORD)


_MEASURES = {
    Measure.DISTANCE: translate("LandLedger", "distance to the nearest (m)"),
    Measure.RASTER_MAX: translate("LandLedger", "largest value on the site"),
    Measure.RASTER_MEAN: translate("LandLedger", "mean value on the site"),
    Measure.NUMBER: translate("LandLedger", "number in the field"),
    Measure.WORD: translate("LandLedger", "word in the field"),
}


@dataclass(frozen=True)
class Veto:
    """Layers that exclude a site: overlapped beyond `tolerance` m² (None: the run's), drawn `width` metres wider on all sides."""

    key: str
    name: str
    words: tuple[str, ...]
    width: Decimal
    tolerance: Decimal | None
    source: str
    status: Status


@dataclass(frozen=True)
class Band:
    """A score for numbers from `low` (included) to `high` (excluded), open where None, or for some words."""

    low: Decimal | None
    high: Decimal | None
    words: tuple[str, ...]
    score: Decimal

    def holds(self, value: Decimal | str) -> bool:
        """Whether a measured value lies here."""
        if isinstance(value, str):
            return value.strip().lower() in self.words
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)

    @property
    def text(self) -> str:
        """`[100, 500)`, `≥ 500`, `缓坡、平缓`."""
        if self.words:
            return "、".join(self.words)
        if self.low is not None and self.high is not None:
            return f"[{self.low}, {self.high})"
        if self.low is not None:
            return f"≥ {self.low}"
        return "—" if self.high is None else f"< {self.high}"


@dataclass(frozen=True)
class Item:
    """One rule: a measure, its bands, and its weight among those of its criterion."""

    key: str
    criterion: Criterion
    name: str
    measure: Measure
    words: tuple[str, ...]
    field: str
    weight: Decimal
    bands: tuple[Band, ...]
    source: str
    status: Status

    def band_of(self, value: Decimal | str) -> Band | None:
        """The band of a value, None where no band holds it."""
        return next((band for band in self.bands if band.holds(value)), None)


# ----------------------------------------------------------------------------------------------------------------- reading

_VETO_COLUMNS = ("key", "name", "layers", "source", "status")
_RULE_COLUMNS = ("criterion", "item", "name", "measure", "weight", "score", "source", "status")
_SAME = ("criterion", "name", "measure", "layers", "field", "weight")


def load_vetoes(path: Path | None = None) -> list[Veto]:
    """The vetoes of a file, ours without one. InputError naming file, line and column for a cell that makes no sense, and for a
    key that stands there twice."""
    found: dict[str, Veto] = {}
    for row in read_facts(path or resource("codes", "site_vetoes.csv"), _VETO_COLUMNS):
        key = row.needed("key")
        if key in found:
            raise row.refuse("key")
        tolerance = _number(row, "tolerance_m2") if row.text("tolerance_m2") else None
        width = _number(row, "width_m") if row.text("width_m") else Decimal(0)
        found[key] = Veto(key, row.needed("name"), _layer_words(row), width, tolerance, row.text("source"), _status(row))
    return list(found.values())


def load_items(path: Path | None = None) -> list[Item]:
    """The rules of a file, ours without one; the rows of a rule are its bands, one under the other.

    InputError naming file, line and column: a cell that makes no sense, rows of one rule that contradict each other or do not stand
    together, bands that overlap, a score beyond 0 to 100.
    """
    rows = read_facts(path or resource("codes", "site_rules.csv"), _RULE_COLUMNS)
    items: dict[str, Item] = {}
    for key, group in groupby(rows, key=lambda row: row.needed("item")):
        own = list(group)
        if key in items:
            raise own[0].refuse("item")
        items[key] = _item(key, own)
    return list(items.values())


def _item(key: str, rows: Sequence[FactRow]) -> Item:
    first = rows[0]
    for row in rows[1:]:
        for column in _SAME:
            if row.text(column) != first.text(column):
                raise row.refuse(column)
    criterion, measure = _choice(first, "criterion", Criterion), _choice(first, "measure", Measure)
    weight = _number(first, "weight")
    if not weight:
        raise first.refuse("weight")
    if measure.by_field:
        first.needed("field")
    words = () if measure.by_field else _layer_words(first)
    bands: list[Band] = []
    for row in rows:
        band = _band(row, measure)
        if any(_overlap(band, other) for other in bands):
            raise row.refuse("value" if measure is Measure.WORD else "low")
        bands.append(band)
    return Item(
        key, criterion, first.needed("name"), measure, words, first.text("field"), weight, tuple(bands), first.text("source"),
        _status(first),
    )


def _band(row: FactRow, measure: Measure) -> Band:
    score = _number(row, "score")
    if score > HUNDRED:
        raise row.refuse("score")
    if measure is Measure.WORD:
        return Band(None, None, tuple(word.strip().lower() for word in row.needed("value").split("|") if word.strip()), score)
    low = _number(row, "low", signed=True) if row.text("low") else None
    high = _number(row, "high", signed=True) if row.text("high") else None
    if low is not None and high is not None and low >= high:
        raise row.refuse("high")
    return Band(low, high, (), score)


def _overlap(one: Band, other: Band) -> bool:
    if one.words or other.words:
        return bool(set(one.words) & set(other.words))
    before = one.high is not None and other.low is not None and one.high <= other.low
    after = other.high is not None and one.low is not None and other.high <= one.low
    return not (before or after)


def _number(row: FactRow, column: str, signed: bool = False) -> Decimal:
    try:
        value = Decimal(row.needed(column))
    except InvalidOperation:
        raise row.refuse(column) from None
    if not value.is_finite() or (value < 0 and not signed):
        raise row.refuse(column)
    return value


def _choice(row: FactRow, column: str, choices: type[Enum]):  # type: ignore[no-untyped-def]
    try:
        return choices(row.needed(column))
    except ValueError:
        raise row.refuse(column) from None


def _status(row: FactRow) -> Status:
    return Status(_choice(row, "status", Status))


def _layer_words(row: FactRow) -> tuple[str, ...]:
    return tuple(word.strip().lower() for word in row.needed("layers").split("|") if word.strip())


# --------------------------------------------------------------------------------------------------------- weights and layers


def criterion_weights(text: str, rules: Rules) -> dict[Criterion, Decimal]:
    """The weight of each criterion: the rules', with those of `text` (`safety=0.5;access=0.3`, `安全性=0.5`) in
    their place. InputError for an
    unknown criterion, a weight that is none, or no weight above nothing."""
    weights = {criterion: rules.number(criterion.rule) for criterion in Criterion}
    known = {**{criterion.value: criterion for criterion in Criterion}, **_WORDS}
    for part, name, value in assignments(text):
        if name.lower() not in known:
            template = translate("LandLedger", "“{text}” is no weight of a criterion; write as in safety=0.4;access=0.3;facilities=0.3.")
            raise InputError(template, text=part)
        try:
            weight = Decimal(value)
        except InvalidOperation:
            weight = Decimal(-1)
        if not weight.is_finite() or weight < 0:
            raise InputError(translate("LandLedger", "“{value}” is no weight; write a number that is not below 0."), value=value)
        weights[known[name.lower()]] = weight
    if not any(weights.values()):
        raise InputError(translate("LandLedger", "All weights of the criteria are nothing."))
    return weights


def layers_for(
    wanted: Mapping[str, tuple[str, ...]], names: Sequence[str], given: str = ""
) -> dict[str, list[int]]:
    """The layers (places in `names`) of each key of `wanted` by the words in their names; `given` (`levee=大堤;road=路网`) names
    the layers of a key instead.

    InputError for a key or layer in `given` that there is none of.
    """
    found = {
        key: [place for place, name in enumerate(names) if any(word in name.lower() for word in words)]
        for key, words in wanted.items()
    }
    own: dict[str, list[int]] = {}
    for part, key, name in assignments(given):
        places = [place for place, each in enumerate(names) if each.lower() == name.lower()]
        if key not in wanted or not places:
            template = translate("LandLedger", "“{text}” names no rule or no layer of the run; the layers are {layers}.")
            raise InputError(template, text=part, layers="、".join(names))
        own.setdefault(key, []).extend(places)
    return {**found, **own}


def unused(found: Mapping[str, Sequence[int]], names: Sequence[str]) -> Iterator[str]:
    """Names of layers that belong to no rule."""
    used = {place for places in found.values() for place in places}
    yield from (name for place, name in enumerate(names) if place not in used)
