"""What projects have to make up for, straight from an occupation: the leaves under their footprints, exact.

Cultivated land counts without field ridges, adjustable classes (K) as a whole. Leaves reported by a former class are
farmland that was built on without approval. A capacity is summed exactly and rounded once for a project.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ...area import ZERO, Area
from ...columns import Columns, stripped, values_at
from ...errors import InputError
from ...occupation.model import Occupation, Reason
from ...quota.days import day_of
from ...sentence import sentence, translate
from ...survey.schema import GradeSystem, Role, grade_field, worst_grade
from ..demand import Demand, ProjectType
from ..grades import Yields, whole_kilograms
from ..indicators import Indicators
from .model import Notice
from .policy import Policy

PADDY_COLUMN = "0101"
REGION_DIGITS = 6

TYPE_WORDS: Mapping[str, ProjectType] = {
    "batch": ProjectType.BATCH, "town_batch": ProjectType.BATCH, "分批次": ProjectType.BATCH, "批次": ProjectType.BATCH,
    "城市分批次": ProjectType.BATCH, "城镇批次": ProjectType.BATCH, "乡镇批次": ProjectType.BATCH,
    "村镇批次": ProjectType.BATCH, "single": ProjectType.SINGLE, "单独选址": ProjectType.SINGLE,
    "单独选址项目": ProjectType.SINGLE, "单选": ProjectType.SINGLE,
}  # fmt: skip
"""How people write the type of a project."""


@dataclass(frozen=True)
class DemandFacts:
    """How footprints become projects: the capacity preset (and with it the grade system), the grade of farmland that has
    none (None: refused), what a project is where its footprints do not say."""

    yields: Yields
    policy: Policy = field(default_factory=Policy)
    default_grade: Decimal | None = None
    kind: ProjectType = ProjectType.BATCH
    effective: datetime.date | None = None

    @property
    def system(self) -> GradeSystem:
        """The grade system of the run."""
        return self.yields.system


@dataclass(frozen=True)
class Demands:
    """Projects by code; `project` the code of each footprint; findings that somebody has to know before signing. `shared` is
    farmland of other projects, too, beyond its first; `left_out` cultivated and adjustable land that makes no demand."""

    demands: Sequence[Demand]
    project: Sequence[str]
    findings: Sequence[Notice] = ()
    shared: Area = ZERO
    left_out: Area = ZERO


def demands_of(result: Occupation, facts: DemandFacts) -> Demands:
    """The demands of an occupation.

    Footprints may carry PROJECT (those of one value are one project), PROJECT_NAME, PROJECT_TYPE and EFFECTIVE; each is a
    project of its own without. InputError naming plot and parcel where farmland has no grade (and none was given for it)
    or one its system does not have, and projects whose footprints contradict each other in type or date.
    """
    return _Demanding(result, facts).demands()


class _Demanding:
    """One count of an occupation's leaves by project."""

    def __init__(self, result: Occupation, facts: DemandFacts) -> None:
        self.result, self.facts = result, facts
        classified, leaves = result.classified, result.leaves
        self.project = _projects(result.inputs.footprints)
        of_leaves = self.project[leaves.footprint]
        counts = classified.cultivated.copy()
        if facts.policy.count_adjustable:
            counts |= classified.adjustable & (classified.reason != Reason.APPROVED)
        if not facts.policy.count_unlawful:
            counts &= classified.reason != Reason.FORMER
        # Plots of one project may overlap: the project counts the ground once.
        seen: set[tuple[str, int]] = set()
        once = np.zeros(len(leaves), dtype=bool)
        for row in np.flatnonzero(counts).tolist():
            key = (of_leaves[row], int(leaves.atom[row]))
            once[row] = key not in seen
            seen.add(key)
        units = np.where(classified.cultivated, leaves.units - result.ridge, leaves.units)
        total = leaves.counted & (classified.cultivated | classified.adjustable)
        self.in_total, self.of_total = int(units[total & counts].sum()), int(units[total].sum())
        self.rows = np.flatnonzero(once & (units > 0))
        self.units, self.of_leaves = units[self.rows], of_leaves[self.rows]
        self.assumed = np.zeros(len(self.rows), dtype=bool)
        self.grades = self._grades()
        self.paddy = (classified.column == PADDY_COLUMN)[self.rows]
        self.regions = self._regions()

    def demands(self) -> Demands:
        """All of them, by code."""
        codes = sorted(set(self.project.tolist()))
        unit, demanded = self.result.job.unit, int(self.units.sum())
        return Demands(
            [self._demand(code) for code in codes],
            self.project.tolist(),
            list(self._findings()),
            Area.from_units(demanded - self.in_total, unit),
            Area.from_units(self.of_total - self.in_total, unit),
        )

    def _demand(self, code: str) -> Demand:
        facts, classified = self.facts, self.result.classified
        own = np.flatnonzero(self.of_leaves == code)
        rows, micro_mu = self.rows[own], self.units[own] * self.result.job.unit.micro_mu
        parts: dict[tuple[Decimal, bool], int] = {}
        for grade, is_paddy, amount in zip(self.grades[own].tolist(), self.paddy[own].tolist(), micro_mu.tolist()):
            parts[grade, is_paddy] = parts.get((grade, is_paddy), 0) + amount
        by_grade: dict[Decimal, int] = {}
        for (grade, _), amount in sorted(parts.items()):
            by_grade[grade] = by_grade.get(grade, 0) + amount
        capacity = facts.yields.capacity((grade, wet, Area(amount)) for (grade, wet), amount in parts.items())
        plots = np.flatnonzero(self.project == code)
        adjustable = classified.adjustable[rows] & ~classified.cultivated[rows]
        return Demand(
            code,
            self._name(code, plots),
            self._region(own),
            self._kind(code, plots),
            Indicators(int(micro_mu.sum()), int(micro_mu[self.paddy[own]].sum()), whole_kilograms(capacity)),
            {grade: Area(amount) for grade, amount in by_grade.items()},
            facts.system,
            self._day(code, plots),
            Area(int(micro_mu[adjustable].sum())),
            Area(int(micro_mu[classified.reason[rows] == Reason.FORMER].sum())),
        )

    # ------------------------------------------------------------------------------------------------ grades and counties

    def _grades(self) -> np.ndarray:
        """object (r,) of Decimal: the grade of each counted leaf: from the grade layer, else GDDB of the survey (of the
        former one for farmland built on since), else the default."""
        result, facts = self.result, self.facts
        name, leaves = grade_field(facts.system), result.leaves
        atom = leaves.atom[self.rows]
        parcel = result.atoms.parcel[atom]
        found = np.full(len(self.rows), np.nan)
        if facts.system is GradeSystem.NATIONAL15:
            former = self._first(Role.FORMER_SURVEY)
            is_former = result.classified.reason[self.rows] == Reason.FORMER
            found = np.where(is_former & (former[0] >= 0), _numbers(former[1], name, former[0]), found)
            found = np.where(np.isnan(found), _numbers(result.inputs.survey, name, parcel), found)
        place, quality = self._first(Role.QUALITY)
        layer = _numbers(quality, name, place)
        found = np.where(np.isnan(layer), found, layer)
        missing = ~(found > 0)
        self.assumed = missing
        if missing.any() and facts.default_grade is None:
            row = int(np.flatnonzero(missing)[0])
            raise InputError(
                translate(
                    "LandLedger",
                    "Plot {plot}: farmland of parcel {parcel} has no grade ({field}). Give a grade layer, fill the field, or "
                    "say a grade for farmland without one.",
                ),
                plot=result.footprint_id(int(leaves.footprint[self.rows[row]])),
                parcel=self._parcel(int(parcel[row])),
                field=name,
            )
        worst = worst_grade(facts.system)
        wrong = ~missing & ~((found >= 1) & (found <= worst))
        if wrong.any():
            row = int(np.flatnonzero(wrong)[0])
            raise InputError(
                translate("LandLedger", "Plot {plot}: farmland of parcel {parcel} has the grade {grade}, which is none of 1 to {worst}."),
                plot=result.footprint_id(int(leaves.footprint[self.rows[row]])),
                parcel=self._parcel(int(parcel[row])),
                grade=f"{found[row]:g}",
                worst=worst,
            )
        grades = np.full(len(found), facts.default_grade, dtype=object)
        known = [_decimal(value) for value in found[~missing].tolist()]
        grades[~missing] = np.array([*known, None], dtype=object)[:-1]
        return grades

    def _first(self, role: Role) -> tuple[np.ndarray, Columns | None]:
        """Of each counted leaf the row of a control layer it lies in, −1 for none; and the layer."""
        control = self.result.inputs.with_role(role)
        if control is None:
            return np.full(len(self.rows), -1, dtype=np.int64), None
        atoms = self.result.atoms
        return atoms.controls[control.key].first(len(atoms))[self.result.leaves.atom[self.rows]], control.columns

    def _parcel(self, row: int) -> str:
        survey = self.result.inputs.survey
        numbers = survey.attributes.get("BSM", survey.ids)
        return str(numbers[row]) if row >= 0 else "—"

    def _regions(self) -> np.ndarray:
        """The county of each counted leaf: the first six digits of ZLDWDM, else of QSDWDM; '' where neither is known."""
        survey = self.result.inputs.survey
        parcel = self.result.atoms.parcel[self.result.leaves.atom[self.rows]]
        found = np.full(len(self.rows), "", dtype=object)
        for name in ("QSDWDM", "ZLDWDM"):
            if name in survey.attributes:
                codes = values_at(stripped(survey.attributes[name]), parcel, "")
                found = np.where(codes != "", codes, found)
        return np.array([str(code)[:REGION_DIGITS] for code in found], dtype=object)

    def _region(self, own: np.ndarray) -> str:
        """The county with most of a project's counted farmland; the first by code of two with as much."""
        sums: Counter[str] = Counter()
        for region, units in zip(self.regions[own].tolist(), self.units[own].tolist()):
            sums[region] += units
        return min(sums, key=lambda region: (-sums[region], region)) if sums else self._anywhere()

    def _anywhere(self) -> str:
        """The county of a project that takes no farmland: that of all others, if it is one."""
        known = {str(region) for region in self.regions.tolist() if region}
        return known.pop() if len(known) == 1 else ""

    # ------------------------------------------------------------------------------------------- what footprints say

    def _texts(self, name: str, plots: np.ndarray) -> list[str]:
        """What the footprints of a project say in a field, each once."""
        attributes = self.result.inputs.footprints.attributes
        if name not in attributes:
            return []
        return [text for text in dict.fromkeys(stripped(attributes[name][plots]).tolist()) if text]

    def _name(self, code: str, plots: np.ndarray) -> str:
        return next(iter(self._texts("PROJECT_NAME", plots) or self._texts("FP_NAME", plots)), code)

    def _only(self, code: str, name: str, plots: np.ndarray) -> str:
        texts = self._texts(name, plots)
        if len(texts) > 1:
            template = translate("LandLedger", "Project {project}: its plots say different things in the field of {what}: {values}.")
            what = translate("LandLedger", "project type") if name == "PROJECT_TYPE" else translate("LandLedger", "effective date")
            raise InputError(template, project=code, what=sentence(what), values="、".join(texts))
        return texts[0] if texts else ""

    def _kind(self, code: str, plots: np.ndarray) -> ProjectType:
        return kind_of(self._only(code, "PROJECT_TYPE", plots), code) or self.facts.kind

    def _day(self, code: str, plots: np.ndarray) -> datetime.date | None:
        text = self._only(code, "EFFECTIVE", plots)
        return effective_of(text, code) or self.facts.effective

    # ------------------------------------------------------------------------------------------------------ findings

    def _findings(self) -> Iterator[Notice]:
        unit = self.result.job.unit
        for code in sorted(set(self.of_leaves.tolist())):
            own = self.of_leaves == code
            assumed = int(self.units[own & self.assumed].sum())
            if assumed:
                text = translate("LandLedger", "farmland without a grade counted with grade {grade}")
                said = sentence(text, grade=self.facts.default_grade)
                yield Notice(code, grade_field(self.facts.system), said, Area.from_units(assumed, unit))
            regions = sorted({str(region) for region in self.regions[own].tolist() if region})
            if len(regions) > 1:
                text = translate("LandLedger", "the project lies in several counties ({counties}); counted for {county}")
                said = sentence(text, counties="、".join(regions), county=self._region(np.flatnonzero(own)))
                yield Notice(code, "ZLDWDM", said)
        yield from self._shared()

    def _shared(self) -> Iterator[Notice]:
        """Ground that several projects take: each makes up for it."""
        atom = self.result.leaves.atom[self.rows]
        takers: dict[int, list[int]] = {}
        for place, each in enumerate(atom.tolist()):
            takers.setdefault(each, []).append(place)
        sums: Counter[tuple[str, str]] = Counter()
        for places in takers.values():
            codes = [str(self.of_leaves[place]) for place in places]
            for code in codes[1:]:
                sums[codes[0], code] += int(self.units[places[0]])
        for (one, other), units in sorted(sums.items()):
            said = sentence(translate("LandLedger", "the same farmland is taken by project {other}; each makes up for it"), other=other)
            yield Notice(one, "", said, Area.from_units(units, self.result.job.unit))


def kind_of(text: str, project: str) -> ProjectType | None:
    """The type a text means, None for an empty one; the name of a batch (2026年第3批次) means a batch. InputError naming the
    project for another word."""
    word = text.strip().lower()
    if not word:
        return None
    if word not in TYPE_WORDS and word.endswith("批次"):
        return ProjectType.BATCH
    if word not in TYPE_WORDS:
        template = translate("LandLedger", "Project {project}: “{value}” is no project type; write 分批次 or 单独选址.")
        raise InputError(template, project=project, value=text)
    return TYPE_WORDS[word]


def effective_of(text: str, project: str) -> datetime.date | None:
    """The day a text means, None for an empty one; InputError naming the project for what is no day."""
    try:
        return day_of(text)
    except ValueError as error:
        template = translate("LandLedger", "Project {project}: “{value}” is no date; write it as in 2025-03-31.")
        raise InputError(template, project=project, value=text) from error


def _projects(footprints: Columns) -> np.ndarray:
    """object (n,): the project of each footprint; a footprint without one is a project of its own."""
    own = stripped(footprints.attributes["FP_ID"])
    if "PROJECT" not in footprints.attributes:
        return own
    codes = stripped(footprints.attributes["PROJECT"])
    return np.where(codes == "", own, codes)


def _decimal(value: float) -> Decimal:
    return Decimal(int(value)) if value == int(value) else Decimal(repr(value))


def _numbers(columns: Columns | None, name: str, rows: np.ndarray) -> np.ndarray:
    if columns is None or name not in columns.attributes:
        return np.full(len(rows), np.nan)
    return values_at(columns.attributes[name], rows, np.nan)
