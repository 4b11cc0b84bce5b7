"""The real PostgreSQL of the tests: one server a session, a schema a ledger, logins that are no superusers."""

from __future__ import annotations

import atexit
import functools
import secrets

from ....core.store.postgresql import create, open_ledger
from ....scripts.private_postgresql import PrivateServer

OWNER = "ledger_owner"


@functools.cache
def running():
    """The server, started when the first test asks for it and ended with the session."""
    server = PrivateServer("max_connections=60")
    atexit.register(server.stop)
    server.run_sql("CREATE ROLE with_password")
    server.run_sql(f"CREATE ROLE {OWNER} LOGIN")
    server.run_sql(f"GRANT CREATE ON DATABASE postgres TO {OWNER}")
    return server


def reached(user=OWNER, **more):
    """Connection parameters of a login."""
    return {"host": str(running().folder), "dbname": "postgres", "user": user, **more}


def new_schema():
    """A name that no test has used, with a letter that must be quoted."""
    return f'台账 "{secrets.token_hex(4)}'


def make_postgresql(folder, title, books):
    """An empty ledger in a schema of its own, and how to open it again. Its random vouchers go below nothing, so the
    database is told of no sides (H2 has its own tests)."""
    schema = new_schema()
    return create(reached(), title, list(books), schema, sides=()), lambda: open_ledger(reached(), schema)
