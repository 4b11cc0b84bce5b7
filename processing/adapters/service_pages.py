"""The yearly report of planner teams as pages: the city, then a page a team with its map, numbers and suggestions."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...core.errors import InputError
from ...core.sentence import translate
from ...core.service.register.model import PlannerTeam
from ...core.service.register.year import TeamPage, YearReport, unit_names, visited_names
from ...core.workbook import Picture
from ..base import say
from .layouts.printing import safe_name
from .printed_documents import Document, fields_html, rows_html, table_html, text_html, title_of

_NUMBERED = re.compile(r"^\d+[_ -]*")


@dataclass(frozen=True)
class Pictures:
    """Files of maps: of the whole city ('' for none), and by the code of a team."""

    overview: str
    of_team: Mapping[str, str]


def pictures_in(folder: str, teams: Sequence[PlannerTeam]) -> Pictures:
    """The maps in a folder as the map of service areas writes them: 00_… the whole, the others called by a team's name or
    code. InputError for a folder that is not there or has no PNG."""
    if not folder:
        return Pictures("", {})
    if not os.path.isdir(folder):
        raise InputError(translate("LandLedger", "The folder {folder} does not exist."), folder=folder)
    files = sorted(name for name in os.listdir(folder) if name.lower().endswith(".png"))
    if not files:
        raise InputError(translate("LandLedger", "The folder {folder} has no pictures (PNG)."), folder=folder)
    named = {}
    for name in reversed(files):
        named[_NUMBERED.sub("", os.path.splitext(name)[0]).casefold()] = name
    found = {}
    for team in teams:
        name = named.get(safe_name(team.name).casefold()) or named.get(safe_name(team.code).casefold())
        if name:
            found[team.code] = os.path.join(folder, name)
    first = next((name for name in files if re.match(r"^0+[_ -]", name)), "")
    return Pictures(os.path.join(folder, first) if first else "", found)


def year_document(report: YearReport, pictures: Pictures, family: str, foot: str) -> Document:
    """The city, its map with the sums by team, then a page a team. A team without a picture has a place for one."""
    made = Document(title_of(report.summary), family, foot)
    draft = f'<p class="draft">{say(translate("LandLedger", "Draft: a check does not hold"))}</p>' if report.draft else ""
    made.sections.append(f"{draft}<h1>{text_html(title_of(report.summary))}</h1>{table_html(report.summary)}")
    overview = made.picture(pictures.overview) if pictures.overview else ""
    sums = f"<h2>{text_html(title_of(report.by_team))}</h2>{table_html(report.by_team, ('TEAM',))}"
    made.sections.append(f"{draft}{overview}{sums}")
    for page, shown in zip(report.teams, report.pages.pages):
        head = f"{draft}<h2>{text_html(title_of(report.pages))}：{text_html(page.team.name)}</h2>"
        parts = [head, _picture(made, pictures.of_team.get(page.team.code, "")), fields_html(report.pages, shown)]
        parts += [_names(page), rows_html(report.pages, shown)]
        made.sections.append("".join(parts))
    return made


def _picture(made: Document, path: str) -> str:
    if path:
        return made.picture(path)
    text = say(translate("LandLedger", "(place of the map of the service area)"))
    return f'<p class="empty">{text_html(text)}</p>'


def _names(page: TeamPage) -> str:
    lines = []
    for label, names in (
        (translate("LandLedger", "Units served: {names}"), unit_names(page)),
        (translate("LandLedger", "Units visited (times): {names}"), visited_names(page)),
    ):
        if names:
            lines.append(f"<p>{text_html(say(label).format(names='、'.join(names)))}</p>")
    return "".join(lines)


def sheet_pictures(report: YearReport, pictures: Pictures) -> list[Picture]:
    """The maps as sheets of the workbook, the whole first."""
    found = [(say(translate("LandLedger", "Map of the service areas")), pictures.overview)]
    found += [(page.team.name, pictures.of_team.get(page.team.code, "")) for page in report.teams]
    made = []
    for name, path in found:
        if path:
            with open(path, "rb") as file:
                made.append(Picture(name, name, file.read()))
    return made
