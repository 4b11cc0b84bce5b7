"""Where cultivated land goes and comes from, as data: `resources/codes/inout_kinds.csv` and `inout_exemptions.csv`.

The first kind of a direction whose codes fit decides. Codes end with `*` for all below them; `@construction` means every
class of the major class construction land, so that the rule about idle land (1201) holds here, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ...errors import InputError
from ...resources import read_facts, resource
from ...rules import Status
from ...sentence import translate
from ...survey.classes import CodeTable, Major, clean_code

CONSTRUCTION_CODES = "@construction"
"""Stands for every class of the major class construction land."""


class Direction(Enum):
    """Whether cultivated land leaves (流出) or comes in (流入); the value is what files and layers hold."""

    OUT = "out"
    IN = "in"


class Counted(Enum):
    """Whether a kind counts in the balance: always, never, or as a rule says (`inout_water_by_class`,
    `inout_from_construction`)."""

    YES = "yes"
    APART = "apart"
    WATER = "water"
    CONSTRUCTION = "construction"


@dataclass(frozen=True)
class InOutKind:
    """A destination or an origin: its key (column of T31), name, codes, and whether it counts."""

    direction: Direction
    key: str
    name: str
    codes: tuple[str, ...]
    counted: Counted
    source: str
    status: Status

    def fits(self, code: str, table: CodeTable) -> bool:
        """Whether a class belongs to the kind."""
        for pattern in self.codes:
            if pattern == CONSTRUCTION_CODES:
                if table.major(code) is Major.CONSTRUCTION:
                    return True
            elif code == pattern or (pattern.endswith("*") and code.startswith(pattern[:-1])):
                return True
        return False


@dataclass(frozen=True)
class Exemption:
    """A reason that takes an outflow out of the balance when it is marked: its key, name, and the words people write."""

    key: str
    name: str
    words: frozenset[str]
    source: str
    status: Status


@dataclass(frozen=True)
class InOutKinds:
    """The kinds of both directions in their order, and the exemptions by key."""

    kinds: Sequence[InOutKind]
    exemptions: Mapping[str, Exemption]

    def of(self, direction: Direction) -> list[InOutKind]:
        """The kinds of a direction."""
        return [kind for kind in self.kinds if kind.direction is direction]

    def kind_of(self, direction: Direction, code: str, table: CodeTable) -> InOutKind | None:
        """The first kind that a class fits, None when none does."""
        return next((kind for kind in self.of(direction) if kind.fits(code, table)), None)

    def exemption_of(self, mark: str) -> Exemption | None:
        """The exemption that a mark names by key or word, None when it is none."""
        text = "".join(mark.split())
        for exemption in self.exemptions.values():
            if text.upper() == exemption.key or text in exemption.words:
                return exemption
        return None


@lru_cache(maxsize=1)
def load_kinds() -> InOutKinds:
    """The shipped kinds and exemptions; InputError naming file and line for what makes no sense."""
    statuses = {status.value: status for status in Status}
    kinds = []
    for row in read_facts(
        resource("codes", "inout_kinds.csv"), ("direction", "key", "name", "codes", "counted", "source", "status")
    ):
        for column, allowed in (("direction", Direction), ("counted", Counted)):
            if row.text(column) not in [member.value for member in allowed]:  # type: ignore[attr-defined]
                raise row.refuse(column)
        if row.text("status") not in statuses:
            raise row.refuse("status")
        codes = tuple(code if code == CONSTRUCTION_CODES else clean_code(code) for code in row.needed("codes").split("|"))
        kinds.append(
            InOutKind(
                Direction(row.text("direction")), row.needed("key"), row.needed("name"), codes,
                Counted(row.text("counted")), row.needed("source"), statuses[row.text("status")],
            )
        )
    exemptions = {}
    for row in read_facts(resource("codes", "inout_exemptions.csv"), ("key", "name", "words", "source", "status")):
        if row.text("status") not in statuses:
            raise row.refuse("status")
        words = frozenset(row.needed("words").split("|"))
        exemptions[row.needed("key")] = Exemption(
            row.needed("key"), row.needed("name"), words, row.needed("source"), statuses[row.text("status")]
        )
    return InOutKinds(kinds, exemptions)


def require_survey_classes(table: CodeTable) -> None:
    """InputError for another class table than that of the survey: the kinds speak of its codes."""
    if not table.version.startswith("sandiao"):
        raise InputError(
            translate(
                "LandLedger",
                "The in–out balance is kept in the classes of the third land survey, not in {version}; convert the classes "
                "first.",
            ),
            version=table.version,
        )
