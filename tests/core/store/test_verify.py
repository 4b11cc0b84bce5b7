"""Verification of an untouched ledger in every store; what was done to one is in test_tampering.py."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from ....core.errors import InputError
from ....core.ledger.chain import GENESIS, sealed_record
from ....core.ledger.model import Record
from ....core.sentence import sentence
from ....core.store.verify import Anchor, verify
from .made_ledgers import CITY, NORTH, SOUTH, moved, random_drafts


def filled(store, count=120):
    drafts = random_drafts(11, count)
    for start in range(0, count, 40):
        with store.writing((CITY, NORTH, SOUTH)) as writing:
            writing.append(drafts[start : start + 40])
    with store.writing([NORTH]) as writing:
        writing.put("project", "XM-1", NORTH, {"name": "一", "area": 29556000})
        writing.put("project", "XM-1", NORTH, {"name": "二", "area": 29556000})
        head = writing.head(NORTH)
        writing.put("quarter", f"{NORTH}:2023Q4", NORTH, {"state": "closed", "number": head.number, "hash": head.hash})
    return drafts


def test_an_untouched_ledger_is_clean(store):
    assert verify(store).clean
    drafts = filled(store)
    verified = verify(store)
    assert verified.clean and verified.first is None, [str(finding.text) for finding in verified.findings]
    assert verified.vouchers == 120 and verified.records == 3
    assert verified.postings == sum(len(draft.postings) for draft in drafts)
    assert verified.heads == {book: store.head(book) for book in (CITY, NORTH, SOUTH)}


def test_progress_ends_at_one(store):
    filled(store)
    seen = []
    verify(store, progress=seen.append)
    assert seen[-1] == 1.0 and seen == sorted(seen)


def test_anchors_from_elsewhere(store):
    filled(store)
    head = store.head(NORTH)
    printed = sentence("the printed filing")
    right = Anchor(NORTH, head.number, head.hash, printed)
    assert verify(store, [right, Anchor(SOUTH, 0, GENESIS, printed)]).clean
    for wrong in (
        Anchor(NORTH, head.number, "0" * 64, printed),
        Anchor(NORTH, head.number + 1, head.hash, printed),
        Anchor(NORTH, head.number - 1, head.hash, printed),
    ):
        (finding,) = verify(store, [wrong]).findings
        assert (finding.book, finding.number) == (NORTH, wrong.number)
        assert "printed filing" in str(finding.text)


def test_half_a_transfer_is_found(store):
    give = moved(CITY, 80, give="AVL", take="CLR", event="transfer_out", transfer="T-1")
    take = moved(NORTH, 80, give="CLR", take="AVL", event="transfer_in", transfer="T-1")
    with store.writing([CITY, NORTH]) as writing:
        writing.append([give, take])
    assert verify(store).clean
    with store.writing([CITY, NORTH]) as writing:
        writing.append([moved(CITY, 40, give="AVL", take="CLR", event="transfer_out", transfer="T-2")])
    verified = verify(store)
    assert [finding.place for finding in verified.findings] == ["370000-000002"] * 3
    assert "T-2" in str(verified.first.text) and "NEW" in str(verified.first.text)


def test_a_transfer_between_other_amounts_is_found(store):
    give = moved(CITY, 80, give="AVL", take="CLR", event="transfer_out", transfer="T-1")
    take = moved(NORTH, 81, give="CLR", take="AVL", event="transfer_in", transfer="T-1")
    with store.writing([CITY, NORTH]) as writing:
        writing.append([give, take])
    (finding,) = verify(store).findings
    assert finding.place == "370000-000001" and "off by -0.000001 mu" in str(finding.text)


def test_who_posts_meanwhile_is_no_finding(made):
    store, reopen = made()
    filled(store)
    other, stop, posted = reopen(), threading.Event(), []

    def post():
        while not stop.is_set():
            with other.writing([NORTH]) as writing:
                posted.extend(writing.append([moved(NORTH, 8)]))
        other.close()

    thread = threading.Thread(target=post)
    thread.start()
    try:
        found = [verify(store).findings for _ in range(6)]
    finally:
        stop.set()
        thread.join()
    assert posted and found == [[]] * 6
    assert verify(store).vouchers == 120 + len(posted)


def test_a_row_that_goes_on_in_another_book_is_no_finding(store):
    """A project that another holder took over; one whose second version is missing is found."""
    with store.writing([NORTH, SOUTH]) as writing:
        for book in (NORTH, SOUTH, NORTH):
            writing.put("project", "P-1", book, {"name": book})
    assert not verify(store).findings
    head = store.head(SOUTH)
    bare = Record("project", "P-1", SOUTH, 5, {}, "", "2023-03-14T08:00:00Z", False, head.record_number + 1, head.record_hash)
    gap = replace(bare, hash=sealed_record(head.record_hash, bare))
    if hasattr(store, "schema"):  # a server takes no such row
        with pytest.raises(InputError), store.writing([SOUTH]) as writing:
            writing.put_sealed([gap])
        return
    with store.writing([SOUTH]) as writing:
        writing.put_sealed([gap])
    (found,) = verify(store).findings
    assert found.book == SOUTH and "record 2 (project P-1)" in str(found.text)
