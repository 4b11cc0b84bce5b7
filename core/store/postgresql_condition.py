"""What is wrong with a ledger's schema in PostgreSQL: tables, triggers, functions, policies missing, changed, switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..quota.vocabulary import BOOK_KIND as QUOTA_KIND
from ..sentence import Sentence, sentence, translate
from .postgresql_schema import SIDES, statements
from .tables import OBJECT_KINDS

if TYPE_CHECKING:
    from .postgresql import PostgreSQLStore

_TABLE = re.compile(r"CREATE TABLE (\w+)")
_TRIGGER = re.compile(r"CREATE (?:CONSTRAINT )?TRIGGER (\w+)\s[^;]*?\sON (\w+)\s")
_POLICY = re.compile(r"CREATE POLICY (\w+) ON (\w+)")
_BODY = re.compile(r"CREATE FUNCTION (\w+)\([^$;]*?AS \$\$(.*?)\$\$", re.DOTALL)
_HIDDEN = re.compile(r"ALTER TABLE (\w+) ENABLE ROW LEVEL SECURITY")


def schema_faults(store: PostgreSQLStore) -> Iterator[Sentence]:
    """One sentence for each fault."""
    made = "\n".join(statements())
    tables = {row[0]: row[1] for row in store.rows(_TABLES_FOUND)}
    for name in _TABLE.findall(made):
        if name not in tables:
            yield _gone("table", name)
    for name in _HIDDEN.findall(made):
        if not tables.get(name, True):
            yield sentence(translate("LandLedger", "Row security of the table {name} is switched off."), name=name)
    yield from _pairs(store, "trigger", _TRIGGERS_FOUND, set(_TRIGGER.findall(made)))
    yield from _pairs(store, "policy", _POLICIES_FOUND, set(_POLICY.findall(made)))
    bodies = dict(store.rows(_FUNCTIONS_FOUND))
    for name, body in _BODY.findall(made):
        if name not in bodies:
            yield _gone("function", name)
        elif bodies[name] != body:
            yield sentence(translate("LandLedger", "The {kind} {name} was changed."), kind=OBJECT_KINDS["function"], name=name)
    if "held" in tables and not _sides(store) <= set(store.rows("SELECT kind, state, side FROM held")):
        yield sentence(translate("LandLedger", "The {kind} {name} was changed."), kind=OBJECT_KINDS["table"], name="held")


def _sides(store: PostgreSQLStore) -> set[tuple[str, str, int]]:
    """What `held` must say: of quota, and of the kinds of the books that there are."""
    kinds = {QUOTA_KIND, *(book.kind for book in store.books())}
    return {side for side in SIDES if side[0] in kinds}


def sees_all(store: PostgreSQLStore) -> bool:
    """Whether the role sees all books: the owner, a city's role, an auditor."""
    sql = "SELECT sees('') OR pg_has_role(c.relowner, 'member') FROM pg_catalog.pg_class c WHERE c.oid = 'book'::regclass"
    return bool(store.rows(sql)[0][0])


def _pairs(store: PostgreSQLStore, kind: str, sql: str, right: set[tuple[str, str]]) -> Iterator[Sentence]:
    found = {(name, table): on for name, table, on in store.rows(sql)}
    for name, table in sorted(right):
        if (name, table) not in found:
            yield _gone(kind, f"{table}.{name}")
        elif not found[name, table]:
            yield sentence(
                translate("LandLedger", "The {kind} {name} is switched off."), kind=OBJECT_KINDS[kind], name=f"{table}.{name}"
            )
    for name, table in sorted(set(found) - right):
        template = translate("LandLedger", "The {kind} {name} does not belong into a ledger.")
        yield sentence(template, kind=OBJECT_KINDS[kind], name=f"{table}.{name}")


def _gone(kind: str, name: str) -> Sentence:
    return sentence(translate("LandLedger", "The {kind} {name} is gone."), kind=OBJECT_KINDS[kind], name=name)


_HERE = "c.relnamespace = quote_ident(current_schema())::regnamespace"
_TABLES_FOUND = " ".join(["SELECT c.relname, c.relrowsecurity FROM pg_catalog.pg_class c WHERE c.relkind = 'r' AND", _HERE])
_TRIGGERS_FOUND = " ".join(
    ["SELECT t.tgname, c.relname, t.tgenabled <> 'D' FROM pg_catalog.pg_trigger t",
     "JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND", _HERE]
)  # fmt: skip
_POLICIES_FOUND = " ".join(
    ["SELECT p.polname, c.relname, true FROM pg_catalog.pg_policy p",
     "JOIN pg_catalog.pg_class c ON c.oid = p.polrelid WHERE", _HERE]
)  # fmt: skip
_FUNCTIONS_FOUND = (
    "SELECT p.proname, p.prosrc FROM pg_catalog.pg_proc p WHERE p.pronamespace = quote_ident(current_schema())::regnamespace"
)
