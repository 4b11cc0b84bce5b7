"""The tables of a matching as the farmland window shows them: projects, draws and lots, amounts exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from qgis.core import NULL, QgsVectorLayer

from ..core.area import Area
from ..core.balance.indicators import NOTHING, Indicators
from ..core.balance.requisition.tables_out import USABLE

MINUS = "\u2212"


class ShownUnit(Enum):
    """The unit that areas are shown in."""

    MU = "mu"
    HECTARE = "ha"

    def text(self, micro_mu: int) -> str:
        """An area with four decimals, six where it needs them; no zeros at the end, `−` for less than nothing."""
        area = Area(abs(micro_mu))
        decimals = area.mu if self is ShownUnit.MU else area.hectares
        number = decimals(4) if decimals(4) == decimals(6) else decimals(6)
        text = format(number, "f").rstrip("0").rstrip(".")
        return f"{MINUS}{text}" if micro_mu < 0 else text


@dataclass(frozen=True)
class Project:
    """A project as it stands: what it occupies, draws, is promised and is short of; `beyond` the yearly ceiling, micro-mu;
    `values` are its cells by field."""

    code: str
    name: str
    county: str
    kind: str
    regime: str
    effective: str
    way: str
    needed: Indicators
    drawn: Indicators
    promised: Indicators
    short: Indicators
    beyond: int
    values: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Taking:
    """What a project takes from a lot."""

    project: str
    lot: str
    amounts: Indicators
    promised: bool
    pinned: bool
    other_county: bool


@dataclass(frozen=True)
class ReserveLot:
    """A lot: what it had before, what is drawn in the run, what remains; `reason` why it is not drawn, ''."""

    key: str
    name: str
    county: str
    kind: str
    grade: str
    valid_to: str
    before: Indicators
    drawn: Indicators
    after: Indicators
    state: str
    reason: str

    @property
    def usable(self) -> bool:
        """Whether projects may draw from it."""
        return self.state == USABLE


@dataclass(frozen=True)
class Found:
    """A matching as its tables say it."""

    projects: Sequence[Project] = ()
    takings: Sequence[Taking] = ()
    lots: Sequence[ReserveLot] = ()

    def project(self, code: str) -> Project | None:
        """The project of a code, None where there is none."""
        return next((each for each in self.projects if each.code == code), None)

    def taken(self, project: str) -> dict[str, Indicators]:
        """What a project takes by lot, promises too."""
        found: dict[str, Indicators] = {}
        for taking in self.takings:
            if taking.project == project:
                found[taking.lot] = found.get(taking.lot, NOTHING).plus(taking.amounts)
        return found


def read_found(tables: Mapping[str, QgsVectorLayer]) -> Found:
    """The tables PROJECT_TABLE, DRAWS and LOTS of a run."""
    return Found(
        [_project(row) for row in _rows(tables["PROJECT_TABLE"])],
        [_taking(row) for row in _rows(tables["DRAWS"])],
        [_lot(row) for row in _rows(tables["LOTS"])],
    )


def _project(row: Mapping[str, Any]) -> Project:
    texts = [_text(row, name) for name in ("PROJECT", "NAME", "COUNTY", "KIND", "REGIME", "EFFECTIVE", "WAY")]
    needed, drawn, promised, short = (_amounts(row, name) for name in ("NEED", "DRAWN", "PROMISED", "SHORT"))
    return Project(*texts, needed, drawn, promised, short, _micro_mu(row["BEYOND"]), row)


def _taking(row: Mapping[str, Any]) -> Taking:
    flags = [row[name] == 1 for name in ("PROMISED", "PINNED", "OTHER")]
    return Taking(_text(row, "PROJECT"), _text(row, "LOT"), _amounts(row, "DRAWN"), *flags)


def _lot(row: Mapping[str, Any]) -> ReserveLot:
    grade = "" if row["GRADE"] is None else f"{row['GRADE']:g}"
    return ReserveLot(
        *(_text(row, name) for name in ("LOT", "NAME", "COUNTY", "KIND")),
        grade,
        _text(row, "VALID_TO"),
        *(_amounts(row, name) for name in ("BEFORE", "DRAWN", "AFTER")),
        _text(row, "STATE"),
        _text(row, "REASON"),
    )


def _rows(layer: QgsVectorLayer) -> Iterator[dict[str, Any]]:
    """The rows of a table, None for an empty cell."""
    names = layer.fields().names()
    for feature in layer.getFeatures():
        yield {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row[name] or "")


def _amounts(row: Mapping[str, Any], name: str) -> Indicators:
    return Indicators(_micro_mu(row[f"{name}_Q"]), _micro_mu(row[f"{name}_W"]), int(row[f"{name}_P"]))


def _micro_mu(mu: float | None) -> int:
    """Mu with six decimals as the integer they stand for."""
    return 0 if mu is None else int(Decimal(repr(mu)).scaleb(6))
