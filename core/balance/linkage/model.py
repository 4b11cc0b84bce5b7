"""Words of increase–decrease linkage: blocks, project areas, their amounts and states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from fractions import Fraction

from ...area import ZERO, Area
from ..broken_rules import Problem, Severity


class Role(Enum):
    """What a block is for. The value is what the result layer keeps."""

    DEMOLITION = "demolition"
    RESETTLEMENT = "resettlement"
    NEW_BUILD = "new_build"
    PROJECT = "project"


@dataclass(frozen=True)
class Block:
    """A block of a project area: `area` as measured or as given, `accepted` and `cultivated` of a demolition block, `taken`
    cultivated land of the others; `grade` of what was reclaimed or taken. `row` is its place in its layer."""

    role: Role
    project: str
    number: str
    area: Area
    project_name: str = ""
    accepted: Area | None = None
    cultivated: Area | None = None
    taken: Area | None = None
    grade: Fraction | None = None
    accept_no: str = ""
    row: int = -1


@dataclass(frozen=True)
class Amounts:
    """The areas of a project area, None for one that nobody said: `approved` demolition to be reclaimed, `new_build`,
    `resettled`, `accepted` reclamation, of it `cultivated`, surplus `used`, turnover quota `issued` and `returned`, and
    cultivated land `taken` by building."""

    approved: Area | None = None
    new_build: Area | None = None
    resettled: Area | None = None
    accepted: Area | None = None
    cultivated: Area | None = None
    used: Area | None = None
    issued: Area | None = None
    returned: Area | None = None
    taken: Area | None = None

    def of(self, name: str) -> Area:
        """An amount by its name; what nobody said is nothing."""
        value = getattr(self, name)
        return value if isinstance(value, Area) else ZERO

    def filled(self, other: Amounts) -> Amounts:
        """These amounts, where nobody said one that of `other`."""
        return Amounts(
            *(mine if (mine := getattr(self, name)) is not None else getattr(other, name) for name in AMOUNTS)
        )


AMOUNTS: tuple[str, ...] = tuple(field.name for field in fields(Amounts))


@dataclass(frozen=True)
class Project:
    """A project area (项目区). `gained` and `lost` are the weighted grades of reclaimed and of taken cultivated land, smaller
    is better; `demolitions` and `buildings` count blocks."""

    code: str
    name: str = ""
    county: str = ""
    county_code: str = ""
    doc_no: str = ""
    year: int | None = None
    amounts: Amounts = Amounts()
    accept_no: str = ""
    gained: Fraction | None = None
    lost: Fraction | None = None
    demolitions: int = 0
    buildings: int = 0
    row: int = -1

    def amount(self, name: str) -> Area:
        """An amount; what nobody said is nothing."""
        return self.amounts.of(name)

    @property
    def surplus(self) -> Area:
        """节余 = 验收 − 安置 − 建新; below nothing while building runs ahead of reclamation."""
        return self.amount("accepted") - self.amount("resettled") - self.amount("new_build")

    @property
    def left(self) -> Area:
        """Surplus less what was used of it."""
        return self.surplus - self.amount("used")

    @property
    def outstanding(self) -> Area:
        """Turnover quota issued and not yet returned."""
        return self.amount("issued") - self.amount("returned")

    @property
    def state(self) -> ProjectState:
        """How far the project area is, from its amounts."""
        if not self.amount("accepted"):
            return ProjectState.RUNNING
        if self.left < ZERO:
            return ProjectState.OVERDRAWN
        return ProjectState.SURPLUS if self.left else ProjectState.USED_UP


class ProjectState(Enum):
    """How far a project area is."""

    RUNNING = "running"
    SURPLUS = "surplus"
    USED_UP = "used_up"
    OVERDRAWN = "overdrawn"


STATE_NAMES: Mapping[ProjectState, str] = {
    ProjectState.RUNNING: "未验收",
    ProjectState.SURPLUS: "已验收、有节余",
    ProjectState.USED_UP: "已验收、无节余",
    ProjectState.OVERDRAWN: "超用",
}
"""What the sheet calls the states."""


@dataclass(frozen=True)
class Linked:
    """The result: project areas in their order, all blocks, what the rules found."""

    projects: Sequence[Project]
    blocks: Sequence[Block]
    problems: Sequence[Problem]

    def total(self, name: str) -> Area:
        """An amount of all project areas."""
        return Area.total(each.amount(name) for each in self.projects)

    @property
    def surplus(self) -> Area:
        """Surplus of all."""
        return Area.total(each.surplus for each in self.projects)

    @property
    def left(self) -> Area:
        """What is left of the surplus of all."""
        return Area.total(each.left for each in self.projects)

    @property
    def errors(self) -> int:
        """How many rules that bind are broken."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)
