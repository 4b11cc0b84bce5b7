"""Random sequences of events against an oracle that carries tokens: the same are refused, the same balances are left."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from ....core.quota.vocabulary import QuotaAmount, State
from ....core.store.geopackage import create, open_ledger
from ...oracles.quota_tokens import Event, TokenLedger
from ..store.conftest import MAKERS
from .made_quota import BOOKS, CITY, NORTH, SOUTH, ask, ledger_over, seeded

UNIT = 1_000_000
OWN_YEAR = {"issue", "transfer_out", "advance", "repay", "reserve", "release", "allocate", "reclaim", "carry_over", "clear"}
NAMES = sorted(OWN_YEAR | {"submit", "send_back", "use", "write_off", "return"}) + ["issue", "advance", "allocate", "use"]


@st.composite
def events(draw, names=tuple(NAMES)):
    """An event that may well be refused."""
    name = draw(st.sampled_from(names))
    kinds = draw(st.text("cgo", min_size=1, max_size=3))
    if name in ("issue", "advance"):
        kinds *= draw(st.integers(1, 3))
    sources = ["ZP", "ZC", "ZC", "JY", "ZJ"] + ([] if name in ("issue", "transfer_out") else ["", "", "YZ"])
    return Event(
        name,
        draw(st.sampled_from((NORTH, NORTH, CITY, SOUTH))),
        kinds,
        draw(st.sampled_from((2023, 2023, 2024))) if name in OWN_YEAR else draw(st.sampled_from((0, 0, 2023))),
        draw(st.sampled_from(sources)),
        draw(st.sampled_from(("P1", "P1", "P2"))) if name != "issue" or draw(st.booleans()) else "",
        draw(st.sampled_from("ABCD")) if name in ("use", "clear") else "",
        draw(st.sampled_from((NORTH, SOUTH, CITY))) if name == "transfer_out" else "",
        draw(st.sampled_from(("", "", "JY", "ZP", "ZJ"))) if name == "transfer_out" else "",
        draw(st.sampled_from((0, 0, 2023, 2024))) if name == "carry_over" else 0,
    )


reversals = st.builds(
    lambda holder, number: Event("reverse", holder, reverses=number), st.sampled_from((NORTH, CITY, SOUTH)), st.integers(1, 9)
)
BATCHES = st.tuples(
    st.lists(events(), min_size=4, max_size=25),
    st.lists(st.one_of(events(), reversals), min_size=1, max_size=12),
    st.lists(st.one_of(events(), reversals, reversals), min_size=1, max_size=12),
)


def size_of(kinds):
    """The three amounts of tokens."""
    return QuotaAmount(UNIT * len(kinds), UNIT * sum(kind in "cg" for kind in kinds), UNIT * kinds.count("c"))


def request_of(event):
    """The same event, asked of the ledger."""
    if event.name == "reverse":
        return ask("reverse", event.holder, reverses=event.reverses, reason="示例")
    return ask(
        event.name, event.holder, size_of(event.kinds), year=event.year, source=event.source, project=event.project,
        approval=event.approval, to_holder=event.to_holder, to_source=event.to_source, to_year=event.to_year or None,
    )  # fmt: skip


def compare(quota, batches):
    """Book the batches in both; the same rows are refused, then the same lies everywhere."""
    oracle = TokenLedger(carry_over=True)
    for batch in batches:
        # The vouchers that a batch may reverse are those posted before it.
        known = {holder: len(book) for holder, book in oracle.vouchers.items()}
        batch = [e for e in batch if e.name != "reverse" or e.reverses <= known.get(e.holder, 0)]
        allowed = [oracle.ask(event) for event in batch]
        requests = [request_of(event) for event in batch]
        preview = quota.preview(requests)
        refused = {problem.row for problem in preview.problems if problem.hard}
        told = [(problem.row, str(problem.text)) for problem in preview.problems if problem.hard]
        assert [row not in refused for row in range(len(batch))] == allowed, (batch, told)
        posted = quota.post([request for request, good in zip(requests, allowed) if good])
        assert [voucher.draft for voucher in posted.vouchers] == list(preview.drafts)
    rows = quota.positions().rows
    kept = {
        (place.holder, place.year, place.source, place.state.value, place.project): tuple(part // UNIT for part in size)
        for place, size in rows.items()
        if place.state.value not in ("EXT", "CLR", "ADV")
    }
    assert kept == oracle.balances()
    owed = {
        (holder, project): size.total // -UNIT
        for (holder, project), size in quota.positions().by("holder", "project", state=State.ADVANCED).items()
        if size.total
    }
    assert owed == oracle.owed()
    clearing = quota.positions().by("year", "source", state=State.CLEARING)
    assert all(not any(size) for size in clearing.values())


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """An empty ledger file, seeded once."""
    path = tmp_path_factory.mktemp("quota") / "template.gpkg"
    store = create(path, "示例", BOOKS)
    seeded(store)
    store.close()
    return path


@given(BATCHES)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_events_on_a_file(template, tmp_path_factory, batches):
    path = tmp_path_factory.mktemp("run") / "run.gpkg"
    shutil.copyfile(template, path)
    store = open_ledger(path)
    try:
        compare(ledger_over(store, carry_over="allow"), batches)
    finally:
        store.close()


@given(BATCHES)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_events_on_a_server(tmp_path_factory, batches):
    store, _ = MAKERS["postgresql"](tmp_path_factory.mktemp("run"), "示例", BOOKS)
    try:
        seeded(store)
        compare(ledger_over(store, carry_over="allow"), batches)
    finally:
        store.close()
