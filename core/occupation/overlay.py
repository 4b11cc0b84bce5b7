"""多图层压盖分析: which ground of each red line lies in which layers, by attribute value.

The red lines are cut once along the borders of all layers; every face knows the set of features of each layer it lies
in. Faces are measured and apportioned to the surveyed red line, so all sums of a run agree with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..area import Area
from ..columns import Columns
from ..errors import InputError
from ..progress import Progress, no_progress, part_of
from ..sentence import sentence, translate
from ..survey.apportion import Leaves, apportion_to_footprints
from ..survey.atoms import Atoms, cut_atoms
from .findings import below_unit, feature_names, shared_ground
from .mending import mend, mend_footprints, require_distinct_ids
from .model import ExactLeaves, Finding, FindingKind, Job, OverlapFinding
from .patches import features_of_leaves, patches

VALUE = "VALUE"
"""The attribute of a layer whose values are told apart."""

NO_VALUE = "（空）"
"""What tables call a null or an empty text."""


@dataclass(frozen=True)
class OverlayLayer:
    """A layer to be counted: its key (`L1`, `L2` …), what tables call it, and the name of the field whose values (attribute
    VALUE of `columns`) are told apart, '' if it is counted as a whole."""

    key: str
    title: str
    columns: Columns
    field: str = ""


@dataclass(frozen=True)
class Hits:
    """What of a layer lies under the red lines.

    `units` int64 (f,) ground of each footprint in any feature; `patches` int64 (f,) features that take part;
    `inside` bool (r,) the leaves in any feature; `count` int64 (r,) features each leaf lies in.
    Per attribute value, in the order of `values`: `value_units` and `value_patches` int64 (f, v); `leaf` and `value`
    int64 (k,) say which leaf has which value, each pair once.
    """

    units: np.ndarray
    patches: np.ndarray
    inside: np.ndarray
    count: np.ndarray
    values: Sequence[str] = ()
    value_units: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))
    value_patches: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int64))
    leaf: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    value: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))


@dataclass(frozen=True)
class Overlay(ExactLeaves):
    """The result of a run: leaves (r rows) of the red lines, and per layer what they hit."""

    footprints: Columns
    layers: Sequence[OverlayLayer]
    job: Job
    atoms: Atoms
    leaves: Leaves
    atom_raw: np.ndarray
    footprint_raw: np.ndarray
    footprint_units: np.ndarray
    hits: Mapping[str, Hits]
    findings: Sequence[Finding] = ()
    overlaps: Sequence[OverlapFinding] = ()

    def footprint_id(self, row: int) -> str:
        """The id of a footprint as its layer gives it."""
        return str(self.footprints.attributes["FP_ID"][row])

    @property
    def in_any(self) -> np.ndarray:
        """bool (r,): the leaves that lie in any layer."""
        inside = np.zeros(len(self.leaves), dtype=bool)
        for hit in self.hits.values():
            inside |= hit.inside
        return inside

    @property
    def covered(self) -> Area:
        """Ground in any layer, every atom once."""
        return self.sum(self.leaves.counted & self.in_any)


def overlay(
    footprints: Columns, layers: Sequence[OverlayLayer], job: Job, progress: Progress = no_progress
) -> Overlay:
    """Run the job: `footprints` with attribute FP_ID and the layers in one plane; areas are apportioned to
    the surveyed red lines.

    InputError names the layer or feature at fault; FootingError when the cut does not conserve plane area.
    """
    if not layers:
        raise InputError(translate("LandLedger", "There is no layer to lay the red lines over; choose at least one."))
    require_distinct_ids(footprints)
    findings: list[Finding] = []
    footprints = mend_footprints(footprints, findings)
    layers = [replace(layer, columns=mend(layer.columns, findings)) for layer in layers]
    progress(0.1)
    shapes = footprints.geometry
    controls = {layer.key: layer.columns.geometry for layer in layers}
    # The red lines own their ground as parcels do; where two overlap, the first owns the atom and both count it.
    atoms = cut_atoms(shapes, shapes, controls, job.border_tolerance, progress=part_of(progress, 0.1, 0.7))
    raw, footprint_raw = job.measure_atoms(atoms), job.measure(shapes)
    progress(0.85)
    leaves, footprint_units = apportion_to_footprints(atoms, raw, job.unit, footprint_raw)
    hits = {layer.key: _hits(layer, atoms, leaves, len(footprints)) for layer in layers}
    progress(0.95)
    result = Overlay(footprints, layers, job, atoms, leaves, raw, footprint_raw, footprint_units, hits)
    found = [*findings, *_not_touched(result), *_below_unit(result)]
    progress(1.0)
    return replace(result, findings=found, overlaps=_overlaps_of(result))


def value_text(value: object) -> str:
    """How tables write an attribute value; `>` separates levels of headings and takes its full-width form."""
    text = "" if value is None or value != value else " ".join(str(value).replace(">", "＞").split())
    return text or NO_VALUE


def _hits(layer: OverlayLayer, atoms: Atoms, leaves: Leaves, footprints: int) -> Hits:
    leaf, feature = features_of_leaves(atoms.controls[layer.key], leaves.atom, len(atoms))
    count = np.bincount(leaf, minlength=len(leaves))
    inside = count > 0
    units = _summed(leaves.footprint[inside], leaves.units[inside], footprints)
    plot, patch = patches(leaf, feature, leaves)
    counts = np.bincount(plot, minlength=footprints)
    if not layer.field:
        return Hits(units, counts, inside, count)
    texts = np.array([value_text(value) for value in layer.columns.attributes[VALUE]], dtype=object)
    values = sorted(set(texts[feature].tolist()), key=lambda text: (text == NO_VALUE, text))
    index = {text: number for number, text in enumerate(values)}
    code = np.array([index.get(text, -1) for text in texts], dtype=np.int64)
    width = max(len(values), 1)
    once = np.unique(leaf * width + code[feature])
    own_leaf, own_value = once // width, once % width
    shape = (footprints, len(values))
    value_units = np.zeros(shape, dtype=np.int64)
    np.add.at(value_units, (leaves.footprint[own_leaf], own_value), leaves.units[own_leaf])
    value_patches = np.zeros(shape, dtype=np.int64)
    np.add.at(value_patches, (plot, code[patch]), 1)
    return Hits(units, counts, inside, count, values, value_units, value_patches, own_leaf, own_value)


def _summed(group: np.ndarray, units: np.ndarray, groups: int) -> np.ndarray:
    sums = np.zeros(groups, dtype=np.int64)
    np.add.at(sums, group, units)
    return sums


def _overlaps_of(result: Overlay) -> list[OverlapFinding]:
    """Red lines, and features of one layer, that lie over one another under the red lines."""
    footprints, raw = result.footprints, result.atom_raw
    names = feature_names(footprints, "FP_ID")
    found = shared_ground(result.atoms.footprints, raw, footprints.name, names, "footprint")
    for layer in result.layers:
        names = [str(feature) for feature in layer.columns.ids]
        if layer.field:
            values = layer.columns.attributes[VALUE]
            names = [f"{name} {value_text(value)}" for name, value in zip(names, values)]
        kind = "values" if layer.field else "control"
        found += shared_ground(result.atoms.controls[layer.key], raw, layer.title, names, kind)
    return found


def _not_touched(result: Overlay) -> Iterator[Finding]:
    for layer in result.layers:
        if not result.hits[layer.key].inside.any():
            text = sentence(translate("LandLedger", "No red line touches this layer."))
            yield Finding(FindingKind.NOT_TOUCHED, layer.title, "", "", text)


def _below_unit(result: Overlay) -> Iterator[Finding]:
    for layer in result.layers:
        hit = result.hits[layer.key]
        yield from below_unit(result.footprints, result.leaves, layer.title, hit.inside)
