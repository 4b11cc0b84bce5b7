"""A workbook of visits and suggestions opened for import: which sheet is which."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import InputError
from ...importing.assignment import Assignment
from ...importing.fields import SUGGESTIONS, VISITS
from ...importing.opening import Order, guess_sheet, open_order, tops_of
from ...progress import Progress, no_progress, part_of
from ...sentence import translate
from ...workbook.grid import Grid
from .ledger import ServiceLedger


@dataclass(frozen=True)
class ServiceOrder:
    """Which sheets are to be read: '' finds the one that fits; columns correct what is recognised (`TEAM=责任规划师`)."""

    path: str
    visit_sheet: str = ""
    suggestion_sheet: str = ""
    visit_columns: str = ""
    suggestion_columns: str = ""


def open_service_sheets(order: ServiceOrder, progress: Progress = no_progress) -> list[tuple[Grid, Assignment]]:
    """The sheets of visits and of suggestions, of those that there are; a sheet that is named is read as what it is named for.

    InputError where there is neither, and where several sheets fit as well.
    """
    found = _guessed(order)
    if not found:
        raise InputError(
            translate("LandLedger", "File {file}: no sheet has headings that are known; name the sheet and its columns."),
            file=order.path,
        )
    opened = []
    for place, (table, sheet) in enumerate(found.items()):
        columns = order.visit_columns if table == VISITS else order.suggestion_columns
        part = part_of(progress, place / len(found), (place + 1) / len(found))
        opened.append(open_order(Order(order.path, sheet, table, columns), part))
    return opened


def _guessed(order: ServiceOrder) -> dict[str, str]:
    """Table → sheet. A sheet is of the table of which it has most columns."""
    found = {table: sheet for table, sheet in ((VISITS, order.visit_sheet), (SUGGESTIONS, order.suggestion_sheet)) if sheet}
    if len(found) == 2:
        return found
    guesses = [guess_sheet(grid, (VISITS, SUGGESTIONS)) for grid in tops_of(order.path)]
    for table in (VISITS, SUGGESTIONS):
        fitting = [guess for guess in guesses if guess.table == table and guess.sheet not in found.values()]
        if table in found or not fitting:
            continue
        most = max(guess.columns for guess in fitting)
        best = [guess.sheet for guess in fitting if guess.columns == most]
        if len(best) > 1:
            raise InputError(
                translate("LandLedger", "File {file}: several sheets could be meant ({sheets}); choose one."),
                file=order.path, sheets="、".join(best),
            )  # fmt: skip
        found[table] = best[0]
    return {table: found[table] for table in (VISITS, SUGGESTIONS) if table in found}


def require_teams(ledger: ServiceLedger) -> None:
    """InputError for a ledger without a service book, or one that has no teams yet."""
    ledger.book  # noqa: B018 - its absence is told
    if not ledger.teams():
        template = translate("LandLedger", "The ledger {ledger} has no planner teams yet; record them first.")
        raise InputError(template, ledger=ledger.store.label)
