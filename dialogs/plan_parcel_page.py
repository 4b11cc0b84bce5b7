"""What the plan does with the parcel that was clicked: classes before and after, zones, lines, indicators, findings, opinions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..core.area import Area
from ..core.survey.classes import CodeTable
from ..core.village.parcel_effect import Effect, IndicatorChange
from ..core.village.profile import PlanRole
from ..core.village.structure import Structure
from ..processing.adapters.plan_parcel import LINES, GroundAt
from ..processing.base import said

AGAINST = "#c81414"
SHOWN = 8


@dataclass(frozen=True)
class Clicked:
    """A parcel with all that is known of it; `findings` and `opinions` are sentences."""

    at: GroundAt
    effect: Effect
    structure: Structure
    table: CodeTable
    findings: Sequence[str] = ()
    opinions: Sequence[str] = ()


class ParcelPage(QWidget):
    """Shows one parcel; `pick_button` (down: the map waits for a click) and `opinion_button` are the panel's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pick_button = QPushButton(QgsApplication.getThemeIcon("/mActionIdentify.svg"), self.tr("Click a parcel"))
        self.pick_button.setCheckable(True)
        self.pick_button.setToolTip(self.tr("Click a parcel on the map: what it is, what it becomes, and what that changes."))
        self.opinion_button = QPushButton(self.tr("Opinion on this parcel…"))
        self.opinion_button.setEnabled(False)
        self.note = QLabel(self.tr("Click a parcel of a village plan that “Load village plan” has loaded."))
        self.note.setWordWrap(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        row = QHBoxLayout()
        row.addWidget(self.pick_button)
        row.addStretch(1)
        row.addWidget(self.opinion_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 6, 2, 2)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.text, 1)

    def show_nothing(self, why: str) -> None:
        """There is no parcel to show."""
        self.text.clear()
        self.note.setText(why)
        self.note.show()
        self.opinion_button.setEnabled(False)

    def show_parcel(self, clicked: Clicked) -> None:
        """Show a parcel."""
        self.note.hide()
        self.opinion_button.setEnabled(True)
        parts = [
            self._head(clicked), self._before(clicked), self._zones(clicked), self._lines(clicked), self._indicators(clicked),
            self._rows(clicked), self._told(clicked),
        ]  # fmt: skip
        self.text.setHtml("".join(part for part in parts if part))

    # ------------------------------------------------------------------------------------------------------ the parts

    def _class(self, table: CodeTable, code: str) -> str:
        if not code:
            return self.tr("(no parcel)")
        return f"{code} {table.name(code) or self.tr('(not in the class table)')}"

    def _head(self, clicked: Clicked) -> str:
        parcel, at = clicked.effect.parcel, clicked.at
        title = parcel.bsm or f"#{at.feature.id()}"
        rows = [(self.tr("Village"), at.plan.village), (self.tr("Layer"), at.layer.name())]
        if at.role is PlanRole.PLAN:
            rows.append((self.tr("Class of the plan"), self._class(clicked.table, parcel.code)))
        else:
            rows.append((self.tr("Class of the plan"), self.tr("no parcel of the plan lies here")))
        rows.append((self.tr("Area"), _amount(clicked.effect.area)))
        rows.append((self.tr("Changes its class"), _amount(clicked.effect.changed)))
        return f"<h3>{escape(title)}</h3>{_table(rows)}"

    def _before(self, clicked: Clicked) -> str:
        head = (self.tr("Parcel of the base year"), self.tr("Class of the base year"), self.tr("Class of the plan"), self.tr("Area"))
        rows = [
            (piece.bsm, self._class(clicked.table, piece.before),
             self.tr("stays") if piece.before == piece.after else self._class(clicked.table, piece.after), _amount(piece.area))
            for piece in clicked.effect.pieces[:SHOWN]
        ]  # fmt: skip
        more = len(clicked.effect.pieces) - len(rows)
        told = [said(notice) for notice in clicked.effect.notices]
        if more > 0:
            told.append(self.tr("… and {count} more.").format(count=more))
        return f"<h4>{escape(self.tr('Before and after'))}</h4>{_table(rows, head)}{_lines_of(told)}"

    def _zones(self, clicked: Clicked) -> str:
        title = f"<h4>{escape(self.tr('Control zones'))}</h4>"
        if PlanRole.CONTROL not in clicked.at.plan.layers:
            return title + _lines_of([self.tr("The plan has no layer of control zones.")])
        if not clicked.effect.zones:
            return title + _lines_of([self.tr("In no control zone.")])
        return title + _table([(f"{zone.code} {zone.name}".strip(), _amount(area)) for zone, area in clicked.effect.zones])

    def _lines(self, clicked: Clicked) -> str:
        names = {
            PlanRole.PRIME_FARMLAND: self.tr("Permanent basic farmland"),
            PlanRole.ECO_REDLINE: self.tr("Ecological redline"),
            PlanRole.URBAN_BOUNDARY: self.tr("Urban growth boundary"),
        }
        rows = []
        for role in LINES:
            held = clicked.effect.within.get(role)
            told = self.tr("no such layer is loaded") if held is None else _amount(held) if held else self.tr("not touched")
            marked = held and clicked.effect.changed and role is not PlanRole.URBAN_BOUNDARY
            rows.append((names[role], _red(told) if marked else told))
        return f"<h4>{escape(self.tr('Control lines'))}</h4>{_table(rows)}"

    def _indicators(self, clicked: Clicked) -> str:
        title = f"<h4>{escape(self.tr('Effect on the indicators'))}</h4>"
        if not clicked.effect.indicators:
            return title + _lines_of([self.tr("No indicator changes.")])
        head = (self.tr("Indicator"), self.tr("Change"), self.tr("Demand"))
        return title + _table([self._indicator(each) for each in clicked.effect.indicators], head)

    def _indicator(self, each: IndicatorChange) -> tuple[str, str, str]:
        demands = {"not_more": self.tr("must not grow"), "not_less": self.tr("must not shrink")}
        demand = demands.get(each.indicator.direction, "") if each.indicator.attribute else ""
        if each.against:
            demand = _red(self.tr("{demand}: this parcel goes against it").format(demand=demand))
        return f"{each.indicator.title}（{each.indicator.attribute}）", _signed(each.change), demand

    def _rows(self, clicked: Clicked) -> str:
        """Rows of the structure table that change."""
        if not clicked.effect.rows:
            return ""
        rows = []
        for place, area in clicked.effect.rows.items():
            known = place < len(clicked.structure.rows)
            name = clicked.structure.rows[place].path[-1] if known else self.tr("code that no row has")
            rows.append((name, _signed(area)))
        return f"<h4>{escape(self.tr('Rows of the structure table'))}</h4>{_table(rows)}"

    def _told(self, clicked: Clicked) -> str:
        parts = []
        for title, told in ((self.tr("Findings here"), clicked.findings), (self.tr("Opinions here"), clicked.opinions)):
            if told:
                more = [self.tr("… and {count} more.").format(count=len(told) - SHOWN)] if len(told) > SHOWN else []
                parts.append(f"<h4>{escape(title)} {len(told)}</h4>{_lines_of([*told[:SHOWN], *more])}")
        return "".join(parts)


_RED = "\x02"
"""Marks a cell that is to be seen."""


def _red(text: str) -> str:
    return _RED + text


def _amount(area: Area) -> str:
    return f"{area.square_metres()} m²（{area.mu(4)} 亩）"


def _signed(area: Area) -> str:
    return f"{area.square_metres():+f} m²（{area.hectares(4):+f} 公顷，{area.mu(4):+f} 亩）"


def _table(rows: Sequence[Sequence[str]], head: Sequence[str] = ()) -> str:
    lines = ["<tr>" + "".join(f"<th align='left'>{escape(cell)}</th>" for cell in head) + "</tr>"] if head else []
    lines += ["<tr>" + "".join(_cell(cell) for cell in row) + "</tr>" for row in rows]
    return f"<table cellspacing='0' cellpadding='3'>{''.join(lines)}</table>"


def _cell(text: str) -> str:
    if text.startswith(_RED):
        return f"<td valign='middle'><span style='color:{AGAINST}'>{escape(text[1:])}</span></td>"
    return f"<td valign='middle'>{escape(text)}</td>"


def _lines_of(told: Sequence[str]) -> str:
    return "".join(f"<p>{escape(each)}</p>" for each in told)
