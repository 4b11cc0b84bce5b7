"""The window of planner service areas over the office's PostgreSQL: what is handed over is what the server keeps; a server that
goes in the middle costs nothing."""

from __future__ import annotations

import gc
import secrets

import numpy as np
import pytest

from ...core.quota.subjects import Holder, books_of, seed_registers, shipped_sources
from ...core.rules import load_rules
from ...core.service.register.ledger import ServiceLedger
from ...core.store.postgresql import open_ledger
from ...core.store.verify import verify
from ...scripts.private_postgresql import PrivateServer
from ..core.store.postgresql_server import OWNER, reached
from ..processing.test_ledger_connections import connected  # noqa: F401 - a fixture
from .service_sample import code_of, teams_layer, units_layer
from .test_occupation_dialog import A_MINUTE, messages, project  # noqa: F401 - fixtures
from .test_service_areas import BASES, COLUMNS, COUNT, column, opened, panel, record, teams_of  # noqa: F401 - fixtures


def founded(name: str) -> None:
    """A made-up ledger of a city, without a service book."""
    from ...processing.adapters.ledgers import ledger_place

    holders = [Holder("379900", "虚构市", "市本级", "city")]
    store = ledger_place(name).made("虚构的台账", books_of(holders))
    seed_registers(store, holders, shipped_sources())
    store.close()


@pytest.fixture
def server(provider, connected):  # noqa: F811
    """(name of the ledger, its schema) on the server of the tests."""
    schema = f"服务_{secrets.token_hex(3)}"
    name = f"postgresql:{connected('市局', user=OWNER)}/{schema}"
    founded(name)
    yield name, schema
    gc.collect()


@pytest.fixture
def own_server(provider, connected):  # noqa: F811
    """(a server of its own that a test may stop, name of the ledger)."""
    server = PrivateServer("max_connections=20", "fsync=on")
    name = f"postgresql:{connected('自己的', host=str(server.folder), user=server.user)}/ledger"
    founded(name)
    yield server, name
    gc.collect()
    server.stop()


@pytest.fixture
def on_server(panel, qtbot):  # noqa: F811
    """Open the window on a ledger."""
    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)

    def open_it(name):
        dock = panel()
        dock.start.choices["ROLE"].setCurrentIndex(1)
        dock.start.in_ledger.setChecked(True)
        dock.start.ledger.offer(name)
        return opened(dock, qtbot)

    return open_it


def test_saved_read_again_and_told_what_was_before(on_server, server, qtbot):
    name, schema = server
    dock = on_server(name)
    dock.acts.hand_over(np.arange(12), 0)
    record(dock, qtbot, "first")
    assert messages(dock) == [f"Saved in {name}."] and dock.scenarios.unsaved == []
    dock.acts.hand_over(np.array([3]), 1)
    dock.acts.hand_over(np.array([4]), -1)
    record(dock, qtbot, "second", "2026-02-01")
    dock.work.tabs.setCurrentWidget(dock.work.history_page)
    dock.tabs.show_history(3)
    qtbot.waitUntil(lambda: dock.work.history_model.rowCount() == 2, timeout=A_MINUTE)
    assert column(dock.work.history_model, 1) == ["Group 2", "Group 1"]
    assert column(dock.work.history_model, 2) == ["second", "first"]
    other = on_server(name)
    assert other.scenarios.names == ["Scenario 1"] and teams_of(other) == [0, 0, 0, 1, -1, *[0] * 7, *[-1] * 12]
    store = open_ledger(reached(), schema)
    assert verify(store).clean
    book = ServiceLedger(store, load_rules())
    assert [len(book.history("Scenario_1", code_of(row, COLUMNS))) for row in (0, 3, 4, 20)] == [1, 2, 2, 0]
    store.close()


def refused(dock, qtbot, reason):
    """Save where there is no server; the sentence that is told."""
    record(dock, qtbot, reason)
    (message,) = messages(dock)
    assert message.endswith(".") and "\n" not in message and "psycopg2" not in message and "Internal" not in message
    return message


def test_a_server_that_is_gone_costs_nothing(on_server, own_server, qtbot):
    server, name = own_server
    dock = on_server(name)
    dock.acts.hand_over(np.arange(12), 0)
    record(dock, qtbot, "first")
    dock.acts.hand_over(np.array([3]), 1)
    dock.scenarios.copy(dock.scenario, "B").hand_over(np.arange(12, 20), 2)
    server.halt()
    before = teams_of(dock)
    assert name.partition("/")[0] in refused(dock, qtbot, "second")
    assert teams_of(dock) == before and len(dock.scenarios.unsaved) == 2 and dock.work.save_button.isEnabled()
    dock.work.tabs.setCurrentWidget(dock.work.history_page)
    dock.tabs.show_history(3)
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    assert len(messages(dock)) == 1
    dock.acts.hand_over(np.array([5]), 1)
    server.start()
    record(dock, qtbot, "second")
    assert messages(dock) == [f"Saved in {name}."] and dock.scenarios.unsaved == []
    other = on_server(name)
    assert other.scenarios.names == ["Scenario 1", "B"]
    assert teams_of(other) == [0, 0, 0, 1, 0, 1, *[0] * 6, *[-1] * 12]
    assert other.scenarios.named("B").team_of.tolist() == [0, 0, 0, 1, *[0] * 8, *[2] * 8, *[-1] * 4]


def test_a_server_that_goes_between_two_scenarios(on_server, own_server, qtbot, monkeypatch):
    """The first is there and saved, the second is not; the next save brings it once."""
    server, name = own_server
    dock = on_server(name)
    dock.acts.hand_over(np.arange(12), 0)
    dock.scenarios.copy(dock.scenario, "B").hand_over(np.arange(12, 20), 2)
    write = ServiceLedger.record_scenario

    def halting(ledger, *given):
        found = write(ledger, *given)
        server.halt()
        return found

    monkeypatch.setattr(ServiceLedger, "record_scenario", halting)
    refused(dock, qtbot, "first")
    monkeypatch.undo()
    assert [each.name for each in dock.scenarios.unsaved] == ["B"]
    server.start()
    record(dock, qtbot, "first")
    assert dock.scenarios.unsaved == []
    other = on_server(name)
    assert other.scenarios.names == ["Scenario 1", "B"] and teams_of(other) == [0] * 12 + [-1] * 12


def test_a_server_that_is_not_there_is_one_sentence_on_opening(panel, own_server, qtbot):  # noqa: F811
    server, name = own_server
    server.halt()
    units_layer(COUNT, COLUMNS)
    teams_layer(*BASES)
    dock = panel()
    dock.start.in_ledger.setChecked(True)
    dock.start.ledger.offer(name)
    dock.open()
    qtbot.waitUntil(lambda: not dock.calls.busy, timeout=A_MINUTE)
    assert dock.scenario is None and dock.start.isEnabled() and len(messages(dock)) == 1
    server.start()
    opened(dock, qtbot)
