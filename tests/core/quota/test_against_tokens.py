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
SOURCES = ("ZP", "ZC", "JY", "ZJ")
BOX_OF = {
    "transfer_out": "AVL", "reserve": "AVL", "carry_over": "AVL", "release": "RES", "allocate": "AVL RES",
    "reclaim": "AVL ALC", "submit": "ALC", "return": "ALC", "send_back": "PEN", "use": "PEN", "write_off": "USE",
    "repay": "ALC PEN USE", "clear": "ALC PEN USE",
}  # fmt: skip
"""Where an event finds its tokens."""

NAMES = ("issue", "issue", "advance", "reverse", *BOX_OF, "allocate", "submit", "use", "clear", "repay")


def some_event(chance, oracle, known):
    """An event that is more often possible than not: made of tokens that lie where it takes them from."""
    name = chance.choice(NAMES)
    holder = chance.choice((NORTH, NORTH, NORTH, CITY, SOUTH))
    event = Event(name, holder, project=chance.choice(("P1", "P1", "P2")))
    if name == "reverse":
        event.reverses = chance.randint(1, max(1, known.get(holder, 0)))
        return event
    event.source, event.year = chance.choice(SOURCES), chance.choice((2023, 2023, 2023, 2024))
    event.kinds = "".join(chance.choice("cgo") for _ in range(chance.randint(1, 7)))
    event.approval = chance.choice("ABCDEFGH") if name in ("use", "clear") else ""
    if name in BOX_OF:
        _aim(chance, oracle, event)
    if name == "advance":
        event.source = chance.choice(("", "YZ", "", "", "ZC"))
    if name == "transfer_out":
        event.to_holder = chance.choice((NORTH, SOUTH, SOUTH, CITY))
        event.to_source = chance.choice(("", "", "", "JY", "ZP", "ZJ"))
    if name == "carry_over":
        event.to_year = chance.choice((0, 0, 2024, 2023))
    return event


def _aim(chance, oracle, event):
    """Ask for what is there: source, year and kinds of tokens that lie in a box of the event."""
    boxes = [
        (place, tokens)
        for place, tokens in oracle.boxes.items()
        if tokens and place[1] in BOX_OF[event.name] and (place[2] or place[1] == "AVL")
    ]
    if not boxes or chance.random() < 0.1:
        return
    (event.holder, _, project), tokens = chance.choice(boxes)
    event.project = project or event.project
    aim = chance.choice(tokens)
    event.kinds = "".join(token.kind for token in chance.sample(tokens, chance.randint(1, min(6, len(tokens)))))
    if event.name in ("repay", "clear"):
        payable = [t for (h, s, p), lot in oracle.boxes.items() if h == event.holder and s == "AVL" for t in lot]
        aim = chance.choice(payable) if payable else aim
    event.source, event.year = aim.source, aim.year
    if event.name == "use" and chance.random() < 0.4:  # less farmland than was submitted
        event.kinds = "".join(chance.choice({"c": "cgo", "g": "go", "o": "o"}[kind]) for kind in event.kinds)
    if event.name in ("submit", "use", "send_back", "return", "write_off"):
        event.source, event.year = chance.choice((("", 0), ("", 0), ("", aim.year), (aim.source, 0), (aim.source, aim.year)))
    elif event.name == "allocate" and chance.random() < 0.3:
        event.source = ""
    elif chance.random() < 0.7:
        event.kinds = "".join(token.kind for token in tokens if token.source == aim.source)[: chance.randint(1, 5)]
        event.kinds = event.kinds or "c"


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


def compare(quota, chance):
    """Book batches in both; the same rows are refused, then the same lies everywhere."""
    oracle = TokenLedger(carry_over=True)
    for length in (25, 25, 15):
        # The vouchers that a batch may reverse are those posted before it.
        known = {holder: len(book) for holder, book in oracle.vouchers.items()}
        batch, allowed = [], []
        for _ in range(length):
            event = some_event(chance, oracle, known)
            if event.name == "reverse" and event.reverses > known.get(event.holder, 0):
                continue
            batch.append(event)
            allowed.append(oracle.ask(event))
        requests = [request_of(event) for event in batch]
        preview = quota.preview(requests)
        refused = {problem.row for problem in preview.problems if problem.hard}
        told = [(problem.row, str(problem.text)) for problem in preview.problems if problem.hard]
        assert [row not in refused for row in range(len(batch))] == allowed, (batch, told)
        posted = quota.post([request for request, good in zip(requests, allowed) if good])
        assert [voucher.draft for voucher in posted.vouchers] == list(preview.drafts)
    require_same(quota, oracle)


def require_same(quota, oracle):
    """The same tokens in the same boxes, the same advances owed, nothing between the holders."""
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


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_events_on_a_file(template, tmp_path_factory, chance):
    path = tmp_path_factory.mktemp("run") / "run.gpkg"
    shutil.copyfile(template, path)
    store = open_ledger(path)
    try:
        compare(ledger_over(store, carry_over="allow"), chance)
    finally:
        store.close()


@given(st.randoms(use_true_random=False))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_events_on_a_server(tmp_path_factory, chance):
    store, _ = MAKERS["postgresql"](tmp_path_factory.mktemp("run"), "示例", BOOKS)
    try:
        seeded(store)
        compare(ledger_over(store, carry_over="allow"), chance)
    finally:
        store.close()
