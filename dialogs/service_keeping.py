"""Where scenarios are kept: a table in a GeoPackage file, or the service book of a ledger. Reading and writing run in the
background, one after the other, so that a ledger has one connection of its own thread."""

from __future__ import annotations

import datetime
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from ..core.service.assignment.problem import NOBODY
from ..processing.adapters.ledgers import POSTGRESQL, ledger_place
from ..processing.settings import operator_name, rules_in_force
from .ledger_question import lay_out, today_edit
from .memory import keep_output_folder, output_folder

if TYPE_CHECKING:
    from ..core.sentence import Sentence
    from ..core.service.register.ledger import ServiceLedger
    from ..core.service.register.model import Change
    from ..core.service.scenario import Scenario, Scene
    from ..core.service.scenarios import Scenarios
    from ..processing.service_scene import ServiceScene

WIDTH = 420


@dataclass(frozen=True)
class Saving:
    """What is to be saved: snapshots of all scenarios, and of those that were removed; valid from a day, for a reason.
    `written` are those that came to where they are kept; a failure may leave some of several in a ledger."""

    listed: Sequence[Scenario]
    removed: Sequence[Scenario]
    day: datetime.date
    reason: str = ""
    written: list[Scenario] = field(default_factory=list)


class FileKeeping(QObject):
    """A file holds all scenarios of the window; it is written whole. `path` is '' until the clerk says which file."""

    has_history = False

    def __init__(self, algorithm: ServiceScene, path: str = "") -> None:
        super().__init__()
        self._algorithm = algorithm
        self.path = path
        self._kept = bool(path) and Path(path).is_file()

    @property
    def is_table(self) -> bool:
        """Whether the table that is read is where the scenarios are kept."""
        return self._kept

    @property
    def label(self) -> str:
        """What it is called in messages."""
        return Path(self.path).name

    @property
    def deleting_means(self) -> str:
        """What becomes of a saved scenario that is deleted."""
        return self.tr("It goes out of {file} when you save.").format(file=self.label)

    def read(self, scene: Scene, scenarios: Scenarios | None, notes: list[Sentence]) -> tuple:
        """What the window begins with; a table that is not the file itself is only something to begin with."""
        from ..core.service.scenarios import Scenarios

        found = scenarios or Scenarios(scene)
        if not self._kept:
            for scenario in found.listed:
                scenario.stored = False
        return scene, found, notes

    def ask(self, parent: QWidget, day: datetime.date) -> tuple[datetime.date, str] | None:
        """Which file, if none is named yet; None where the clerk thinks better of it."""
        if not self.path:
            suggestion = str(Path(output_folder()) / self.tr("service_scenarios.gpkg"))
            title, pattern = self.tr("Save the scenarios"), self.tr("GeoPackage (*.gpkg)")
            file, _ = QFileDialog.getSaveFileName(parent, title, suggestion, pattern)
            if not file:
                return None
            self.path = file if file.lower().endswith(".gpkg") else f"{file}.gpkg"
            keep_output_folder(self.path)
        return day, ""

    def write(self, saving: Saving) -> None:
        """All scenarios, or none."""
        self._algorithm.keep(saving.listed, saving.day.isoformat(), self.path, QgsProcessingContext())
        self._kept = True
        saving.written.extend([*saving.listed, *saving.removed])

    def refused(self) -> None:
        """It could not be written: a file that was never written is asked for again."""
        if not self._kept:
            self.path = ""

    def close(self) -> None:
        """Nothing is open."""


class LedgerKeeping(QObject):
    """The service book of a ledger: each change a new version, so each unit has a history. `name` as in `ledger_place`, which
    is asked here, on the main thread; scenarios are read as they hold on `day`."""

    has_history = True
    is_table = False

    def __init__(self, name: str, day: datetime.date) -> None:
        super().__init__()
        self.name = name
        self._place = ledger_place(name)
        self._rules = rules_in_force()
        self._day = day
        self._ledger: ServiceLedger | None = None

    @property
    def label(self) -> str:
        """What it is called in messages."""
        return self.name if self.name.startswith(POSTGRESQL) else Path(self.name).name

    @property
    def deleting_means(self) -> str:
        """What becomes of a saved scenario that is deleted."""
        return self.tr("In the ledger it is filed away when you save; its history stays there.")

    def read(self, scene: Scene, scenarios: Scenarios | None, notes: list[Sentence]) -> tuple:
        """The scenarios of the ledger that are not filed away, then those of a table, not saved yet."""
        from ..core.service.register.founding import service_books
        from ..core.service.register.ledger import ServiceLedger
        from ..core.service.register.vocabulary import ScenarioState
        from ..core.service.scenarios import Scenarios

        self._store = self._place.opened()
        self._ledger = ServiceLedger(self._store, self._rules)
        found = Scenarios(scene)
        if service_books(self._ledger.store):
            for kept in self._ledger.scenarios():
                if kept.state is not ScenarioState.CLOSED:
                    found.listed.append(self._read_one(scene, kept.code, found.free_name(kept.name), notes))
        for scenario in scenarios.listed if scenarios is not None else ():
            found.copy(scenario, found.free_name(scenario.name))
        return scene, found, notes

    def _read_one(self, scene: Scene, code: str, name: str, notes: list[Sentence]) -> Scenario:
        """One scenario as it holds on the day, in the role and at the level of the scene; a row for every role or level counts
        where there is none of its own."""
        from ..core.service.from_ledger import assignments_in
        from ..core.service.inheriting import speak_of_towns, towns_of
        from ..core.service.scenarios import saved

        role, level = service_of(scene)
        everything = assignments_in(self._ledger, code, self._day)
        towns = towns_of(scene, everything.take(np.flatnonzero(speak_of_towns(scene, everything)).tolist()), self._day)
        team_of, rank = np.full(len(scene), NOBODY, dtype=np.int64), np.zeros(len(scene), dtype=np.int64)
        lost = 0
        for row in self._ledger.assignment(code, self._day):
            fits = row.role in (None, role) and row.level in (None, level)
            place = scene.place_of.get(row.unit)
            if not fits or place is None or not row.team or row.expired(self._day):
                continue
            own = 1 + (row.role is role) + (row.level is level)
            if own <= rank[place]:
                continue
            team = scene.team_place.get(row.team)
            lost += team is None
            team_of[place], rank[place] = NOBODY if team is None else team, own
        if lost:
            notes.append(_lost(name, lost))
        scenario = saved(scene, name, team_of, None, towns)
        scenario.key = code
        return scenario

    def ask(self, parent: QWidget, day: datetime.date) -> tuple[datetime.date, str] | None:
        """From which day, and why; None where the clerk thinks better of it."""
        dialog = RecordDialog(self.label, day, parent)
        answer = (dialog.chosen_day, dialog.chosen_reason) if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def write(self, saving: Saving) -> None:
        """Scenarios with something new, each whole or not at all; teams that the ledger does not have yet come first."""
        from ..core.service.register.founding import found_service, service_books

        ledger, who = self._ledger, operator_name()
        if not service_books(ledger.store):
            found_service(self._store)
        known = {scenario.code: scenario for scenario in ledger.scenarios()}
        if saving.listed:
            self._put_teams(saving.listed[0].scene, who)
        for scenario in saving.listed:
            if scenario.dirty:
                self._write_one(scenario, known, saving, who)
            saving.written.append(scenario)
        for scenario in saving.removed:
            if scenario.key in known:
                ledger.put_scenario({**_values(known[scenario.key]), "state": "closed"}, who)
            saving.written.append(scenario)

    def _put_teams(self, scene: Scene, who: str) -> None:
        known = {team.code for team in self._ledger.teams()}
        teams = scene.teams
        rows = [
            {
                "code": teams.id[place], "name": teams.name[place], "lead": teams.lead[place] or None,
                "role": teams.role[place].value if teams.role[place] else "any",
                "level": teams.level[place].value if teams.level[place] else "any",
                "capacity": Decimal(repr(float(teams.capacity[place]))) if np.isfinite(teams.capacity[place]) else None,
                "from": teams.start[place], "to": teams.end[place],
            }
            for place in range(len(teams)) if teams.id[place] not in known
        ]  # fmt: skip
        if rows:
            self._ledger.put_teams(rows, who)

    def _write_one(self, scenario: Scenario, known: Mapping[str, Any], saving: Saving, who: str) -> None:
        from ..core.service.register.model import Assigned

        scene = scenario.scene
        new = scenario.key not in known
        if new:
            taken = {*known, *(each.key for each in saving.written)}
            scenario.key = free_code(scenario.name, taken)
            values: dict[str, object] = {"code": scenario.key, "name": scenario.name, "state": "draft", "day": saving.day}
        else:
            values = {**_values(known[scenario.key]), "name": scenario.name}
        role, level = service_of(scene)
        rows = [
            Assigned(str(code), "" if team == NOBODY else str(scene.teams.id[team]), role, level, str(name))
            for code, name, team in zip(scene.units.code.tolist(), scene.units.name.tolist(), scenario.team_of.tolist())
        ]
        if new:
            # What a copy gives to towns is its own from now on.
            rows += [Assigned(row.code, str(scene.teams.id[row.team]), row.role, row.level, row.name) for row in scenario.towns.rows]
        self._ledger.record_scenario(values, rows, saving.day, saving.reason, who)

    def refused(self) -> None:
        """It could not be written: the ledger stays the one it is."""

    def history(self, scenario: str, unit: str) -> list[Change]:
        """All that was recorded of a unit, the last first."""
        return list(reversed(self._ledger.history(scenario, unit))) if scenario else []

    def close(self) -> None:
        """The connection belongs to the thread that asks."""
        if self._ledger is not None:
            self._ledger.store.close()
            self._ledger = None


def service_of(scene: Scene) -> tuple[Any, Any]:
    """Role and level of a scene as the ledger writes them, None for every one."""
    from ..core.service.teams import Role
    from ..core.service.units import Level

    role, level = scene.codes
    return None if role == "all" else Role(role), None if level == "all" else Level(level)


def free_code(name: str, known: Container[str]) -> str:
    """A code for a new scenario, made of its name: no colon, none that is taken."""
    stem = re.sub(r"[:：\s]+", "_", name).strip("_") or "S"
    number, code = 2, stem
    while code in known:
        code, number = f"{stem}_{number}", number + 1
    return code


def _lost(name: str, count: int) -> Sentence:
    from ..core.sentence import sentence, translate

    template = translate("LandLedger", "Scenario {scenario}: {count} units have a team that is not among the teams; they are nobody's.")
    return sentence(template, scenario=name, count=count)


def _values(scenario: Any) -> dict[str, object]:
    """A scenario of the ledger as the fields of its register."""
    return {
        "code": scenario.code, "name": scenario.name, "purpose": scenario.purpose or None, "state": scenario.state.value,
        "day": scenario.day, "doc_no": scenario.doc_no or None, "note": scenario.note or None,
    }  # fmt: skip


class RecordDialog(QDialog):
    """From which day the assignment holds, and why it was changed."""

    def __init__(self, ledger: str, day: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save in the ledger"))
        self.day, self.reason = today_edit(), QLineEdit()
        self.day.setDate(day)
        self.reason.setPlaceholderText(self.tr("for example the document that decides it"))
        told = self.tr("Only units whose team changed get a new entry in {ledger}; what was there before stays in their history.")
        rows = ((self.tr("Valid &from"), self.day), (self.tr("&Reason of the change"), self.reason))
        self.ok = lay_out(self, told.format(ledger=ledger), rows, (self.tr("Save"), self.tr("Cancel")), WIDTH)

    @property
    def chosen_day(self) -> datetime.date:
        """From when it holds."""
        return self.day.date().toPyDate()

    @property
    def chosen_reason(self) -> str:
        """Why."""
        return self.reason.text().strip()
