"""What each role may do in a ledger on PostgreSQL, tried with real logins: through the store, and past it with SQL."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import secrets

import psycopg2
import pytest

from ....core.errors import InputError, OutputError
from ....core.ledger.chain import sealed_record, sealed_voucher, values_text
from ....core.ledger.model import Posting, Record
from ....core.quota.ledger import Quarter, QuotaLedger
from ....core.quota.request import Request
from ....core.quota.vocabulary import Event, QuotaAmount
from ....core.rules import load_rules
from ....core.store.postgresql import create, open_ledger
from ....core.store.postgresql_roles import grant_auditor, grant_city, grant_county, revoke
from ....core.store.verify import verify
from .made_ledgers import BOOKS, CITY, NORTH, SOUTH, account, moved
from .postgresql_server import new_schema, reached, running

RECORDED = "2023-03-14T08:00:00Z"


class Office:
    """A ledger with a role, and a login that is a member of it, for each county, the city and the auditor."""

    def __init__(self):
        mark = secrets.token_hex(3)
        self.schema = new_schema()
        self.roles = {name: f"{name} 局 {mark}" for name in ("north", "south", "city", "auditor", "stranger")}
        for name, role in self.roles.items():
            running().run_sql(f'CREATE ROLE "{role}"; CREATE ROLE "{name}_{mark}" LOGIN IN ROLE "{role}"')
        self.logins = {name: f"{name}_{mark}" for name in self.roles}
        books = [dataclasses.replace(book, kind="quota") for book in BOOKS]  # so that H2 holds
        self.owner = create(reached(), "台账", books, self.schema)
        grant_county(self.owner, NORTH, self.roles["north"])
        grant_county(self.owner, SOUTH, self.roles["south"])
        grant_city(self.owner, self.roles["city"])
        grant_auditor(self.owner, self.roles["auditor"])
        self.opened = [self.owner]

    def store(self, name):
        self.opened.append(open_ledger(reached(self.logins[name]), self.schema))
        return self.opened[-1]

    def run(self, name, sql, places=()):
        """A statement of psql: rows, or psycopg2.Error."""
        login = {"owner": "ledger_owner", "superuser": running().user}.get(name) or self.logins[name]
        connection = psycopg2.connect(**reached(login))
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute("SELECT set_config('search_path', quote_ident(%s), false)", (self.schema,))
                for statement in [sql] if isinstance(sql, str) else sql:
                    cursor.execute(statement, places)
                return cursor.fetchall() if cursor.description else None
        finally:
            connection.close()

    def close(self):
        for store in self.opened:
            store.close()


@pytest.fixture(scope="module")
def office():
    made = Office()
    city = made.store("city")
    with city.writing([CITY, NORTH, SOUTH]) as writing:
        writing.append([moved(NORTH, 1000), moved(SOUTH, 2000), moved(CITY, 4000)])
        writing.put("source", "CZ", CITY, {"name": "存增挂钩"})
        writing.put("project", "S-1", SOUTH, {"name": "南"})
        writing.put("project", "N-1", NORTH, {"name": "北"})
    yield made
    made.close()


def rejects(office, name, sql, *reasons, places=()):
    with pytest.raises(psycopg2.Error) as raised:
        office.run(name, sql, places)
    assert any(reason in str(raised.value) for reason in reasons), str(raised.value)


def seen(store):
    return (
        {book.code for book in store.books()},
        {voucher.draft.book for voucher in store.vouchers()},
        {place.book for place, _ in store.balances()},
        {turn.account.book for turn in store.turnover()},
        {record.key for record in store.records("project")},
        {record.key for record in store.records("source")},
    )


ALL = {CITY, NORTH, SOUTH}
EVERYTHING = (ALL, ALL, ALL, ALL, {"N-1", "S-1"}, {"CZ"})


def test_who_sees_what(office):
    only_north = ({NORTH}, {NORTH}, {NORTH}, {NORTH}, {"N-1"}, {"CZ"})
    assert seen(office.store("north")) == only_north
    assert seen(office.store("city")) == seen(office.store("auditor")) == seen(office.owner) == EVERYTHING
    assert list(office.store("north").chain(SOUTH)) == [] and office.store("north").count() >= 1
    with pytest.raises(InputError, match=SOUTH):
        office.store("north").head(SOUTH)
    with pytest.raises(InputError):
        office.store("stranger")


def test_postings_of_another_county_are_not_seen_by_sql(office):
    for table in ("posting", "balance", "turnover"):
        own = f"SELECT count(*) FROM {table} t JOIN account a ON a.id = t.account_id WHERE a.book = '370001'"
        (mine,), (all_,) = office.run("owner", own)[0], office.run("owner", f"SELECT count(*) FROM {table}")[0]
        assert all_ > mine > 0
        assert office.run("north", f"SELECT count(*) FROM {table}") == [(mine,)], table
    for table in ("voucher", "account", "book"):
        column = "code" if table == "book" else "book"
        assert office.run("north", f"SELECT count(*) FROM {table} WHERE {column} <> '370001'") == [(0,)]


def test_a_county_posts_into_its_book_only(office):
    north = office.store("north")
    before = north.head(NORTH)
    with north.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 40, give="AVL", take="ALC", event="allocate", project="N-1")])
        writing.put("project", "N-1", NORTH, {"name": "北", "level": 1})
    after = north.head(NORTH)
    assert (after.number, after.record_number) == (before.number + 1, before.record_number + 1)
    for books in ([SOUTH], [NORTH, SOUTH], [CITY]):
        with pytest.raises(InputError, match="may be written"), north.writing(books):
            pass


def test_the_city_transfers_between_counties(office):
    city = office.store("city")
    with city.writing([NORTH, SOUTH]) as writing:
        writing.append(
            [
                moved(SOUTH, 20, give="AVL", take="CLR", event="transfer_out", transfer="T"),
                moved(NORTH, 20, give="CLR", take="AVL", event="transfer_in", transfer="T"),
            ]
        )
    clearing = [amount for (place, _), amount in city.balances().items() if place.state == "CLR"]
    assert clearing and sum(clearing) == 0


def test_an_auditor_posts_nothing(office):
    auditor = office.store("auditor")
    with pytest.raises(InputError), auditor.writing([NORTH]):
        pass
    rejects(office, "auditor", "INSERT INTO account (book, year, source, state, project) VALUES ('370001', 1, '', '', '')",
            "permission denied")  # fmt: skip


def test_an_auditor_who_is_a_clerk_of_a_county_too(office):
    """Both roles' rights, not their product: all is seen, one book is posted into."""
    login = f"both_{secrets.token_hex(3)}"
    running().run_sql(f'CREATE ROLE {login} LOGIN IN ROLE "{office.roles["auditor"]}", "{office.roles["north"]}"')
    office.logins[login] = login
    store = office.store(login)
    assert {book.code for book in store.books()} == ALL
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])
    with pytest.raises(InputError, match="may be written"), store.writing([SOUTH]):
        pass
    rejects(office, login, posted_by_sql(office, login, issue(4, SOUTH)), "row-level security")
    rejects(office, login, record_by_sql(office, SOUTH, "S-9", 1), "row-level security")


# ------------------------------------------------------------------------------------------------ past the plugin


def posted_by_sql(office, name, draft, number=None, seal=None, previous=None, postings=None, book_of_accounts=None):
    """The statements of a voucher typed into psql, sealed as it should be where nothing else is said."""
    head = office.owner.head(draft.book)
    number = head.number + 1 if number is None else number
    previous = head.hash if previous is None else previous
    seal = sealed_voucher(previous, number, draft, RECORDED) if seal is None else seal
    columns = ("book, number, event, nature, book_date, doc_no, project, reason, operator, approval, transfer, recorded, "
               "previous, hash")  # fmt: skip
    values = (
        f"'{draft.book}', {number}, '{draft.event}', '{draft.nature}', '{draft.book_date}', '', '{draft.project}', '', '', '',"
        f" '', '{RECORDED}', '{previous}', '{seal}'"
    )
    known = {
        (*row[1:4], row[4], row[5]): row[0]
        for row in office.run("owner", "SELECT id, book, year, source, state, project FROM account")
    }
    rows = []
    for line, (place, dimension, amount) in enumerate(draft.postings if postings is None else postings, 1):
        key = known[tuple(place)]
        rows.append(
            f"((SELECT max(id) FROM voucher WHERE book = '{draft.book}'), {line}, {key}, '{dimension}', {amount})"
        )
    statements = [f"INSERT INTO voucher ({columns}) VALUES ({values})"]
    if rows:
        statements.append(
            "INSERT INTO posting (voucher_id, line, account_id, dimension, amount) VALUES " + ", ".join(rows)
        )
    return statements


def issue(amount, book=NORTH):
    return moved(book, amount, day=datetime.date(2023, 4, 1))


def test_a_right_voucher_passes_by_sql_too(office):
    before = office.owner.head(NORTH).number
    office.run("north", posted_by_sql(office, "north", issue(400)))
    assert office.owner.head(NORTH).number == before + 1
    assert list(office.owner.chain(NORTH))[-1].draft == issue(400)


def test_cheats_with_sql_are_refused(office):
    good = issue(400)
    short = dataclasses.replace(good, postings=good.postings[:-1])
    alone = dataclasses.replace(good, postings=(Posting(account(NORTH), "NEW", 0),))
    below = moved(NORTH, 10**9, give="AVL", take="EXT", event="reclaim")
    before, sums = office.owner.head(NORTH), office.owner.balances()
    for name in ("north", "city", "owner", "superuser"):
        for reason, sql in {
            "does not continue": posted_by_sql(office, name, good, number=before.number + 2),
            "does not  continue": posted_by_sql(office, name, good, number=before.number),
            "continue its book": posted_by_sql(office, name, good, previous="0" * 64),
            "the seal of voucher": posted_by_sql(office, name, good, seal=hashlib.sha256(b"x").hexdigest()),
            "the seal of": posted_by_sql(office, name, good, postings=good.postings[::-1]),
            "has no postings": posted_by_sql(office, name, good, postings=()),
            "does not balance": posted_by_sql(office, name, short),
            "not balance": posted_by_sql(office, name, alone),
            "wrong side": posted_by_sql(office, name, below),
        }.items():
            rejects(office, name, sql, reason.replace("  ", " "), "duplicate key")
    assert (office.owner.head(NORTH), office.owner.balances()) == (before, sums)


def test_nothing_is_added_to_a_voucher_of_before(office):
    extra = (
        "INSERT INTO posting (voucher_id, line, account_id, dimension, amount) SELECT p.voucher_id, p.line + 100, p.account_id, "
        "p.dimension, p.amount FROM posting p JOIN voucher v ON v.id = p.voucher_id WHERE v.book = '370001' AND v.number = 1"
    )
    for name in ("north", "owner", "superuser"):
        rejects(office, name, extra, "posted before")


def test_a_posting_on_an_account_of_another_county_is_refused(office):
    stolen = tuple(Posting(place._replace(book=SOUTH), dimension, amount) for place, dimension, amount in issue(4).postings)
    sql = posted_by_sql(office, "north", issue(4), postings=stolen)
    rejects(office, "north", sql, "row-level security")
    rejects(office, "city", sql, "another book")
    other = posted_by_sql(office, "north", issue(4, SOUTH))
    rejects(office, "north", other[:1], "row-level security")
    opened = "INSERT INTO account (book, year, source, state, project) VALUES ('370002', 2030, 'CZ', 'AVL', '')"
    rejects(office, "north", opened, "row-level security")


@pytest.mark.parametrize("table", ["voucher", "posting", "record", "account", "balance", "turnover", "book", "ledger"])
def test_nobody_changes_or_empties_a_table(office, table):
    column = {"ledger": "name", "book": "code", "posting": "dimension", "balance": "dimension", "turnover": "nature"}.get(
        table, "book"
    )
    changes = [f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"]
    if table != "ledger":
        changes.append(f"UPDATE {table} SET {column} = {column}")
    for sql in changes:
        for name in ("north", "city", "auditor"):
            rejects(office, name, sql, "permission denied")
        for name in ("owner", "superuser"):
            rejects(office, name, sql, "never changed", "itself")
    for name in ("north", "city", "auditor"):
        rejects(office, name, f"DROP TABLE {table}", "must be owner")
        rejects(office, name, f"ALTER TABLE {table} DISABLE TRIGGER ALL", "must be owner")
        rejects(office, name, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY", "must be owner")


def test_sums_are_not_typed_in(office):
    for sql in (
        "UPDATE balance SET amount = amount + 1",
        "INSERT INTO balance SELECT account_id, 'X', 1 FROM balance LIMIT 1",
        "UPDATE turnover SET received = 0",
        "UPDATE book SET number = 0, hash = repeat('0', 64)",
        "UPDATE book SET awaiting = 1",
        "INSERT INTO book (code, kind, holder, name, number, hash, postings, record_number, record_hash) "
        "VALUES ('x', 'quota', 'x', 'x', 7, repeat('0', 64), 0, 0, repeat('0', 64))",
    ):
        for name in ("north", "city", "auditor"):
            rejects(office, name, sql, "permission denied")
        rejects(office, "owner", sql, "itself", "begins empty")


def test_triggers_that_refuse_fire_where_triggers_are_left_out(office):
    for table in ("voucher", "posting", "record"):
        rejects(office, "superuser", ["SET session_replication_role = replica", f"DELETE FROM {table}"], "never changed")


def test_rights_can_not_be_taken(office):
    for sql in (
        "DROP TRIGGER posted ON voucher",
        "CREATE OR REPLACE FUNCTION posts(wanted text) RETURNS boolean LANGUAGE sql RETURN true",
        "DROP POLICY seen ON voucher",
        "INSERT INTO access VALUES (current_user, 'city')",
        "UPDATE book SET role = current_user",
        "DELETE FROM held",
        "CREATE TABLE voucher2 (id integer)",
        "UPDATE ledger SET value = '9'",
    ):
        for name in ("north", "city", "auditor"):
            rejects(office, name, sql, "permission denied", "must be owner")


def test_a_table_of_the_same_name_does_not_deceive(office):
    """A temporary table `book` that says another thing is not what triggers and policies read."""
    false_friend = [
        "CREATE TEMPORARY TABLE book (code text, role text, number integer, hash text)",
        "INSERT INTO pg_temp.book VALUES ('370002', '', 0, repeat('0', 64))",
        "SET search_path = pg_temp",
        f'SELECT count(*) FROM {_quoted(office.schema)}.voucher WHERE book <> \'370001\'',
    ]
    assert office.run("north", false_friend) == [(0,)]


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def record_by_sql(office, book, key, version, head=None, register="project", values=None):
    head = head or office.owner.head(book)
    values = dict(values or {"name": "x"})
    removed = bool(values.pop("removed", False))
    record = Record(register, key, book, version, values, "", RECORDED, removed, head.record_number + 1, head.record_hash)
    return (
        "INSERT INTO record (book, number, register, key, version, content, operator, recorded, removed, previous, hash) VALUES "
        f"('{book}', {record.number}, '{register}', '{key}', {version}, '{values_text(values)}', '', '{RECORDED}', "
        f"{int(removed)}, '{record.previous}', '{sealed_record(head.record_hash, record)}')"
    )


def test_a_county_closes_a_quarter_and_does_not_open_it_again(office):
    key, closed = f"{NORTH}:2023Q1", {"book": NORTH, "quarter": "2023Q1", "state": "closed"}
    office.run("north", record_by_sql(office, NORTH, key, 1, register="quarter", values=closed))
    for change in ({"state": "open"}, {"removed": True}, {"quarter": "2022Q4"}, {"book": SOUTH}, {"state": None}):
        again = record_by_sql(office, NORTH, key, 2, register="quarter", values={**closed, **change})
        rejects(office, "north", again, "opened by the city only")
    north = office.store("north")
    with pytest.raises(InputError, match="Only the city can reopen"), north.writing([NORTH]) as writing:
        writing.put("quarter", key, NORTH, {**closed, "state": "open"})
    office.run("city", record_by_sql(office, NORTH, key, 2, register="quarter", values={**closed, "state": "open"}))


@pytest.mark.parametrize("register", ["ceiling", "source", "holder"])
def test_a_county_gives_itself_no_ceiling(office, register):
    """What holds for a county is not the county's to write: its ceiling, and the lists that all read."""
    row = record_by_sql(office, NORTH, f"{NORTH}:2023", 1, register=register)
    rejects(office, "north", row, "kept by the city only")
    north = office.store("north")
    with pytest.raises(InputError, match=f"{register} of the ledger"), north.writing([NORTH]) as writing:
        writing.put(register, f"{NORTH}:2023", NORTH, {"area": 1})
    office.run("city", row)
    assert north.record(register, f"{NORTH}:2023").version == 1


def test_a_code_that_another_county_uses_is_one_sentence(office):
    north = office.store("north")
    assert north.record("project", "S-7") is None
    with office.store("south").writing([SOUTH]) as writing:
        writing.put("project", "S-7", SOUTH, {"name": "南"})
    with pytest.raises(InputError, match="by another holder"), north.writing([NORTH]) as writing:
        writing.put("project", "S-7", NORTH, {"name": "北"})


def test_a_county_at_work():
    """It closes its quarter, and neither opens it again nor reverses the half of a transfer: it does not see the other
    book, and the quota would be nowhere."""
    made = Office()
    try:
        day = datetime.date(2023, 5, 10)
        city = QuotaLedger(made.store("city"), load_rules(), lambda: day)
        values = {"doc_no": "示例1号", "source": "ZC"}
        city.post([Request(Event.ISSUE, CITY, day, QuotaAmount(5_000_000), **values)])
        city.post([Request(Event.TRANSFER_OUT, CITY, day, QuotaAmount(2_000_000), to_holder=NORTH, **values)])
        north = QuotaLedger(made.store("north"), load_rules(), lambda: day)
        with pytest.raises(InputError, match="one side of a transfer"):
            north.reverse(NORTH, 1, day, "误记", "示例")
        assert len(city.reverse(NORTH, 1, day, "误记", "示例").vouchers) == 2
        assert north.close_quarter(Quarter(2023, 2), [NORTH], "示例")[0].closed
        with pytest.raises(InputError, match="Only the city"):
            north.reopen_quarter(Quarter(2023, 2), [NORTH], "补记", "示例")
        assert not city.reopen_quarter(Quarter(2023, 2), [NORTH], "补记", "示例")[0].closed
        assert not verify(made.owner).findings
    finally:
        made.close()


def test_a_row_of_another_county_is_not_taken_over(office):
    rejects(office, "north", record_by_sql(office, NORTH, "S-1", 2), "belongs to another book")
    rejects(office, "north", record_by_sql(office, NORTH, "N-9", 2), "another version")
    rejects(office, "north", record_by_sql(office, SOUTH, "S-9", 1), "row-level security")
    rejects(office, "north", record_by_sql(office, NORTH, "N-9", 1).replace("08:00", "08:01"), "does not continue")
    head = office.owner.head(NORTH)
    for wrong in (head._replace(record_number=head.record_number + 1), head._replace(record_hash="0" * 64)):
        rejects(office, "north", record_by_sql(office, NORTH, "N-9", 1, wrong), "does not continue")
    north = office.store("north")
    with pytest.raises(InputError), north.writing([NORTH]) as writing:
        writing.put("project", "S-1", NORTH, {"name": "ours now"})
    office.run("city", record_by_sql(office, NORTH, "S-1", 2))
    assert north.record("project", "S-1").version == 2


def test_a_role_that_was_taken_back_sees_nothing(office):
    mark = secrets.token_hex(3)
    running().run_sql(f"CREATE ROLE clerk_{mark} LOGIN")
    grant_city(office.owner, f"clerk_{mark}")
    store = open_ledger(reached(f"clerk_{mark}"), office.schema)
    assert len(store.books()) == 3
    revoke(office.owner, f"clerk_{mark}")
    with pytest.raises(InputError, match="your role may not see it"):
        store.books()
    store.close()
    with pytest.raises(InputError, match="no role"):
        grant_city(office.owner, "nobody of that name")


def test_who_may_not_make_a_schema_makes_no_ledger(office):
    with pytest.raises(InputError, match="database role") as raised:
        create(reached(office.logins["stranger"]), "t", list(BOOKS), new_schema())
    assert "\n" not in str(raised.value)


def test_a_database_without_unicode_takes_no_ledger():
    name = f"plain_{secrets.token_hex(3)}"
    running().run_sql(f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(OutputError, match="Unicode"):
        create(reached(running().user, dbname=name), "t", list(BOOKS), new_schema())


def test_a_role_that_no_longer_exists_stops_nobody():
    mark = secrets.token_hex(3)
    running().run_sql(f"CREATE ROLE gone_{mark}; CREATE ROLE stays_{mark} LOGIN")
    store = create(reached(), "t", [dataclasses.replace(book, role=f"never_{mark}") for book in BOOKS], new_schema())
    grant_county(store, NORTH, f"stays_{mark}")
    grant_county(store, SOUTH, f"gone_{mark}")
    running().run_sql(f"DROP OWNED BY gone_{mark}; DROP ROLE gone_{mark}")
    reader = open_ledger(reached(f"stays_{mark}"), store.schema)
    assert [book.code for book in reader.books()] == [NORTH]
    reader.close()
    store.close()


@pytest.mark.parametrize(
    ("done", "found"),
    [
        ("ALTER TABLE voucher DISABLE TRIGGER posted", "The trigger voucher.posted is switched off"),
        ("DROP TRIGGER never ON posting", "The trigger posting.never is gone"),
        ("ALTER TABLE balance DISABLE ROW LEVEL SECURITY", "Row security of the table balance is switched off"),
        ("DROP POLICY seen ON record", "The row policy record.seen is gone"),
        ("CREATE POLICY wide ON voucher FOR SELECT USING (true)", "The row policy voucher.wide does not belong"),
        (
            "CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
            "The function never was changed",
        ),
        ("DELETE FROM held WHERE state = 'AVL'", "The table held was changed"),
        ("UPDATE held SET side = -side WHERE state = 'USE'", "The table held was changed"),
    ],
)
def test_what_the_owner_switched_off_is_found(done, found):
    schema = new_schema()
    store = create(reached(), "台账", list(BOOKS), schema)
    assert not verify(store).findings
    with store.transaction() as connection, connection.cursor() as cursor:
        cursor.execute(done)
    (finding,) = verify(store).findings
    assert str(finding.text).startswith(found)
    store.close()
