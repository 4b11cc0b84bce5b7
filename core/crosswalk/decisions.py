"""Decisions of people on codes that have several successors: the review workbook filled in, or a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InputError
from ..resources import read_facts
from ..sentence import Sentence, sentence, translate
from ..survey.classes import clean_code
from ..survey.versions import version_name
from ..workbook import load_layout, read_table, sheet_names
from .crosswalk import Crosswalk

REVIEW_LAYOUT = "CWREVIEW"
PARCEL_LAYOUT = "CWPARCEL"


@dataclass(frozen=True)
class Decisions:
    """New codes that people decided: by (code, CZCSXM), '' for any CZCSXM, and by parcel (BSM).

    `left_open` are the (code, CZCSXM) that stand in the file without a decision: one on the code as such is not theirs.
    """

    by_code: Mapping[tuple[str, str], str] = field(default_factory=dict)
    by_parcel: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    left_open: frozenset[tuple[str, str]] = frozenset()

    def of_code(self, code: str, settlement: str) -> str:
        """The decision on a code with this CZCSXM, else on the code as such; '' without one."""
        if (code, settlement) in self.left_open:
            return ""
        return self.by_code.get((code, settlement)) or self.by_code.get((code, ""), "")


def read_decisions(path: str, crosswalk: Crosswalk, folder: str | None = None) -> Decisions:
    """The decisions of a review workbook (.xlsx) or a CSV file with the columns CODE or BSM, and DECIDED.

    A blank decision is none. InputError names file and row for a code that the new class table does not have, and for two
    decisions on one thing.
    """
    rows = list(_from_workbook(path, folder) if path.lower().endswith(".xlsx") else _from_csv(path, folder))
    by_code: dict[tuple[str, str], str] = {}
    by_parcel: dict[str, str] = {}
    left_open: set[tuple[str, str]] = set()
    for place, cells in rows:
        if not cells.get("DECIDED"):
            if cells.get("CODE") and not cells.get("BSM"):
                left_open.add((clean_code(cells["CODE"]), clean_code(cells.get("CZCSXM", ""))))
            continue
        decided = _decided(cells, crosswalk, path, place)
        if cells.get("BSM"):
            _put(by_parcel, cells["BSM"].strip(), decided, path, place)
        elif cells.get("CODE"):
            _put(by_code, (clean_code(cells["CODE"]), clean_code(cells.get("CZCSXM", ""))), decided, path, place)
        else:
            raise InputError(
                translate("LandLedger", "{file}, {place}: a decision without a class code or BSM."), file=path, place=place
            )
    return Decisions(by_code, by_parcel, path, frozenset(left_open - set(by_code)))


def decided_code(written: object, crosswalk: Crosswalk, code: object) -> str | None:
    """A decision as a code of the new class table, None if it is none.

    A spreadsheet takes the leading zero off 0403: among the candidates of the old code, and only there, 403 means 0403.
    """
    cleaned = clean_code(written)
    if crosswalk.target.known(cleaned):
        return cleaned
    rule = crosswalk.rule(code)
    fits = [candidate for candidate in rule.candidates if candidate.lstrip("0") == cleaned] if rule and cleaned else []
    return fits[0] if len(fits) == 1 else None


def _decided(cells: Mapping[str, str], crosswalk: Crosswalk, path: str, place: Sentence) -> str:
    decided = decided_code(cells["DECIDED"], crosswalk, cells.get("CODE", ""))
    if decided is None:
        template = translate("LandLedger", "{file}, {place}: the decided code {code} is not in the class table {version}.")
        raise InputError(
            template, file=path, place=place, code=cells["DECIDED"], version=version_name(crosswalk.target.version)
        )
    return decided


def _put(found: dict, key: object, decided: str, path: str, place: Sentence) -> None:
    if found.get(key, decided) != decided:
        shown = " ".join(part for part in key if part) if isinstance(key, tuple) else key
        template = translate("LandLedger", "{file}, {place}: {what} is decided twice, as {first} and as {second}.")
        raise InputError(template, file=path, place=place, what=shown, first=found[key], second=decided)
    found[key] = decided


def _from_workbook(path: str, folder: str | None) -> Iterable[tuple[Sentence, dict[str, str]]]:
    layouts = [load_layout(layout_id, folder) for layout_id in (REVIEW_LAYOUT, PARCEL_LAYOUT)]
    names = sheet_names(path)
    present = [layout for layout in layouts if layout.sheet in names]
    if not present:
        template = translate("LandLedger", "The file {file} has no sheet {sheet}; take the review workbook, filled in.")
        raise InputError(template, file=path, sheet=layouts[0].sheet)
    for layout in present:
        for number, row in enumerate(read_table(path, layout, layout.sheet).rows, 1):
            place = sentence(translate("LandLedger", "sheet {sheet}, entry {number}"), sheet=layout.sheet, number=number)
            yield place, {key: "" if value is None else str(value).strip() for key, value in row.values.items()}


def _from_csv(path: str, folder: str | None) -> Iterable[tuple[Sentence, dict[str, str]]]:
    titles = {
        column.header[-1]: column.key
        for layout_id in (PARCEL_LAYOUT, REVIEW_LAYOUT)
        for column in load_layout(layout_id, folder).columns
    }
    rows = read_facts(Path(path), ())
    if rows and "DECIDED" not in {titles.get(name, name) for name in rows[0].cells}:
        raise InputError(
            translate("LandLedger", "The file {file} lacks the columns {columns}."), file=path, columns="CODE, DECIDED"
        )
    for row in rows:
        place = sentence(translate("LandLedger", "line {line}"), line=row.line)
        yield place, {titles.get(name, name): value for name, value in row.cells.items()}
