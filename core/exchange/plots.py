"""What reading a coordinate file gives: plots, and notices of everything that was doubtful or put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

import numpy as np

from ..errors import InputError
from ..sentence import Sentence, sentence, translate
from .tokens import line_ranges
from .zones import Zone

_LISTED = 50


class Severity(Enum):
    """How much a notice matters: INFO changes nothing, REPAIR says what was read otherwise than printed, WARNING asks
    somebody to look."""

    INFO = "info"
    REPAIR = "repair"
    WARNING = "warning"


@dataclass(frozen=True)
class Notice:
    """A sentence about `line` (first line it concerns, 0 for the whole file) of `file`."""

    file: str
    line: int
    sentence: Sentence
    severity: Severity

    @property
    def in_full(self) -> Sentence:
        """The sentence with file and line before it."""
        return placed(self.file, self.line, self.sentence)


def placed(file: str, line: int, text: Sentence) -> Sentence:
    """`text` with the file and line (if not 0) it is about."""
    if line:
        return sentence(translate("LandLedger", "{file}, line {line}: {text}"), file=file, line=line, text=text)
    return sentence(translate("LandLedger", "{file}: {text}"), file=file, text=text)


@dataclass(frozen=True, eq=False)
class Ring:
    """A closed border: `points` float64 (n, 2) of east, north as printed, without the closing point; `labels` and
    `lines` (n,) of its points; `number` as printed; `area` its exact plane area in m², without sign."""

    number: str
    points: np.ndarray
    labels: tuple[str, ...]
    lines: tuple[int, ...]
    area: Decimal


@dataclass(frozen=True, eq=False)
class Plot:
    """A plot (地块) of a coordinate file.

    `polygon` is a shapely Polygon or MultiPolygon in `crs` (authority id), vertices exactly as printed; `valid` is False
    for a border that crosses itself and was accepted as it is. `area` is the exact plane area in m² (outer borders less
    holes), `stated_area` what the file prints, in m²; `area_differs` when they are not equal in the printed decimals.
    `attributes` maps the layout's field names (`DKYT`) to text as printed; `point_count` is without closing points.
    """

    number: str
    name: str
    polygon: Any
    rings: tuple[Ring, ...]
    crs: str
    zone: Zone | None
    area: Decimal
    stated_area: Decimal | None
    area_differs: bool
    attributes: Mapping[str, str]
    layout: str
    file: str
    line: int
    valid: bool = True
    notices: tuple[Notice, ...] = ()

    @property
    def point_count(self) -> int:
        """Boundary points, closing points not counted."""
        return sum(len(ring.labels) for ring in self.rings)


@dataclass(frozen=True, eq=False)
class CoordinateFile:
    """A file that could be read. `blocks` maps the name of each `[…]` block to its keys and values as printed; `notices`
    are those of the file itself (each plot holds its own)."""

    name: str
    crs: str
    plots: tuple[Plot, ...]
    blocks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    @property
    def all_notices(self) -> tuple[Notice, ...]:
        """Notices of the file and of its plots."""
        return self.notices + tuple(notice for plot in self.plots for notice in plot.notices)


class BadFile(InputError):
    """A file that can't be used; `reasons` are full sentences with line numbers."""

    def __init__(self, file: str, reasons: Sequence[Sentence]) -> None:
        self.file = file
        self.reasons = tuple(reasons)
        listed = listing(self.reasons)
        super().__init__(listed.template, **listed.places)


def listing(sentences: Sequence[Sentence]) -> Sentence:
    """Several sentences as one, each on its line; after 50 only how many more there are."""
    shown = list(sentences[:_LISTED])
    if len(sentences) > _LISTED:
        shown.append(sentence(translate("LandLedger", "… and {count} more."), count=len(sentences) - _LISTED))
    places = {f"text{place}": text for place, text in enumerate(shown)}
    return sentence("\n".join("{" + key + "}" for key in places), **places)


@dataclass(frozen=True)
class ReadingOptions:
    """How files are read.

    `crs` and `zone`: what the user says about coordinates that don't tell their zone (`zone` None and `crs` set: some
    other metre system, then magnitudes are not checked). `accept_invalid` keeps plots whose border crosses itself.
    `area_tolerance` in hectares: by how much the area rounded to the printed decimals may differ from the stated one.
    """

    crs: str = ""
    zone: Zone | None = None
    accept_invalid: bool = False
    area_tolerance: Decimal = Decimal("0.0001")

    @property
    def local(self) -> bool:
        """Whether coordinates are in a system of the user's choice that is no Gauss-Kruger zone."""
        return bool(self.crs) and self.zone is None


class Notebook:
    """Collects notices while a file is read; notes of one kind about many lines become one sentence."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._notices: list[Notice] = []
        self._lines: dict[tuple[Severity, str], list[int]] = {}

    def note(self, severity: Severity, line: int, template: str, **places: object) -> None:
        """One notice about one line."""
        self._notices.append(Notice(self.file, line, sentence(template, **places), severity))

    def gather(self, severity: Severity, template: str, line: int) -> None:
        """Another line for the notice `template`, which has the place {lines}."""
        self._lines.setdefault((severity, template), []).append(line)

    def notices(self) -> tuple[Notice, ...]:
        """All of them, in the order of lines."""
        gathered = [
            Notice(self.file, lines[0], sentence(template, lines=line_ranges(lines)), severity)
            for (severity, template), lines in self._lines.items()
        ]
        return tuple(sorted(self._notices + gathered, key=lambda notice: notice.line))
