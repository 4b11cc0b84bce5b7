"""The findings of a survey check as a table: read once, filtered, counted and sorted in arrays, so 10⁵ rows stay quick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor

from ..core.checking.finding import Severity, State
from ..core.rounding import half_up
from ..processing.compat import number_of
from .findings_layer import DECISION, SEVERITIES, Decision, Findings, is_open
from .shown_rows import ShownRowsModel
from .spoken import SpokenAsWritten

TOWNSHIP_DIGITS, VILLAGE_DIGITS = 9, 12
COLOURS = {
    Severity.ERROR: QColor(200, 20, 20),
    Severity.WARNING: QColor(196, 112, 0),
    Severity.HINT: QColor(40, 110, 190),
}
PALE = QBrush(QColor(130, 130, 130))
FACETS = ("severity", "check", "place", "state", "text")


@dataclass(frozen=True)
class Filter:
    """What is to be shown: severities; one check ('' = all); a township or village by its code ('' = all); a state or
    None for both; words that all have to occur."""

    severities: frozenset[Severity] = frozenset(Severity)
    check: str = ""
    place: str = ""
    state: State | None = None
    text: str = ""


@dataclass(frozen=True)
class Counts:
    """How many findings each choice of the filter would show, the other choices being as they are."""

    severities: Mapping[Severity, int]
    checks: Mapping[str, int]
    places: Mapping[str, int]
    states: Mapping[State, int]


def severity_label(severity: Severity) -> str:
    """Severity in the user's language."""
    return QCoreApplication.translate("LandLedger", severity.label)


def amount(square_metres: float) -> str:
    """An area in m² as people read it: two decimals, half up; what is there but smaller, as smaller."""
    if not np.isfinite(square_metres):
        return ""
    shown = half_up(Decimal(repr(float(square_metres))), 2)
    return "<0.01" if not shown and square_metres > 0 else str(shown)


class FindingModel(SpokenAsWritten, ShownRowsModel):
    """Rows shown = rows that pass the filter, in the order of the column sorted by."""

    SEVERITY, CHECK, PARCEL, FINDING, PLACE, AREA, STATE, REASON = range(8)
    _FIELDS = {CHECK: "TITLE", FINDING: "FINDING", REASON: "REASON"}
    _SOUGHT: tuple[str, ...] = ("OTHER_BSM", "TITLE", "FINDING", "ZLDWMC", "FIELD", "REASON")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (
            self.tr("Severity level"),
            self.tr("Check item"),
            self.tr("Parcel (BSM)"),
            self.tr("What was found"),
            self.tr("Located in"),
            self.tr("Area (m²)"),
            self.tr("Status"),
            self.tr("Reason given"),
        )
        self.state_labels = {State.OPEN: self.tr("Open"), State.ACCEPTED: self.tr("Accepted")}
        self._decided = self.tr("{state} by {who} on {when}")
        self._severity_labels = [severity_label(severity) for severity in SEVERITIES]
        self._sorted_by: tuple[int, bool] = (self.SEVERITY, False)
        self.filter = Filter()
        self.set_findings(None)

    # ------------------------------------------------------------------------------------------------------- content

    def set_findings(self, findings: Findings | None) -> None:
        """Show these rows, or none."""
        self.beginResetModel()
        self.findings = findings
        self._ranks: dict[int, np.ndarray] = {}
        texts = findings.texts if findings is not None else {}
        severities = {severity.value: place for place, severity in enumerate(SEVERITIES)}
        self._severity = np.array([severities.get(text, 0) for text in texts.get("SEVERITY", ())], dtype=np.int8)
        self._checks, self._check = _numbered(texts.get("CHECK_ID", ()))
        codes = [code[:VILLAGE_DIGITS] or name for code, name in zip(texts.get("ZLDWDM", ()), texts.get("ZLDWMC", ()))]
        self._places, self._place = _numbered(codes)
        states = {state: is_open(state) for state in set(texts.get("STATE", ()))}
        self._open = np.array([states[state] for state in texts.get("STATE", ())], dtype=bool)
        self._parcels = _parcels(findings) if findings is not None else []
        sought = [texts[name] for name in self._SOUGHT] if texts else []
        self._haystacks = ["\n".join(words).casefold() for words in zip(self._parcels, *sought)]
        self._titles = dict(zip(texts.get("CHECK_ID", ()), texts.get("TITLE", ())))
        self._names = {code: name for code, name in zip(codes, texts.get("ZLDWMC", ())) if code and name}
        self._masks: dict[str, np.ndarray] = {}
        for facet in FACETS:
            self._mask(facet)
        self._arrange()
        self.endResetModel()

    def narrow(self, chosen: Filter) -> None:
        """Show only what the filter lets through."""
        before, self.filter = self.filter, chosen
        facets = {
            "severity": before.severities != chosen.severities,
            "check": before.check != chosen.check,
            "place": before.place != chosen.place,
            "state": before.state != chosen.state,
            "text": before.text.casefold().split() != chosen.text.casefold().split(),
        }
        if not any(facets.values()):
            return
        self.beginResetModel()
        for facet, changed in facets.items():
            if changed:
                self._mask(facet)
        self._arrange()
        self.endResetModel()

    def set_decisions(self, decisions: Mapping[int, Decision]) -> None:
        """Decisions (by feature id) as they now stand in the layer."""
        if self.findings is None:
            return
        row_of = self._rows_by_id(decisions)
        self.beginResetModel()
        for feature, decision in decisions.items():
            row = row_of.get(feature)
            if row is None:
                continue
            for name, value in zip(DECISION, decision):
                self.findings.texts[name][row] = value
            self._open[row] = is_open(decision[0])
            self._haystacks[row] = self._haystack(row)
        for column in (self.STATE, self.REASON):
            self._ranks.pop(column, None)
        self._mask("state")
        self._mask("text")
        self._arrange()
        self.endResetModel()

    def _haystack(self, row: int) -> str:
        """All that free text looks into."""
        texts = self.findings.texts
        return "\n".join((self._parcels[row], *(texts[name][row] for name in self._SOUGHT))).casefold()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.beginResetModel()
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    # ------------------------------------------------------------------------------------------------------ filtering

    def _mask(self, facet: str) -> None:
        """bool (n,): what one choice of the filter lets through."""
        chosen = self.filter
        everything = np.ones(len(self._open), dtype=bool)
        if facet == "severity":
            mask = np.array([severity in chosen.severities for severity in SEVERITIES], dtype=bool)[self._severity]
        elif facet == "check":
            mask = self._check == self._checks.index(chosen.check) if chosen.check in self._checks else everything
        elif facet == "place":
            township = len(chosen.place) == TOWNSHIP_DIGITS
            within = np.array(
                [code == chosen.place or (township and code.startswith(chosen.place)) for code in self._places], dtype=bool
            )
            mask = within[self._place] if chosen.place and len(within) else everything
        elif facet == "state":
            mask = everything if chosen.state is None else self._open == (chosen.state is State.OPEN)
        else:
            mask = everything
            for word in chosen.text.casefold().split():
                mask = mask & np.fromiter((word in hay for hay in self._haystacks), dtype=bool, count=len(mask))
        self._masks[facet] = mask

    def _others(self, facet: str) -> np.ndarray:
        """bool (n,): what all choices but one let through."""
        mask = np.ones(len(self._open), dtype=bool)
        for name in FACETS:
            if name != facet:
                mask &= self._masks[name]
        return mask

    def _arrange(self) -> None:
        if self.findings is None:
            self.shown = np.empty(0, dtype=np.int64)
            return
        column, descending = self._sorted_by
        rank = self._rank(column)
        # Findings that have no area (NaN) stand last in both directions.
        order = np.lexsort([np.arange(len(rank)), self._rank(self.CHECK), -rank if descending else rank])
        self.shown = order[self._others("")[order]]

    def _rank(self, column: int) -> np.ndarray:
        """Numbers (n,) in the order of a column."""
        if column not in self._ranks:
            if column == self.SEVERITY:
                rank = self._severity.astype(np.int64)
            elif column == self.AREA:
                rank = self.findings.areas
            elif column == self.STATE:
                rank = (~self._open).astype(np.int64)
            elif column == self.PLACE:
                rank = _ranked([f"{code}\n{name}" for code, name in zip(
                    self.findings.texts["ZLDWDM"], self.findings.texts["ZLDWMC"])])  # fmt: skip
            elif column == self.PARCEL:
                rank = _ranked(self._parcels)
            else:
                rank = _ranked(self.findings.texts[self._FIELDS[column]])
            self._ranks[column] = rank
        return self._ranks[column]

    # ----------------------------------------------------------------------------------------------------- questions

    def checks(self) -> list[tuple[str, str]]:
        """Id and title of each check that found something, by title."""
        return sorted(((check, self._titles[check] or check) for check in self._checks), key=lambda check: check[1])

    def places(self) -> list[tuple[str, str]]:
        """(code, '') of each township and (code, name) of each village below it, in order."""
        found: list[tuple[str, str]] = []
        township = ""
        for code in sorted(filter(None, self._places)):
            if code.isdigit() and len(code) > TOWNSHIP_DIGITS and code[:TOWNSHIP_DIGITS] != township:
                township = code[:TOWNSHIP_DIGITS]
                found.append((township, ""))
            name = self._names.get(code, "")
            # A code that is no village's says itself what it is.
            found.append((code, name if name and (len(code) == VILLAGE_DIGITS or code == name) else f"{name} {code}".strip()))
        return found

    def counts(self) -> Counts:
        """What each choice of the filter would show."""
        places = np.bincount(self._place[self._others("place")], minlength=len(self._places))
        by_place: dict[str, int] = {}
        for code, count in zip(self._places, places):
            by_place[code] = int(count)
            if code.isdigit() and len(code) > TOWNSHIP_DIGITS:
                by_place[code[:TOWNSHIP_DIGITS]] = by_place.get(code[:TOWNSHIP_DIGITS], 0) + int(count)
        severities = np.bincount(self._severity[self._others("severity")], minlength=len(SEVERITIES))
        checks = np.bincount(self._check[self._others("check")], minlength=len(self._checks))
        state = self._open[self._others("state")]
        return Counts(
            {severity: int(count) for severity, count in zip(SEVERITIES, severities)},
            {check: int(count) for check, count in zip(self._checks, checks)},
            by_place,
            {State.OPEN: int(state.sum()), State.ACCEPTED: int((~state).sum())},
        )

    def totals(self) -> tuple[dict[Severity, int], dict[State, int]]:
        """All findings of the layer by severity and by state, whatever is shown."""
        severities = np.bincount(self._severity, minlength=len(SEVERITIES))
        opened = int(self._open.sum())
        return (
            {severity: int(count) for severity, count in zip(SEVERITIES, severities)},
            {State.OPEN: opened, State.ACCEPTED: len(self._open) - opened},
        )

    def row_at(self, shown: int) -> int:
        """The row of the arrays behind a shown row."""
        return int(self.shown[shown])

    def ids_of(self, rows: Sequence[int] | np.ndarray) -> list[int]:
        """Feature ids of shown rows."""
        return [] if self.findings is None else self.findings.ids[self.shown[np.asarray(rows, dtype=np.int64)]].tolist()

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """Shown rows of features, in order; what is not shown is left out."""
        if self.findings is None or not len(ids):
            return []
        return np.flatnonzero(np.isin(self.findings.ids[self.shown], np.asarray(ids, dtype=np.int64))).tolist()

    def decisions_of(self, ids: Sequence[int]) -> dict[int, Decision]:
        """What stands in the layer for features (by id)."""
        if self.findings is None:
            return {}
        return {feature: self.findings.decision(row) for feature, row in self._rows_by_id(ids).items()}

    def any_accepted(self, rows: np.ndarray) -> bool:
        """Whether one of the shown rows is accepted."""
        return bool((~self._open[self.shown[rows]]).any())

    def texts_of(self, rows: Sequence[int] | np.ndarray) -> list[list[str]]:
        """Header and cells of shown rows as text, to be copied."""
        cells = [[self.text(self.row_at(row), column) for column in range(len(self._headers))] for row in rows]
        return [list(self._headers), *cells]

    def _rows_by_id(self, ids: Sequence[int] | Mapping[int, Decision]) -> dict[int, int]:
        rows = np.flatnonzero(np.isin(self.findings.ids, np.fromiter(ids, dtype=np.int64, count=len(ids))))
        return {int(self.findings.ids[row]): int(row) for row in rows}

    # ------------------------------------------------------------------------------------------------------ Qt's side

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.findings is None:
            return None
        row, column = int(self.shown[index.row()]), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == self.SEVERITY:
                return QBrush(COLOURS[SEVERITIES[self._severity[row]]])
            return None if self._open[row] else PALE
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == self.AREA else Qt.AlignmentFlag.AlignLeft
            return number_of(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.decided(row) if column in (self.STATE, self.REASON) else self.text(row, column)
        return None

    def text(self, row: int, column: int) -> str:
        """A cell as it is read; `row` of the arrays."""
        if column == self.SEVERITY:
            return self._severity_labels[self._severity[row]]
        if column == self.STATE:
            return self.state_labels[State.OPEN if self._open[row] else State.ACCEPTED]
        if column == self.AREA:
            return amount(self.findings.areas[row])
        if column == self.PARCEL:
            return self._parcels[row]
        if column == self.PLACE:
            return self.findings.texts["ZLDWMC"][row] or self.findings.texts["ZLDWDM"][row]
        return self.findings.texts[self._FIELDS[column]][row]

    def decided(self, row: int) -> str:
        """Who decided when and why, '' if nobody did; `row` of the arrays."""
        _, reason, who, when = self.findings.decision(row)
        told = self._decided.format(state=self.text(row, self.STATE), who=who, when=when) if who or when else ""
        return "\n".join(part for part in (told, reason) if part)


def _parcels(findings: Findings) -> list[str]:
    """BSM of each finding's parcel, or its feature id where it has none."""
    return [
        bsm or (f"#{feature}" if feature else "") for bsm, feature in zip(findings.texts["BSM"], findings.parcels)
    ]


def _numbered(texts: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """The different texts in order, and for each text its place among them: int64 (n,)."""
    different = sorted(set(texts))
    places = {text: place for place, text in enumerate(different)}
    return different, np.array([places[text] for text in texts], dtype=np.int64)


def _ranked(texts: Sequence[str]) -> np.ndarray:
    return _numbered(texts)[1]
