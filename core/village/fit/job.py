"""The comparison of projects with village plans, from layers to exact pieces with a verdict each.

The footprints are cut once over the plan's parcels, its control zones and all lines; a leaf is a piece as one footprint counts it.
Where parcels of the plan lie over one another, the one with the strictest verdict decides, so each piece has one class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...columns import Columns
from ...occupation.model import Finding, FindingKind, Job
from ...occupation.overlay import VALUE, Overlay, OverlayLayer, overlay
from ...occupation.patches import features_of_leaves
from ...progress import Progress, no_progress, part_of
from ...sentence import sentence, translate
from ...survey.classes import CodeTable, clean_code
from ...survey.versions import version_name
from .rules import FitRules, Judged, Verdict
from .uses import USE, Uses, uses_of, with_one_meaning

NOBODY = -1
PLAN_KEY = "L1"
PLACE, ROW, NUMBER = "PLACE", "ROW", "NUMBER"
"""Attributes of the plan's parcels: which plan, which parcel of it (int64 (n,)), and what people call it."""


@dataclass(frozen=True)
class ZoneLayer:
    """A layer of zones: `code` what all of it is, '' where attribute VALUE says it of each feature."""

    columns: Columns
    title: str
    code: str = ""


@dataclass(frozen=True)
class PlanParcels:
    """The parcels of all plans near the footprints with attributes VALUE (code), PLACE, ROW and NUMBER; `versions` the class
    table of each plan."""

    columns: Columns
    title: str
    versions: Sequence[str]


@dataclass(frozen=True)
class Fit:
    """The result: the overlay, and per leaf (r,) `parcel` int64 feature of the plan (NOBODY for none), `place` int64 its plan,
    `code` object its class ('' for none), `use` object the planned class in that plan's table ('' where the use says nothing),
    `zones` frozensets of zone codes, `judged`. `own_version` (f,) the class table in which a footprint's use is told; `names` of zones
    by code."""

    overlay: Overlay
    plan: PlanParcels
    zone_layers: Sequence[ZoneLayer]
    tables: Mapping[str, CodeTable]
    rules: FitRules
    uses: Uses
    parcel: np.ndarray
    place: np.ndarray
    code: np.ndarray
    use: np.ndarray
    zones: Sequence[frozenset[str]]
    judged: Sequence[Judged]
    names: Mapping[str, str]
    own_version: Sequence[str]

    def rows(self, verdict: Verdict) -> np.ndarray:
        """bool (r,): the leaves of a verdict."""
        return np.array([each.verdict is verdict for each in self.judged], dtype=bool).reshape(len(self.judged))

    def version_of(self, leaf: int) -> str:
        """The class table in which a leaf is told: that of its plan, else that of its footprint."""
        own = self.own_version[self.overlay.leaves.footprint[leaf]]
        return self.plan.versions[self.place[leaf]] if self.place[leaf] != NOBODY else own

    def class_text(self, leaf: int, code: str) -> str:
        """Code and name of a class as tables write it; '' for none."""
        return f"{code} {self.tables[self.version_of(leaf)].name(code)}".strip()

    def use_text(self, footprint: int) -> str:
        """Code and name of a footprint's planned use, in the class table of the plan under it; as written where it is no class."""
        version = self.own_version[footprint]
        code = self.uses.code(version, footprint)
        return f"{code} {self.tables[version].name(code)}" if code else self.uses.texts[footprint] or "—"

    def outside(self, footprint: int) -> bool:
        """Whether no parcel of a plan lies under a footprint."""
        own = (self.overlay.leaves.footprint == footprint) & (self.overlay.leaves.units > 0)
        return not bool((self.place[own] != NOBODY).any())

    def zone_text(self, zone: str) -> str:
        """Code and name of a zone."""
        return f"{zone} {self.names.get(zone, '')}".strip()

    def zones_text(self, leaf: int) -> str:
        """The zones of a leaf."""
        return "；".join(self.zone_text(zone) for zone in sorted(self.zones[leaf]))


def compare(
    footprints: Columns,
    plan: PlanParcels,
    zone_layers: Sequence[ZoneLayer],
    tables: Mapping[str, CodeTable],
    rules: FitRules,
    names: Mapping[str, str],
    job: Job,
    default_use: str = "",
    progress: Progress = no_progress,
) -> Fit:
    """Run the comparison. InputError names the footprint, layer or use at fault; FootingError where areas get lost."""
    uses_of(footprints, tables, default_use)
    layers = [OverlayLayer(PLAN_KEY, plan.title, plan.columns, VALUE)]
    layers += [
        OverlayLayer(f"L{number}", each.title, each.columns, "" if each.code else VALUE)
        for number, each in enumerate(zone_layers, 2)
    ]
    cut = overlay(footprints, layers, job, part_of(progress, 0.0, 0.9))
    uses, own = _uses(cut, plan, tables, default_use)
    zones = _zones(cut, zone_layers)
    parcel, judged = _judged(cut, plan, rules, uses, tables, zones, own)
    attributes = cut.layers[0].columns.attributes
    place = np.full(len(parcel), NOBODY, dtype=np.int64)
    code = np.full(len(parcel), "", dtype=object)
    there = parcel != NOBODY
    place[there] = attributes[PLACE][parcel[there]]
    code[there] = _clean(attributes[VALUE])[parcel[there]]
    use = np.full(len(parcel), "", dtype=object)
    for leaf, (number, row) in enumerate(zip(place.tolist(), cut.leaves.footprint.tolist())):
        use[leaf] = uses.code(plan.versions[number] if number != NOBODY else own[row], row)
    fit = Fit(cut, plan, zone_layers, tables, rules, uses, parcel, place, code, use, zones, judged, names, own)
    findings = [*cut.findings, *_doubts(fit), *_outside(fit), *_unknown_codes(cut, plan, tables, parcel)]
    progress(1.0)
    return replace(fit, overlay=replace(cut, findings=findings))


def _clean(codes: np.ndarray) -> np.ndarray:
    found = np.empty(len(codes), dtype=object)
    found[:] = [clean_code(code) for code in codes.tolist()]
    return found


def _pairs(cut: Overlay, key: str) -> tuple[list[int], list[int]]:
    """Pairs (leaf, feature) of a layer."""
    leaf, feature = features_of_leaves(cut.atoms.controls[key], cut.leaves.atom, len(cut.atoms))
    return leaf.tolist(), feature.tolist()


def _doubts(fit: Fit) -> Iterator[Finding]:
    """Footprints whose use says nothing; whether they fit is to be decided."""
    cut = fit.overlay
    for row, doubt in enumerate(fit.uses.doubts):
        if doubt is not None:
            text = sentence(translate("LandLedger", "{doubt}; whether the project fits is to be decided"), doubt=doubt)
            area = cut.area(cut.footprint_units[row])
            yield Finding(FindingKind.UNKNOWN_CLASS, cut.footprints.name, cut.footprint_id(row), USE, text, area)


def _outside(fit: Fit) -> Iterator[Finding]:
    """Footprints that no plan is under."""
    cut = fit.overlay
    for row in range(len(cut.footprints)):
        if fit.outside(row):
            text = sentence(translate("LandLedger", "No parcel of a plan lies under the footprint."))
            area = cut.area(cut.footprint_units[row])
            yield Finding(FindingKind.OUTSIDE_PLAN, cut.footprints.name, cut.footprint_id(row), "", text, area)


def _unknown_codes(
    cut: Overlay, plan: PlanParcels, tables: Mapping[str, CodeTable], parcel: np.ndarray
) -> Iterator[Finding]:
    """Parcels of the plan under the footprints whose code its class table does not have."""
    attributes = cut.layers[0].columns.attributes
    for feature in sorted(set(parcel[parcel != NOBODY].tolist())):
        code, version = clean_code(attributes[VALUE][feature]), plan.versions[attributes[PLACE][feature]]
        if not tables[version].known(code):
            template = translate("LandLedger", "The code {code} is no class of {table}; the ground counts as without a class.")
            text = sentence(template, code=code or "—", table=version_name(version))
            yield Finding(FindingKind.UNKNOWN_CLASS, plan.title, str(attributes[NUMBER][feature]), "GHDLBM", text)


def _zones(cut: Overlay, zone_layers: Sequence[ZoneLayer]) -> list[frozenset[str]]:
    """The zones that each leaf lies in."""
    found: list[set[str]] = [set() for _ in range(len(cut.leaves))]
    for layer, given in zip(cut.layers[1:], zone_layers):
        codes = None if given.code else _clean(layer.columns.attributes[VALUE]).tolist()
        for leaf, feature in zip(*_pairs(cut, layer.key)):
            code = given.code if codes is None else codes[feature]
            if code:
                found[leaf].add(code)
    return [frozenset(each) for each in found]


def _uses(
    cut: Overlay, plan: PlanParcels, tables: Mapping[str, CodeTable], default_use: str
) -> tuple[Uses, list[str]]:
    """The uses of the cut footprints, and the class table in which each is told: that of the first plan under it, else the first
    that knows it."""
    places = cut.layers[0].columns.attributes[PLACE].tolist()
    touched: list[dict[str, None]] = [{} for _ in range(len(cut.footprints))]
    footprint, raw = cut.leaves.footprint.tolist(), cut.leaves.units.tolist()
    for leaf, feature in zip(*_pairs(cut, PLAN_KEY)):
        if raw[leaf]:
            touched[footprint[leaf]][plan.versions[places[feature]]] = None
    found = uses_of(cut.footprints, tables, default_use)
    uses = with_one_meaning(cut.footprints, found, tables, [set(each) for each in touched])
    first = next(iter(tables))
    return uses, [
        next(iter(each), next((version for version in tables if uses.code(version, row)), first)) for row, each in enumerate(touched)
    ]


def _judged(
    cut: Overlay,
    plan: PlanParcels,
    rules: FitRules,
    uses: Uses,
    tables: Mapping[str, CodeTable],
    zones: Sequence[frozenset[str]],
    own: Sequence[str],
) -> tuple[np.ndarray, list[Judged]]:
    """The parcel that decides on each leaf, and what it says; of several the strictest, then the first."""
    attributes = cut.layers[0].columns.attributes
    codes, places = _clean(attributes[VALUE]).tolist(), attributes[PLACE].tolist()
    footprint = cut.leaves.footprint.tolist()
    parcel = np.full(len(cut.leaves), NOBODY, dtype=np.int64)
    judged: list[Judged | None] = [None] * len(cut.leaves)
    for leaf, feature in zip(*_pairs(cut, PLAN_KEY)):
        version = plan.versions[places[feature]]
        # A code that the class table does not have says nothing of what is planned there.
        known = codes[feature] if tables[version].known(codes[feature]) else ""
        said = rules.judge(version, uses.code(version, footprint[leaf]), known, zones[leaf])
        former = judged[leaf]
        if former is None or said.verdict.strictness > former.verdict.strictness:
            parcel[leaf], judged[leaf] = feature, said
    found = []
    for leaf, each in enumerate(judged):
        row = footprint[leaf]
        found.append(each if each is not None else rules.judge(own[row], uses.code(own[row], row), "", zones[leaf]))
    return parcel, found
