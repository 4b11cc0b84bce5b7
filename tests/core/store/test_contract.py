"""What every store does, whichever it is: the same tests on all of them."""

from __future__ import annotations

import datetime
import hashlib
import threading

import pytest

from ....core.errors import FootingError, InputError
from ....core.ledger.model import Book, Draft, Posting
from ....core.store import VoucherQuery
from .made_ledgers import BOOKS, CITY, DAY, NORTH, SOUTH, account, moved, random_drafts, reversal
from .recomputed import balances_of, seal_of, turnover_of

GENESIS = "0" * 64


def post(store, *drafts, books=None):
    with store.writing(books or {draft.book for draft in drafts}) as writing:
        return writing.append(drafts)


def plain(balances):
    return {(*place, dimension): amount for (place, dimension), amount in balances.items()}


@pytest.fixture
def filled(made):
    """A ledger of 300 random vouchers in five blocks, and their drafts."""
    store, reopen = made()
    drafts = random_drafts(7, 300)
    for start in range(0, 300, 60):
        post(store, *drafts[start : start + 60])
    return store, reopen, drafts


# ------------------------------------------------------------------------------------------------ the ledger itself


def test_a_new_ledger_is_empty(made):
    store, reopen = made("台账", BOOKS)
    info = store.info()
    assert (info.title, info.schema_version) == ("台账", 1)
    assert len(info.uid) == 32 and info.uid != made()[0].info().uid
    assert datetime.datetime.strptime(info.created, "%Y-%m-%dT%H:%M:%SZ").year >= 2024
    assert list(store.books()) == list(BOOKS)
    assert store.head(CITY) == (0, GENESIS, 0, 0, GENESIS)
    assert store.count() == 0 and list(store.vouchers()) == [] and store.balances() == {}
    assert reopen().info() == info


def test_books_are_added_at_the_end_and_once(store):
    store.add_books([Book("370003", "reserve", "370003", "示例东县")])
    assert [book.code for book in store.books()] == [CITY, NORTH, SOUTH, "370003"]
    assert store.books()[-1].kind == "reserve"
    with pytest.raises(InputError):
        store.add_books([Book("370004", "quota", "370004", "示例西县"), Book(NORTH, "quota", NORTH, "又一个")])
    assert len(store.books()) == 4


def test_an_unknown_book_has_no_head_and_can_not_be_written(store):
    with pytest.raises(InputError, match="999999"):
        store.head("999999")
    with pytest.raises(InputError, match="999999"), store.writing(["999999"]):
        pass


# ------------------------------------------------------------------------------------------------ posting


def test_numbers_count_in_each_book(store):
    first = post(store, moved(NORTH, 800), moved(SOUTH, 400), moved(NORTH, 80))
    assert [(voucher.draft.book, voucher.number) for voucher in first] == [(NORTH, 1), (SOUTH, 1), (NORTH, 2)]
    assert [voucher.label for voucher in post(store, moved(NORTH, 8))] == ["370001-000003"]
    head = store.head(NORTH)
    assert (head.number, head.postings) == (3, 18)
    assert store.head(CITY).number == 0


def test_the_seal_is_that_of_the_written_rule(store):
    draft = Draft(
        NORTH,
        "issue",
        datetime.date(2023, 1, 15),
        (
            Posting(account(NORTH, "EXT"), "NEW", -21565000000),
            Posting(account(NORTH, "AVL", project="XM|1"), "NEW", 21565000000),
        ),
        doc_date=datetime.date(2022, 12, 30),
        doc_no="示例自然资发〔2023〕1号",
        reason="第一行\n第二行 \\ 竖线|回车\r完",
        operator="张三",
        origin="a.xlsx",
    )
    (voucher,) = post(store, draft)
    text = (
        f"{GENESIS}\nvoucher=1\nbook=370001\nnumber=1\nevent=issue\nnature=issue\nbook_date=2023-01-15\n"
        "doc_date=2022-12-30\ndoc_no=示例自然资发〔2023〕1号\nproject=\n"
        "reason=第一行\\n第二行 \\\\ 竖线\\p回车\\r完\noperator=张三\napproval=\ntransfer=\nreverses=\norigin=a.xlsx\n"
        f"recorded={voucher.recorded}\nposting=2023|CZ|EXT||NEW|-21565000000\n"
        "posting=2023|CZ|AVL|XM\\p1|NEW|21565000000"
    )
    assert voucher.previous == GENESIS
    assert voucher.hash == hashlib.sha256(text.encode("utf-8")).hexdigest() == store.head(NORTH).hash


def test_what_was_posted_is_read_back_and_chained(filled):
    store, reopen, drafts = filled
    for reader in (store, reopen()):
        for book in (CITY, NORTH, SOUTH):
            previous, own = GENESIS, [draft for draft in drafts if draft.book == book]
            chain = list(reader.chain(book))
            assert [voucher.draft for voucher in chain] == own
            assert [voucher.number for voucher in chain] == list(range(1, len(own) + 1))
            for voucher in chain:
                assert voucher.previous == previous
                assert voucher.hash == seal_of(previous, voucher)
                previous = voucher.hash
            head = reader.head(book)
            assert (head.number, head.hash) == (len(own), previous)
            assert head.postings == sum(len(draft.postings) for draft in own)


def test_unbalanced_is_refused_and_nothing_posted(store):
    good = moved(NORTH, 400)
    bad = Draft(NORTH, "issue", DAY, (*good.postings, Posting(account(NORTH), "CUL", 1)))
    for drafts in ([bad], [good, bad], [bad, good]):
        with pytest.raises(FootingError, match="CUL"):
            post(store, *drafts)
    with pytest.raises(FootingError):
        post(store, Draft(NORTH, "issue", DAY, ()))
    with pytest.raises(FootingError):
        post(store, Draft(NORTH, "issue", DAY, (Posting(account(NORTH), "NEW", 0),)))
    assert store.head(NORTH).number == 0 and store.count() == 0 and store.balances() == {}


def test_a_posting_of_another_book_or_of_no_whole_number_is_refused(store):
    pair = (Posting(account(NORTH, "EXT"), "NEW", -4), Posting(account(SOUTH), "NEW", 4))
    with pytest.raises(FootingError):
        post(store, Draft(NORTH, "issue", DAY, pair), books=(NORTH, SOUTH))
    halves = (Posting(account(NORTH, "EXT"), "NEW", -0.5), Posting(account(NORTH), "NEW", 0.5))
    with pytest.raises(FootingError):
        post(store, Draft(NORTH, "issue", DAY, halves))
    assert store.count() == 0


def test_a_book_that_was_not_asked_for_is_not_written(store):
    with pytest.raises(InputError, match=SOUTH), store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4), moved(SOUTH, 4)])
    assert store.count() == 0


def test_a_voucher_is_reversed_once(store):
    draft = moved(NORTH, 400)
    post(store, draft, moved(SOUTH, 8))
    post(store, reversal(1, draft))
    with pytest.raises(InputError, match="reversed"):
        post(store, reversal(1, draft))
    post(store, reversal(1, moved(SOUTH, 8)))
    assert (store.count(), store.balances()) == (4, {})


def test_a_failed_block_leaves_nothing(filled):
    store, reopen, _ = filled
    before = [store.head(book) for book in (CITY, NORTH, SOUTH)]
    sums, turns = plain(store.balances()), sorted(store.turnover())
    with pytest.raises(RuntimeError), store.writing([NORTH, SOUTH]) as writing:
        writing.append([moved(NORTH, 999, year=1999), moved(SOUTH, 7)])
        writing.put("project", "XM-9", NORTH, {"name": "示例"})
        writing.append([moved(NORTH, 4)])
        raise RuntimeError
    for reader in (store, reopen()):
        assert [reader.head(book) for book in (CITY, NORTH, SOUTH)] == before
        assert plain(reader.balances()) == sums and sorted(reader.turnover()) == turns
        assert reader.count() == 300 and reader.record("project", "XM-9") is None
    (voucher,) = post(store, moved(NORTH, 4))
    assert (voucher.number, voucher.previous) == (before[1].number + 1, before[1].hash)


def test_the_block_sees_what_it_appended(store):
    post(store, moved(NORTH, 100))
    with store.writing([NORTH]) as writing:
        assert writing.balance(account(NORTH), "NEW") == 100
        assert writing.balance(account(SOUTH), "NEW") == 0
        (second,) = writing.append([moved(NORTH, 60)])
        assert writing.balance(account(NORTH), "NEW") == 160
        assert writing.balances()[account(NORTH), "AGR"] == 80
        assert writing.head(NORTH).hash == second.hash
        (third,) = writing.append([moved(NORTH, 8, give="AVL", take="ALC", event="allocate", project="XM-1")])
        assert third.previous == second.hash
        assert writing.balance(account(NORTH, "ALC", project="XM-1"), "CUL") == 2
    assert store.balances([NORTH])[account(NORTH), "NEW"] == 152


# ------------------------------------------------------------------------------------------------ balances, turnover


def test_balances_are_the_sums_of_the_postings(filled):
    store, reopen, drafts = filled
    for reader in (store, reopen()):
        assert plain(reader.balances()) == balances_of(drafts)
        assert plain(reader.balances([NORTH, CITY])) == balances_of(drafts, {NORTH, CITY})


def test_balances_at_the_end_of_a_day(filled):
    store, _, drafts = filled
    days = sorted({draft.book_date for draft in drafts})
    for day in (days[0] - datetime.timedelta(days=1), days[0], days[len(days) // 2], days[-1]):
        assert plain(store.balances(until=day)) == balances_of(drafts, until=day)
        assert plain(store.balances([SOUTH], day)) == balances_of(drafts, {SOUTH}, day)


def test_a_balance_that_came_to_nothing_is_not_listed(store):
    post(store, moved(NORTH, 100), moved(NORTH, 100, give="AVL", take="EXT", event="reclaim"))
    assert store.balances() == {} and store.balances(until=DAY) == {}


def test_turnover_is_that_of_the_postings(filled):
    store, _, drafts = filled
    found = {
        (*turn.account, turn.dimension, turn.book_month, turn.doc_month, turn.nature): [turn.received, turn.spent]
        for turn in store.turnover()
    }
    assert found == turnover_of(drafts)
    north = store.turnover([NORTH])
    assert north and len(north) == sum(place[0] == NORTH for place in found)
    assert {turn.account.book for turn in north} == {NORTH}


def test_a_reversal_takes_away_from_the_side_it_undoes(store):
    draft = moved(NORTH, 100, doc_date=datetime.date(2022, 12, 31))
    post(store, draft, reversal(1, draft))
    sides = {
        (turn.account.state, turn.doc_month): (turn.received, turn.spent)
        for turn in store.turnover()
        if turn.dimension == "NEW" and turn.nature == "issue"
    }
    assert sides == {
        ("EXT", "2022-12"): (0, 100), ("AVL", "2022-12"): (100, 0),
        ("EXT", "2023-03"): (0, -100), ("AVL", "2023-03"): (-100, 0),
    }  # fmt: skip


def test_a_year_is_a_sum_of_months(filled):
    store, _, drafts = filled
    end = datetime.date(2022, 12, 31)
    sums = {}
    for turn in store.turnover():
        if turn.book_month <= "2022-12":
            place = (*turn.account, turn.dimension)
            sums[place] = sums.get(place, 0) + turn.received - turn.spent
    assert {place: total for place, total in sums.items() if total} == balances_of(drafts, until=end)


# ------------------------------------------------------------------------------------------------ queries


def has(draft, **wanted):
    return any(
        all(getattr(posting.account, key) == value for key, value in wanted.items()) for posting in draft.postings
    )


HALF = datetime.date(2022, 9, 1)
QUERIES = {
    "all": (VoucherQuery(), lambda d, n: True),
    "one book": (VoucherQuery(books=[NORTH]), lambda d, n: d.book == NORTH),
    "two books": (VoucherQuery(books=(NORTH, CITY)), lambda d, n: d.book in (NORTH, CITY)),
    "events": (VoucherQuery(events={"use", "reverse"}), lambda d, n: d.event in ("use", "reverse")),
    "since": (VoucherQuery(since=HALF), lambda d, n: d.book_date >= HALF),
    "until": (VoucherQuery(until=HALF), lambda d, n: d.book_date <= HALF),
    "year": (VoucherQuery(year=2021), lambda d, n: has(d, year=2021)),
    "source": (VoucherQuery(source="YZ"), lambda d, n: has(d, source="YZ")),
    "state": (VoucherQuery(state="PEN"), lambda d, n: has(d, state="PEN")),
    "one posting with all": (
        VoucherQuery(year=2022, source="ZX", state="RES"), lambda d, n: has(d, year=2022, source="ZX", state="RES"),
    ),
    "project": (VoucherQuery(project="XM-002"), lambda d, n: d.project == "XM-002"),
    "approval": (VoucherQuery(approval="示例政土字〔2023〕3号"), lambda d, n: d.approval == "示例政土字〔2023〕3号"),
    "document": (VoucherQuery(doc_no="a_b"), lambda d, n: d.doc_no == "a_b"),
    "no transfer": (VoucherQuery(transfer="T-1"), lambda d, n: False),
    "text": (VoucherQuery(text="年度计划"), lambda d, n: "年度计划" in d.reason),
    "text of the operator": (VoucherQuery(text="李四"), lambda d, n: d.operator == "李四"),
    "text with a per cent": (VoucherQuery(text="0%"), lambda d, n: "0%" in d.doc_no),
    "text with an underline": (VoucherQuery(text="a_"), lambda d, n: "a_" in d.doc_no),
    "numbers": (VoucherQuery(numbers=[1, 17, 400]), lambda d, n: n in (1, 17)),
    "all at once": (
        VoucherQuery(books=[NORTH, SOUTH], events=["issue", "use"], since=HALF, state="AVL", text="三"),
        lambda d, n: d.book != CITY and d.event in ("issue", "use") and d.book_date >= HALF and has(d, state="AVL")
        and d.operator == "张三",
    ),
}  # fmt: skip


def expected(drafts, wanted):
    numbers, found = {}, []
    for draft in drafts:
        numbers[draft.book] = numbers.get(draft.book, 0) + 1
        if wanted(draft, numbers[draft.book]):
            found.append((draft.book_date, draft.book, numbers[draft.book]))
    return sorted(found)


def test_queries(filled):
    store, _, drafts = filled
    for name, (query, wanted) in QUERIES.items():
        right = expected(drafts, wanted)
        assert right or name == "no transfer", name
        found = [(voucher.draft.book_date, voucher.draft.book, voucher.number) for voucher in store.vouchers(query)]
        assert found == right, name
        assert store.count(query) == len(right), name


def test_newest_first_and_a_page(filled):
    store, _, drafts = filled
    right = expected(drafts, lambda d, n: True)
    for newest_first in (False, True):
        page = VoucherQuery(newest_first=newest_first, limit=25, offset=40)
        found = [(voucher.draft.book_date, voucher.draft.book, voucher.number) for voucher in store.vouchers(page)]
        assert found == (right[::-1] if newest_first else right)[40:65]
        assert all(voucher.draft.postings for voucher in store.vouchers(page))


def test_a_transfer_is_found_in_both_books(store):
    pair = [
        moved(CITY, 50, give="AVL", take="CLR", event="transfer_out", transfer="T-1"),
        moved(NORTH, 50, give="CLR", take="AVL", event="transfer_in", transfer="T-1"),
    ]
    post(store, *pair, moved(NORTH, 1, transfer="T-2"))
    assert {voucher.draft for voucher in store.vouchers(VoucherQuery(transfer="T-1"))} == set(pair)


def test_text_that_tries_to_be_sql_is_text(store):
    nasty = "'; DROP TABLE voucher; --"
    post(store, moved(NORTH, 4, reason=nasty, doc_no="%", project="_"))
    assert store.count(VoucherQuery(text="DROP TABLE")) == 1
    assert store.count(VoucherQuery(project=nasty)) == 0
    assert [voucher.draft.reason for voucher in store.chain(NORTH)] == [nasty]


def test_origins(filled):
    store, _, drafts = filled
    given = [draft.origin for draft in drafts if draft.origin]
    assert store.origins([*given, "other.xlsx", ""]) == set(given)
    assert store.origins([]) == set()
    assert store.origins([f"none {n}" for n in range(5000)]) == set()


def test_an_origin_is_posted_once(store):
    post(store, moved(NORTH, 4, origin="a.xlsx!3"), moved(NORTH, 4), moved(NORTH, 4))
    with pytest.raises(InputError, match="already"):
        post(store, moved(SOUTH, 4, origin="a.xlsx!3"))
    assert store.count() == 3


# ------------------------------------------------------------------------------------------------ records

VALUES = {"name": "示例项目|一", "area": 29556000, "done": False, "note": None, "stage": "报批\n中"}


def test_a_record_has_versions(made):
    store, reopen = made()
    with store.writing([NORTH]) as writing:
        first = writing.put("project", "XM-1", NORTH, VALUES, "张三")
        second = writing.put("project", "XM-1", NORTH, {**VALUES, "done": True}, "李四")
        other = writing.put("project", "XM-2", NORTH, {"name": "二"})
    assert [(r.version, r.number) for r in (first, second, other)] == [(1, 1), (2, 2), (1, 3)]
    for reader in (store, reopen()):
        assert reader.records("project") == [second, other]
        assert reader.records("project", history=True) == [first, second, other]
        assert reader.record("project", "XM-1") == second
        assert reader.record("project", "XM-1").values == {**VALUES, "done": True}
        assert list(reader.record_chain(NORTH)) == [first, second, other]
        assert reader.record("project", "XM-3") is None and reader.record("approval", "XM-1") is None


def test_a_removed_record_is_gone_but_known(store):
    with store.writing([NORTH]) as writing:
        writing.put("project", "XM-1", NORTH, {"name": "一"})
        gone = writing.put("project", "XM-1", NORTH, {}, removed=True)
    assert store.record("project", "XM-1") is None and store.records("project") == []
    assert [record.removed for record in store.records("project", history=True)] == [False, True]
    with store.writing([NORTH]) as writing:
        back = writing.put("project", "XM-1", NORTH, {"name": "又"})
    assert (back.version, back.previous) == (3, gone.hash)
    assert store.records("project") == [back]


def test_records_of_some_books(store):
    with store.writing([NORTH, SOUTH]) as writing:
        writing.put("project", "N", NORTH, {"name": "北"})
        writing.put("project", "S", SOUTH, {"name": "南"})
        writing.put("source", "CZ", SOUTH, {"name": "存增挂钩"})
    assert [record.key for record in store.records("project")] == ["N", "S"]
    assert [record.key for record in store.records("project", [SOUTH])] == ["S"]
    assert [record.key for record in store.record_chain(SOUTH)] == ["S", "CZ"]


def test_the_seal_of_a_record_is_that_of_the_written_rule(store):
    with store.writing([NORTH]) as writing:
        first = writing.put("project", "XM-1", NORTH, {"b": 'x"y|z', "a": 1, "c": None}, "张三")
        second = writing.put("project", "XM-1", NORTH, {}, removed=True)
    text = (
        f"{GENESIS}\nrecord=1\nbook=370001\nnumber=1\nregister=project\nkey=XM-1\nversion=1\nremoved=0\n"
        f'operator=张三\nrecorded={first.recorded}\nvalues={{"a":1,"b":"x\\\\"y\\pz","c":null}}'
    )
    assert first.hash == hashlib.sha256(text.encode()).hexdigest()
    text = (
        f"{first.hash}\nrecord=1\nbook=370001\nnumber=2\nregister=project\nkey=XM-1\nversion=2\nremoved=1\n"
        f"operator=\nrecorded={second.recorded}\nvalues={{}}"
    )
    assert second.hash == hashlib.sha256(text.encode()).hexdigest()
    head = store.head(NORTH)
    assert (head.record_number, head.record_hash, head.number) == (2, second.hash, 0)


# ------------------------------------------------------------------------------------------------ many at once


def test_two_threads_post_into_one_book(store):
    trouble = []
    start = threading.Barrier(2)

    def run(mark):
        try:
            start.wait()
            for place in range(25):
                with store.writing([NORTH]) as writing:
                    before = writing.balance(account(NORTH), "NEW")
                    writing.append([moved(NORTH, 4, origin=f"{mark}-{place}")])
                    assert writing.balance(account(NORTH), "NEW") == before + 4
        except BaseException as error:
            trouble.append(error)
        finally:
            store.close()

    threads = [threading.Thread(target=run, args=(mark,)) for mark in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    chain = list(store.chain(NORTH))
    assert [voucher.number for voucher in chain] == list(range(1, 51))
    assert {voucher.draft.origin for voucher in chain} == {f"{mark}-{place}" for mark in "ab" for place in range(25)}
    assert plain(store.balances()) == balances_of([voucher.draft for voucher in chain])
    assert store.balances()[account(NORTH), "NEW"] == 200
    previous = GENESIS
    for voucher in chain:
        assert voucher.previous == previous
        previous = voucher.hash


def test_reading_goes_on_while_somebody_writes(made):
    store, reopen = made()
    post(store, moved(NORTH, 100))
    reader = reopen()
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 60)])
        seen = []

        def read():
            seen.append(reader.balances()[account(NORTH), "NEW"])
            reader.close()

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert seen == [100]
    assert reader.balances()[account(NORTH), "NEW"] == 160
