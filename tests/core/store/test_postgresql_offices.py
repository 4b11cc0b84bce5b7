"""Many clients at once on a real PostgreSQL, and a server that goes away under them."""

from __future__ import annotations

import multiprocessing
import random
import signal
import threading
import time

import psycopg2
import pytest

from ....core.errors import InputError
from ....core.ledger.model import Book
from ....core.store.postgresql import create, open_ledger
from ....scripts.private_postgresql import PrivateServer
from .made_ledgers import BOOKS, CITY, NORTH, SOUTH, account, moved
from .postgresql_server import new_schema, reached
from .recomputed import balances_of, seal_of, turnover_of

GENESIS = "0" * 64
PROCESSES = multiprocessing.get_context("spawn")


def require_clean(store):
    """Every chain, head, balance and turnover recomputed by other means."""
    drafts = []
    for book in store.books():
        previous = GENESIS
        chain = list(store.chain(book.code))
        for number, voucher in enumerate(chain, 1):
            assert (voucher.number, voucher.previous, voucher.hash) == (number, previous, seal_of(previous, voucher))
            previous = voucher.hash
        assert store.head(book.code)[:3] == (len(chain), previous, sum(len(v.draft.postings) for v in chain))
        drafts += [voucher.draft for voucher in chain]
    assert {(*place, dimension): amount for (place, dimension), amount in store.balances().items()} == balances_of(drafts)
    found = {
        (*turn.account, turn.dimension, turn.book_month, turn.doc_month, turn.nature): [turn.received, turn.spent]
        for turn in store.turnover()
    }
    assert found == turnover_of(drafts)
    return drafts


def take(server, schema, mark, wanted, answers):
    """Take one unit `wanted` times from what is available, whoever else does; give one in ten back."""
    store = open_ledger(server, schema)
    chance = random.Random(mark)
    posted = refused = 0
    for place in range(wanted):
        give, to = ("ALC", "AVL") if chance.random() < 0.1 else ("AVL", "ALC")
        with store.writing([NORTH]) as writing:
            if writing.balance(account(NORTH, give), "NEW") < 4:
                refused += 1
                continue
            writing.append([moved(NORTH, 4, give, to, "allocate", origin=f"{mark}-{place}")])
        posted += 1
    answers.put((mark, posted, refused))
    store.close()


def run_all(target, argument_lists):
    answers = PROCESSES.Queue()
    running = [PROCESSES.Process(target=target, args=(*arguments, answers)) for arguments in argument_lists]
    for process in running:
        process.start()
    found = [answers.get(timeout=120) for _ in running]
    for process in running:
        process.join(30)
        assert process.exitcode == 0
    return found


def test_eight_processes_take_from_one_account():
    schema = new_schema()
    store = create(reached(), "t", list(BOOKS), schema)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4 * 1200)])
    found = run_all(take, [(reached(), schema, mark, 250) for mark in range(8)])
    posted = sum(each[1] for each in found)
    assert posted + sum(each[2] for each in found) == 2000
    assert sum(each[2] for each in found) > 0
    drafts = require_clean(store)
    assert len(drafts) == posted + 1
    assert len({draft.origin for draft in drafts}) == posted + 1
    available, allocated = (store.balances().get((account(NORTH, state), "NEW"), 0) for state in ("AVL", "ALC"))
    assert available >= 0 and allocated >= 0 and available + allocated == 4800
    running = 0
    for draft in drafts:
        running += sum(posting.amount for posting in draft.postings if posting.account == account(NORTH) and posting.dimension == "NEW")
        assert running >= 0
    store.close()


def hold(server, schema, book, met, answers):
    """Wait inside `writing` until all eight are inside theirs: who had to wait for another would never arrive."""
    store = open_ledger(server, schema)
    with store.writing([book]) as writing:
        met.wait(60)
        for _ in range(5):
            writing.append([moved(book, 4)])
    answers.put(book)
    store.close()


def test_eight_books_do_not_wait_for_each_other():
    books = [Book(f"37010{place}", "quota", "", "示例县") for place in range(8)]
    schema = new_schema()
    store = create(reached(), "t", books, schema)
    met = PROCESSES.Barrier(8)
    found = run_all(hold, [(reached(), schema, book.code, met) for book in books])
    assert sorted(found) == [book.code for book in books]
    assert {book.code: store.head(book.code).number for book in books} == {book.code: 5 for book in books}
    require_clean(store)
    store.close()


def transfer(server, schema, giver, taker, answers):
    store = open_ledger(server, schema)
    for place in range(40):
        with store.writing([giver, taker]) as writing:
            writing.append(
                [
                    moved(giver, 4, "AVL", "CLR", "transfer_out", transfer=f"{giver}-{place}"),
                    moved(taker, 4, "CLR", "AVL", "transfer_in", transfer=f"{giver}-{place}"),
                ]
            )
    answers.put(giver)
    store.close()


def test_transfers_in_opposite_directions_do_not_lock_each_other_up():
    schema = new_schema()
    store = create(reached(), "t", list(BOOKS), schema)
    with store.writing([NORTH, SOUTH, CITY]) as writing:
        writing.append([moved(NORTH, 400), moved(SOUTH, 400), moved(CITY, 400)])
    run_all(transfer, [(reached(), schema, *pair) for pair in ((NORTH, SOUTH), (SOUTH, NORTH), (CITY, NORTH), (SOUTH, CITY))])
    require_clean(store)
    sums = {place.book: amount for (place, dimension), amount in store.balances().items() if (place.state, dimension) == ("AVL", "NEW")}
    assert sum(sums.values()) == 1200
    assert sum(amount for (place, dimension), amount in store.balances().items() if place.state == "CLR") == 0
    store.close()


# ------------------------------------------------------------------------------------------------ trouble


@pytest.fixture
def own():
    """A server of its own, that a test may stop, and a ledger in it."""
    server = PrivateServer("max_connections=20", "fsync=on")
    parameters = {"host": str(server.folder), "dbname": "postgres", "user": server.user}
    store = create(parameters, "t", list(BOOKS), label="局里")
    yield server, parameters, store
    store.close()
    server.stop()


def one_sentence(error):
    text = str(error.value)
    assert text.endswith(".") and "\n" not in text and "Traceback" not in text and "psycopg2" not in text
    return text


def test_a_backend_that_is_killed_in_the_middle():
    store = create(reached(), "t", list(BOOKS), new_schema())
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    before = store.head(NORTH)
    for moment in range(3):
        with pytest.raises(InputError) as raised, store.writing([NORTH]) as writing:
            if moment:
                writing.append([moved(NORTH, 400)])
            if moment == 2:
                writing.put("project", "X", NORTH, {"name": "x"})
            _terminate(store.connection())
            if moment < 2:
                writing.append([moved(NORTH, 8)])
        assert "lost; nothing was posted" in one_sentence(raised)
        assert store.head(NORTH) == before and store.record("project", "X") is None
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 8)])
    assert store.head(NORTH).number == 2
    require_clean(store)
    store.close()


def _terminate(connection):
    """End the backend of a connection from another one, and wait until it is gone."""
    other = psycopg2.connect(**reached())
    other.autocommit = True
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", (connection.info.backend_pid,))
        assert cursor.fetchone()[0]
    other.close()


def test_a_connection_lost_while_it_slept_is_made_again():
    store = create(reached(), "t", list(BOOKS), new_schema())
    _terminate(store.connection())
    assert store.head(NORTH).number == 0
    _terminate(store.connection())
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    assert store.head(NORTH).number == 1
    store.close()


def test_a_server_stopped_at_once_while_posting(own):
    server, parameters, store = own
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    other = open_ledger(parameters)
    for round_ in range(3):
        told = []

        def post(told=told):
            try:
                while True:
                    with other.writing([NORTH]) as writing:
                        writing.append([moved(NORTH, 4), moved(NORTH, 8)])
            except InputError as error:
                told.append(str(error))
            finally:
                other.close()

        thread = threading.Thread(target=post)
        thread.start()
        time.sleep(0.15 + 0.1 * round_)
        server.halt(signal.SIGQUIT)
        thread.join(30)
        assert len(told) == 1 and "\n" not in told[0] and ("was lost" in told[0] or "can't be reached" in told[0]), told
        with pytest.raises(InputError) as raised:
            store.head(NORTH)
        assert "can't be reached" in one_sentence(raised)
        server.start()
        head = store.head(NORTH)
        assert head.number % 2 == 1
        require_clean(store)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    assert store.head(NORTH).number == head.number + 1


class HangUp(psycopg2.extensions.cursor):
    """A cursor whose server is lost at COMMIT: before it is heard there, or after it is done."""

    moment = ""

    def execute(self, sql, places=None):
        if sql != "COMMIT" or not HangUp.moment:
            return super().execute(sql, places)
        moment, HangUp.moment = HangUp.moment, ""
        if moment == "after":
            super().execute(sql, places)
        _terminate(self.connection)
        return super().execute("SELECT 1")


def test_the_fate_of_a_commit_is_asked_where_the_answer_is_lost():
    schema = new_schema()
    create(reached(), "t", list(BOOKS), schema).close()
    store = open_ledger(lambda: psycopg2.connect(**reached(), cursor_factory=HangUp), schema)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
        HangUp.moment = "after"
    assert store.head(NORTH).number == 1
    with pytest.raises(InputError) as raised, store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
        HangUp.moment = "before"
    assert "nothing was posted" in one_sentence(raised)
    assert store.head(NORTH).number == 1
    require_clean(store)
    store.close()


def test_a_commit_the_server_is_still_at_work_on_is_waited_for():
    """"Nothing was posted" is said of a transaction that was undone, never of one that is about to be committed."""
    store = create(reached(), "t", list(BOOKS), new_schema())
    for end in ("COMMIT", "ROLLBACK"):
        other = psycopg2.connect(**reached())
        with other.cursor() as cursor:
            cursor.execute("SELECT txid_current()::text")
            work = cursor.fetchone()[0]
        ending = threading.Timer(0.5, other.commit if end == "COMMIT" else other.rollback)
        ending.start()
        assert store._fate(work) == {"COMMIT": "committed", "ROLLBACK": "aborted"}[end]
        ending.join()
        other.close()
    store.close()


def test_waiting_for_a_lock_ends_with_a_sentence():
    schema = new_schema()
    store = create(reached(), "t", list(BOOKS), schema)
    other = open_ledger(reached(), schema)
    other.rows("SET lock_timeout = '200ms'; SELECT 1")
    with store.writing([NORTH]):
        with pytest.raises(InputError) as raised, other.writing([NORTH, SOUTH]):
            pass
        assert "locked by somebody else" in one_sentence(raised)
    with other.writing([NORTH, SOUTH]) as writing:
        writing.append([moved(NORTH, 4)])
    other.rows("SET statement_timeout = '200ms'; SELECT 1")
    with pytest.raises(InputError) as raised:
        other.rows("SELECT pg_sleep(5)")
    assert "took too long" in one_sentence(raised)
    other.close()
    store.close()
