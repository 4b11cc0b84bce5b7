"""What the officer decides about lots: pinned to a project, excluded for a project or for all; changes can be undone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.balance.requisition.choices import Choices, parse_choices
from ..core.errors import InputError

SIGNS = frozenset(";=:,；＝：，、\n")
"""Signs that part the words of PINNED and EXCLUDED: a number that holds one can't be named there."""


class Exclusion(Enum):
    """For whom a lot is left out."""

    NOBODY = "nobody"
    PROJECT = "project"
    ALL = "all"


@dataclass(frozen=True)
class Decisions:
    """Pins (project, lot) in the order they were made, excluded pairs, lots excluded for all."""

    pins: tuple[tuple[str, str], ...] = ()
    pairs: frozenset[tuple[str, str]] = frozenset()
    lots: frozenset[str] = frozenset()

    @classmethod
    def parsed(cls, pinned: str, excluded: str) -> Decisions:
        """Of the texts of the parameters; nothing where they make no sense."""
        try:
            choices: Choices = parse_choices(pinned, excluded)
        except InputError:
            return cls()
        pins = tuple((pin.project, pin.lot) for pin in choices.pins)
        return cls(pins, frozenset(choices.excluded_pairs), frozenset(choices.excluded_lots))

    @property
    def pinned(self) -> str:
        """As the parameter PINNED takes it."""
        return ";".join(f"{project}={lot}" for project, lot in self.pins)

    @property
    def excluded(self) -> str:
        """As the parameter EXCLUDED takes it."""
        return ";".join([*sorted(self.lots), *(f"{project}={lot}" for project, lot in sorted(self.pairs))])

    def __bool__(self) -> bool:
        return bool(self.pins or self.pairs or self.lots)

    def __len__(self) -> int:
        return len(self.pins) + len(self.pairs) + len(self.lots)

    def is_pinned(self, project: str, lot: str) -> bool:
        """Whether the project draws from the lot first."""
        return (project, lot) in self.pins

    def exclusion(self, project: str, lot: str) -> Exclusion:
        """For whom the lot is left out, seen from a project."""
        if lot in self.lots:
            return Exclusion.ALL
        return Exclusion.PROJECT if (project, lot) in self.pairs else Exclusion.NOBODY

    def pin(self, project: str, lot: str, on: bool) -> Decisions:
        """With the lot pinned or not; a lot that is pinned is not excluded."""
        pins = tuple(pin for pin in self.pins if pin != (project, lot))
        if not on:
            return replace(self, pins=pins)
        return Decisions((*pins, (project, lot)), self.pairs - {(project, lot)}, self.lots - {lot})

    def exclude(self, project: str, lot: str, whom: Exclusion) -> Decisions:
        """With the lot left out for a project, for all, or for nobody; a lot that is left out is not pinned."""
        pairs, lots, pins = self.pairs - {(project, lot)}, self.lots - {lot}, self.pins
        if whom is Exclusion.PROJECT:
            pairs |= {(project, lot)}
            pins = tuple(pin for pin in pins if pin != (project, lot))
        if whom is Exclusion.ALL:
            lots |= {lot}
            pins = tuple(pin for pin in pins if pin[1] != lot)
        return Decisions(pins, frozenset(pairs), frozenset(lots))

    def known(self, projects: Collection[str], lots: Collection[str]) -> Decisions:
        """Those about projects and lots that are there."""
        return Decisions(
            tuple(pin for pin in self.pins if pin[0] in projects and pin[1] in lots),
            frozenset(pair for pair in self.pairs if pair[0] in projects and pair[1] in lots),
            frozenset(lot for lot in self.lots if lot in lots),
        )

    def without(self, others: Decisions) -> Decisions:
        """Those that are not among `others`."""
        pins = tuple(pin for pin in self.pins if pin not in others.pins)
        return Decisions(pins, self.pairs - others.pairs, self.lots - others.lots)


def nameable(code: str) -> bool:
    """Whether PINNED and EXCLUDED can name a project or a lot of this number."""
    return SIGNS.isdisjoint(code)


class DecisionBook(QObject):
    """The decisions now, and those before; `changed` says that they are others."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = Decisions()
        self._before: list[Decisions] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    def decide(self, decisions: Decisions) -> None:
        """Take these; what was before can come back."""
        if decisions != self.now:
            self._before.append(self.now)
            self.now = decisions
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last change."""
        if self._before:
            self.now = self._before.pop()
            self.changed.emit()

    def clear(self) -> None:
        """Decide nothing; it can be undone."""
        self.decide(Decisions())

    def start(self, decisions: Decisions) -> None:
        """Those that were remembered: nothing is before them."""
        self._before.clear()
        self.now = decisions
        self.changed.emit()
