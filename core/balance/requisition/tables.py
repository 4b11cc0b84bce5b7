"""The tables of a matching: T27 占补平衡分析表, T06 挂钩核销台账, projects, remaining stock, account of a year, stages."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from ...area import ZERO, Area
from ...rounding import half_up
from ...sentence import Sentence, sentence, translate
from ...workbook import (
    DisplayUnit,
    FilledForm,
    FilledTable,
    Layout,
    Page,
    Row,
    load_layout,
    with_subtotals,
)
from ...workbook.table import Value
from ..demand import ProjectType, Regime
from ..indicators import Indicators
from .account import Account, Accounts
from .model import Draw, Matching, Outcome, Settlement
from .stages import Aim, Stage
from .words import REGIMES, SYSTEMS, TYPES, amounts_said, joined

DASH = "-"
GRADES = range(1, 16)
HECTARE_STEP = DisplayUnit.HECTARE.step

SHEETS = {ProjectType.BATCH: "分析表（分批次）", ProjectType.SINGLE: "分析表（单独选址）"}


@dataclass(frozen=True)
class Booking:
    """What was booked of a matching: `state` 测算, 冻结 or 核销; confirmation numbers by project, the document of the land
    approval, the day."""

    state: str = "测算"
    confirmations: Mapping[str, str] = field(default_factory=dict)
    doc_no: str = ""
    day: datetime.date | None = None

    def cells(self, draw: Draw) -> dict[str, Value]:
        """Of a draw: a promised one is frozen at most."""
        frozen, drawn = self.state == "冻结", self.state == "核销"
        state = "挂钩" if draw.promised and drawn else self.state
        cells: dict[str, Value] = {"ST": state, "CONFIRM": self.confirmations.get(draw.project) or None}
        if drawn and not draw.promised:
            return {**cells, "DATE": self.day, "PF": self.doc_no or None}
        return {**cells, "GD": self.day} if frozen or drawn else cells


@dataclass(frozen=True)
class Sheets:
    """What tables of a matching are made of: titles begin with `name`, `folder` holds the layouts a bureau changed; `regions`
    are the names of counties by code, where they are known."""

    matching: Matching
    booking: Booking = field(default_factory=Booking)
    accounts: Accounts | None = None
    factor: Decimal = Decimal(1)
    name: str = ""
    folder: str | None = None
    regions: Mapping[str, str] = field(default_factory=dict)

    def county(self, code: str) -> str:
        """What a county is called, its code where that is not known."""
        return self.regions.get(code, code)

    def tables(self) -> list[FilledTable | FilledForm]:
        """All tables, in the order of their sheets."""
        forms = [self.form(kind) for kind in ProjectType if any(self._of(kind))]
        tables: list[FilledTable | FilledForm] = [self.projects(), *forms, self.draws(), self.stock()]
        if self.accounts is not None and self.accounts.rows:
            tables.append(self.account())
        return [*tables, self.optimisation()]

    def _of(self, kind: ProjectType) -> Iterator[Settlement]:
        return (each for each in self.matching.settlements if each.demand.kind is kind)

    def _filled(self, layout_id: str, rows: Iterable[Row], more: Mapping[str, object] | None = None) -> FilledTable:
        layout = load_layout(layout_id, self.folder)
        summed = with_subtotals(layout, list(rows))
        return FilledTable(layout, summed, unit_for(layout, summed), {"name": self.name, **(more or {})})

    # ----------------------------------------------------------------------------------------------------------- T27

    def form(self, kind: ProjectType) -> FilledForm:
        """T27 of one type of project: a page for each, all of them together on the first where there are several."""
        layout = load_layout("T27", self.folder)
        own = list(self._of(kind))
        pages = [self._page(each) for each in own]
        if len(own) > 1:
            pages.insert(0, self._total_page(kind, own))
        unit = unit_for(layout, [row for page in pages for row in page.rows])
        places = {"name": self.name, "kind": TYPES[kind]}
        return FilledForm(layout, pages, unit, places, sheet_name=SHEETS[kind])

    def _page(self, each: Settlement) -> Page:
        demand = each.demand
        promises = [draw for draw in self.matching.draws if draw.project == demand.code and draw.promised]
        fields: dict[str, Value] = {
            "NAME": demand.name,
            "CODE": demand.code,
            "REGION": self.county(demand.region),
            "TYPE": TYPES[demand.kind],
            "EFFECTIVE": demand.effective,
            "REGIME": REGIMES[each.regime],
            "SYSTEM": SYSTEMS[demand.system],
            "CONCLUSION": each.outcome.value,
            "CONFIRM": self.booking.confirmations.get(demand.code) or None,
            "SHORT": amounts_said(each.short),
            "PROMISED": promised_said(promises),
            "NOTE": note_of(each),
        }
        return Page(fields, form_rows(each))

    def _total_page(self, kind: ProjectType, own: Sequence[Settlement]) -> Page:
        text = translate("LandLedger", "total of {count} projects")
        fields: dict[str, Value] = {
            "NAME": sentence(text, count=len(own)),
            "TYPE": TYPES[kind],
            "REGIME": "、".join(dict.fromkeys(REGIMES[each.regime] for each in own)),
            "SYSTEM": SYSTEMS[own[0].demand.system],
            "CONCLUSION": "、".join(
                f"{outcome.value}{count}" for outcome in Outcome if (count := sum(each.outcome is outcome for each in own))
            ),
            "SHORT": amounts_said(Indicators.total(each.short for each in own)),
        }
        return Page(fields, total_rows(own))

    # ----------------------------------------------------------------------------------------------------------- lists

    def draws(self) -> FilledTable:
        """T06: one row for each project and lot; what a project takes stands on its first row."""
        return self._filled("T06", self._draw_rows())

    def _draw_rows(self) -> Iterator[Row]:
        by_project: dict[str, list[Draw]] = {}
        for draw in self.matching.draws:
            by_project.setdefault(draw.project, []).append(draw)
        number = 0
        for each in self.matching.settlements:
            demand = each.demand
            first: dict[str, Value] = _amounts("N", demand.need)
            of_project: Sequence[Draw | None] = by_project.get(demand.code) or [None]
            for linked in of_project:
                number += 1
                cells: dict[str, Value] = {
                    "SEQ": number, "PRJ_ID": demand.code, "PRJ": demand.name, "PTYPE": TYPES[demand.kind],
                    "WAY": each.outcome.value, **first,
                }  # fmt: skip
                first = {}
                if linked is not None:
                    cells.update(self._draw_cells(linked))
                yield Row(cells)

    def _draw_cells(self, draw: Draw) -> dict[str, Value]:
        lot = self.matching.lots[draw.lot]
        notes = []
        if draw.promised:
            notes.append(translate("LandLedger", "promised"))
        if draw.other_county:
            notes.append(translate("LandLedger", "of another county, to be transferred"))
        if draw.pinned:
            notes.append(translate("LandLedger", "pinned"))
        amounts: dict[str, Value] = {} if draw.promised else _amounts("D", draw.amounts)
        note = joined(sentence(text) for text in notes)
        if draw.promised:
            text = translate("LandLedger", "{what}: {amounts}")
            note = sentence(text, what=note, amounts=amounts_said(draw.amounts))
        return {
            "R_ID": draw.lot, "R_NAME": lot.name, "R_REGION": self.county(lot.region), **amounts, **self.booking.cells(draw),
            "WAY": Outcome.PROMISED.value if draw.promised else Outcome.SETTLED.value, "NOTE": note,
        }  # fmt: skip

    def projects(self) -> FilledTable:
        """T06P: one row for each project with what is short, sums by county."""
        ordered = sorted(self.matching.settlements, key=lambda each: (each.demand.region, each.demand.code))
        return self._filled("T06P", [_project_row(each, self.county(each.demand.region)) for each in ordered])

    def stock(self) -> FilledTable:
        """T06S: what each lot had, gave and has left; running ones are listed without amounts."""
        return self._filled("T06S", self._stock_rows())

    def _stock_rows(self) -> Iterator[Row]:
        for key, lot in sorted(self.matching.lots.items(), key=lambda item: (item[1].region, item[0])):
            why = self.matching.unusable.get(key)
            cells: dict[str, Value] = {
                "REGION": self.county(lot.region), "R_ID": key, "R_NAME": lot.name, "DATE_IN": lot.entered, "VALID_TO": lot.valid_to,
                "ST": None if why is None else sentence(why.label),
            }  # fmt: skip
            if not lot.running:
                drawn = self.matching.drawn_from(key)
                cells.update(_amounts("A", lot.remaining))
                cells.update(_amounts("D", drawn))
                cells.update(_amounts("L", lot.remaining.minus(drawn)))
            yield Row(cells)

    def account(self) -> FilledTable:
        """T06A: the account of 2024 by county and year."""
        rows = () if self.accounts is None else self.accounts.rows
        return self._filled("T06A", [self._account_row(row) for row in rows])

    def _account_row(self, row: Account) -> Row:
        facts = row.facts
        cells: dict[str, Value] = {
            "REGION": self.county(facts.region), "YEAR": facts.year, "BEGIN": facts.begin, "END": facts.end, "NET": row.net,
            "FACTOR": self.factor, "EST": row.estimated, "ALLOT": facts.allotted, "DOC": facts.doc_no or None,
            "USED": None if row.ceiling is None else "下达" if row.is_allotted else "测算",
            "IN": row.within, "OVER": row.beyond, "LEFT": row.left, **_amounts("O", facts.other),
            "NAMED": "、".join(row.named) or None,
        }  # fmt: skip
        cells["ALL"] = row.within + row.beyond + Area(facts.other.quantity)
        return Row(cells)

    def optimisation(self) -> FilledTable:
        """T06O: the stages in order, with what proves them."""
        rows = [_stage_row(number, stage) for number, stage in enumerate(self.matching.stages, 1)]
        return FilledTable(load_layout("T06O", self.folder), rows, None, {"name": self.name})


def form_rows(each: Settlement) -> list[Row]:
    """The three lines of T27 of a project; what its regime does not ask for has no balance."""
    demand = each.demand
    grades: dict[str, Value] = dict.fromkeys(f"M{grade}" for grade in GRADES)
    for grade, area in demand.by_grade.items():
        # A grade between two (an average) stands in the column of the nearest.
        key = f"M{int(half_up(grade, 0))}"
        before = grades.get(key)
        grades[key] = area + before if isinstance(before, Area) else area
    if not demand.by_grade and demand.need.quantity:
        grades = dict.fromkeys(grades, DASH)
    dashes: dict[str, Value] = dict.fromkeys((f"M{grade}" for grade in GRADES), DASH)
    differs = each.drawn.minus(demand.need)
    asked = each.regime is Regime.THREE_INDICATORS or each.needed == demand.need
    balance = _line(differs)
    if not asked:
        balance = {**balance, "S": DASH, "C": DASH}
    return [
        Row({"LINE": "Z", **_line(demand.need), **grades}),
        Row({"LINE": "B", **_line(each.drawn), **dashes}),
        Row({"LINE": "H", **balance, **dashes}),
    ]


def total_rows(own: Sequence[Settlement]) -> list[Row]:
    """The lines of all projects together, the sums of their pages; grades where each project tells them."""
    pages = [form_rows(each) for each in own]
    return [Row({"LINE": rows[0].value("LINE"), **_added(rows)}) for rows in zip(*pages)]


def _added(rows: Sequence[Row]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key in rows[0].values:
        values = [row.value(key) for row in rows]
        areas = [value for value in values if isinstance(value, Area)]
        if key == "C":
            whole = [value for value in values if isinstance(value, int)]
            found[key] = sum(whole) if len(whole) == len(values) else DASH
        elif key != "LINE":
            found[key] = DASH if DASH in values else Area.total(areas) if areas else None
    return found


def _line(amounts: Indicators) -> dict[str, Value]:
    return {"M": Area(amounts.quantity), "S": Area(amounts.paddy), "C": amounts.capacity}


def _amounts(prefix: str, amounts: Indicators) -> dict[str, Value]:
    return {f"{prefix}_Q": Area(amounts.quantity), f"{prefix}_W": Area(amounts.paddy), f"{prefix}_P": amounts.capacity}


def _project_row(each: Settlement, county: str) -> Row:
    demand = each.demand
    return Row(
        {
            "REGION": county, "PRJ_ID": demand.code, "PRJ": demand.name, "PTYPE": TYPES[demand.kind],
            "REGIME": REGIMES[each.regime], "EFFECTIVE": demand.effective,
            **_amounts("Z", demand.need), "Z_K": demand.adjustable, "Z_U": demand.unlawful,
            **_amounts("B", each.drawn), **_amounts("C", each.promised), **_amounts("S", each.short),
            "OVER": each.beyond or ZERO, "WAY": each.outcome.value, "NOTE": note_of(each),
        }
    )


def note_of(each: Settlement) -> Sentence | str | None:
    """What the form has to say beside the amounts."""
    if each.beyond is not None:
        text = translate("LandLedger", "{area} mu beyond the yearly ceiling, not matched")
        return sentence(text, area=each.beyond.mu(2))
    return each.demand.note or None


def promised_said(promises: Sequence[Draw]) -> Sentence | None:
    """Which running lots cover what by promise."""
    text = translate("LandLedger", "{what}: {amounts}")
    return joined(sentence(text, what=draw.lot, amounts=amounts_said(draw.amounts)) for draw in promises)


def _stage_row(number: int, stage: Stage) -> Row:
    if stage.certified:
        proof = translate("LandLedger", "whole-number certificate: dual value equals the value")
    elif stage.gap == 0:
        proof = translate("LandLedger", "bound of the solver reached")
    elif stage.aim is Aim.LOTS:
        proof = translate("LandLedger", "not proven; see the gap")
    else:
        proof = translate("LandLedger", "bound of fractional draws; the gap is what whole steps cost")
    return Row(
        {
            "SEQ": number, "AIM": stage.label, "VALUE": stage_number(stage.value), "BOUND": stage_number(stage.bound),
            "GAP": Decimal(repr(stage.gap)) * 100, "SECONDS": Decimal(f"{stage.seconds:.3f}"), "PROOF": sentence(proof),
        }
    )


def stage_number(value: float) -> Decimal:
    """A value of a stage: whole where it is one."""
    exact = Fraction(value)
    return Decimal(int(exact)) if exact.denominator == 1 else half_up(Decimal(repr(value)), 3)


def unit_for(layout: Layout, rows: Iterable[Row]) -> DisplayUnit:
    """The unit of the layout; 亩 where an area is no whole number of 0.01 m² (typed in 亩)."""
    if layout.unit is DisplayUnit.MU:
        return layout.unit
    areas = (value for row in rows for value in row.values.values() if isinstance(value, Area))
    return DisplayUnit.MU if any(area.micro_mu % HECTARE_STEP for area in areas) else layout.unit


__all__ = ["Booking", "Sheets", "form_rows", "note_of", "promised_said", "stage_number", "total_rows", "unit_for"]
