"""The SQL of a ledger in PostgreSQL. Tables are those of the GeoPackage; what the plugin's own connection guards there is
guarded here by the server, so that psql can't do more than the plugin:

* vouchers, postings and records refuse UPDATE, DELETE and TRUNCATE to everybody, the owner too;
* heads, balances and turnovers are kept by triggers, one a statement, that run as the owner: nobody else has the right to
  write them, and the owner is refused outside the triggers;
* the triggers refuse a number out of turn, a seal that is not that of the canonical form, a voucher that does not balance
  or has no postings when the transaction ends, a balance on the wrong side of nothing (H2; table `held`), and by
  anybody but the city the reopening of a quarter and a row of the registers of holders, sources and ceilings;
* row security shows a role its own books. A role of kind `city` in `access` sees and posts all, an `auditor` sees all.

All statements run with `search_path` = the schema and pg_temp; functions keep that path. Text sorts by its bytes, as in
SQLite.
"""

from __future__ import annotations

from ..balance.reserve import vocabulary as reserve
from ..quota.vocabulary import BOOK_KIND, OWN_STATES, State

QUOTA_SIDES: tuple[tuple[str, str, int], ...] = (
    *((BOOK_KIND, state.value, 1) for state in OWN_STATES),
    (BOOK_KIND, State.ADVANCED.value, -1),
)
SIDES = (*QUOTA_SIDES, *((reserve.BOOK_KIND, state.value, 1) for state in reserve.OWN_STATES))
"""What the table `held` says (kind of book, state, side): the balance is never on the other side of nothing (H2). A ledger
made before a kind was known gets its rows with the first book of that kind."""

TABLES = """
CREATE TABLE ledger (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, value text NOT NULL);
CREATE TABLE access (role text PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('city', 'auditor')));
CREATE TABLE held (
  kind text NOT NULL, state text NOT NULL, side integer NOT NULL CHECK (side IN (1, -1)), PRIMARY KEY (kind, state));
CREATE TABLE book (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE, kind text NOT NULL,
  holder text NOT NULL, name text NOT NULL, role text NOT NULL DEFAULT '', number integer NOT NULL, hash text NOT NULL,
  postings bigint NOT NULL, record_number integer NOT NULL, record_hash text NOT NULL,
  awaiting integer NOT NULL DEFAULT 0);
CREATE TABLE account (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, book text NOT NULL REFERENCES book (code),
  year integer NOT NULL, source text NOT NULL, state text NOT NULL, project text NOT NULL,
  UNIQUE (book, year, source, state, project));
CREATE TABLE voucher (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, book text NOT NULL REFERENCES book (code),
  number integer NOT NULL, event text NOT NULL, nature text NOT NULL, book_date date NOT NULL, doc_date date,
  doc_no text NOT NULL, project text NOT NULL, reason text NOT NULL, operator text NOT NULL, approval text NOT NULL,
  transfer text NOT NULL, reverses integer, origin text, recorded text NOT NULL, previous text NOT NULL,
  hash text NOT NULL, CONSTRAINT voucher_number UNIQUE (book, number));
CREATE UNIQUE INDEX voucher_origin ON voucher (origin) WHERE origin IS NOT NULL;
CREATE UNIQUE INDEX voucher_reverses ON voucher (book, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX voucher_by_date ON voucher (book_date, book, number);
CREATE INDEX voucher_by_project ON voucher (project) WHERE project <> '';
CREATE INDEX voucher_by_approval ON voucher (approval) WHERE approval <> '';
CREATE INDEX voucher_by_transfer ON voucher (transfer) WHERE transfer <> '';
CREATE TABLE posting (
  voucher_id bigint NOT NULL, line integer NOT NULL, account_id integer NOT NULL, dimension text NOT NULL,
  amount bigint NOT NULL, PRIMARY KEY (voucher_id, line));
CREATE INDEX posting_by_account ON posting (account_id);
CREATE TABLE balance (
  account_id integer NOT NULL, dimension text NOT NULL, amount bigint NOT NULL,
  PRIMARY KEY (account_id, dimension));
CREATE TABLE turnover (
  account_id integer NOT NULL, dimension text NOT NULL, book_month text NOT NULL,
  doc_month text NOT NULL, nature text NOT NULL, received bigint NOT NULL, spent bigint NOT NULL,
  PRIMARY KEY (account_id, dimension, book_month, doc_month, nature));
CREATE TABLE record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, book text NOT NULL REFERENCES book (code),
  number integer NOT NULL, register text NOT NULL, key text NOT NULL, version integer NOT NULL CHECK (version >= 1),
  content text NOT NULL, operator text NOT NULL, recorded text NOT NULL, removed smallint NOT NULL,
  previous text NOT NULL, hash text NOT NULL,
  CONSTRAINT record_number UNIQUE (book, number), CONSTRAINT record_version UNIQUE (register, key, version));
"""
"""`posting` names its voucher and account without a foreign key, `balance` and `turnover` their account: the trigger that
every posting passes joins both, and neither can be deleted. Row by row the keys took as long as the posting itself."""

RIGHTS = r"""
CREATE FUNCTION sees(wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT EXISTS (
  SELECT 1 FROM pg_catalog.pg_roles r
  WHERE (r.rolname = wanted OR r.rolname IN (SELECT role FROM access)) AND pg_has_role(r.oid, 'member'))
$$;
CREATE FUNCTION posts(wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT EXISTS (
  SELECT 1 FROM pg_catalog.pg_roles r
  WHERE (r.rolname = wanted OR r.rolname IN (SELECT role FROM access WHERE kind = 'city'))
    AND pg_has_role(r.oid, 'member'))
$$;
CREATE FUNCTION may_post(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT pg_has_role(session_user, current_user, 'member') OR EXISTS (
  SELECT 1 FROM pg_catalog.pg_roles r
  WHERE (r.rolname = wanted OR r.rolname IN (SELECT role FROM access WHERE kind = 'city'))
    AND pg_has_role(session_user, r.oid, 'member'))
$$;
CREATE FUNCTION lock_books(wanted text[])
RETURNS TABLE (code text, number integer, hash text, postings bigint, record_number integer, record_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY SELECT b.code::text, b.number, b.hash, b.postings, b.record_number, b.record_hash
    FROM book b WHERE b.code = ANY (wanted) AND may_post(b.role) ORDER BY b.code FOR UPDATE;
END $$;

ALTER TABLE book ENABLE ROW LEVEL SECURITY;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE voucher ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE balance ENABLE ROW LEVEL SECURITY;
ALTER TABLE turnover ENABLE ROW LEVEL SECURITY;
ALTER TABLE record ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON book FOR SELECT USING (sees(role));
CREATE POLICY seen ON account FOR SELECT USING (book IN (SELECT code FROM book));
CREATE POLICY seen ON voucher FOR SELECT USING (book IN (SELECT code FROM book));
CREATE POLICY seen ON posting FOR SELECT USING (account_id IN (SELECT id FROM account));
CREATE POLICY seen ON balance FOR SELECT USING (account_id IN (SELECT id FROM account));
CREATE POLICY seen ON turnover FOR SELECT USING (account_id IN (SELECT id FROM account));
CREATE POLICY seen ON record FOR SELECT USING (book IN (SELECT code FROM book) OR register IN ('holder', 'source'));
CREATE POLICY posted ON account FOR INSERT WITH CHECK (book IN (SELECT code FROM book WHERE posts(role)));
CREATE POLICY posted ON voucher FOR INSERT WITH CHECK (book IN (SELECT code FROM book WHERE posts(role)));
CREATE POLICY posted ON posting FOR INSERT WITH CHECK (
  account_id IN (SELECT a.id FROM account a JOIN book b ON b.code = a.book WHERE posts(b.role)));
CREATE POLICY posted ON record FOR INSERT WITH CHECK (book IN (SELECT code FROM book WHERE posts(role)));
"""
"""`sees` and `posts` ask about the role that runs the statement; `may_post` runs as the owner and asks about the login.
The registers of holders and sources are code lists that every role reads, whose book they are in."""

SEALS = r"""
CREATE FUNCTION plain(content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(replace(replace(content, '\', '\\'), E'\n', '\n'), E'\r', '\r'), '|', '\p')
$$;
CREATE FUNCTION sealed(previous text, content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(previous || E'\n' || content, 'UTF8')), 'hex')
$$;
"""

KEEPING = r"""
CREATE FUNCTION voucher_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET work_mem = '128MB' AS $$
DECLARE wrong text;
BEGIN
  PERFORM 1 FROM book WHERE code IN (SELECT book FROM posted) ORDER BY code FOR UPDATE;
  SELECT c.book || '-' || c.number INTO wrong FROM (
    SELECT n.book, n.number, n.previous, b.number + row_number() OVER turn AS due,
      COALESCE(lag(n.hash) OVER turn, b.hash) AS seal, b.awaiting
    FROM posted n JOIN book b ON b.code = n.book WINDOW turn AS (PARTITION BY n.book ORDER BY n.number)) c
  WHERE c.number <> c.due OR c.previous <> c.seal OR c.awaiting <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'voucher % does not continue its book', wrong USING ERRCODE = 'LL001';
  END IF;
  UPDATE book b SET number = n.number, hash = n.hash, awaiting = b.awaiting + n.count FROM (
    SELECT DISTINCT ON (book) book, number, hash, count(*) OVER (PARTITION BY book) AS count
    FROM posted ORDER BY book, number DESC) n
  WHERE b.code = n.book;
  RETURN NULL;
END $$;

CREATE FUNCTION posting_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET work_mem = '128MB' AS $$
DECLARE wrong text;
BEGIN
  PERFORM 1 FROM book WHERE code IN (
    SELECT v.book FROM posted p JOIN voucher v ON v.id = p.voucher_id) ORDER BY code FOR UPDATE;
  -- Every row has its voucher and an account of the same book; the vouchers are just those that wait for postings.
  IF (SELECT count(*) FROM posted) <> (
    SELECT count(*) FROM posted p JOIN voucher v ON v.id = p.voucher_id JOIN account a ON a.id = p.account_id
    JOIN book b ON b.code = v.book WHERE a.book = v.book AND v.number > b.number - b.awaiting)
  THEN
    RAISE EXCEPTION 'a posting belongs to another book or to a voucher that was posted before' USING ERRCODE = 'LL002';
  END IF;
  SELECT b.code INTO wrong FROM book b JOIN (
    SELECT v.book, count(DISTINCT p.voucher_id) AS count FROM posted p JOIN voucher v ON v.id = p.voucher_id
    GROUP BY v.book) n ON n.book = b.code WHERE n.count <> b.awaiting LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a voucher of % has no postings', wrong USING ERRCODE = 'LL002';
  END IF;
  SELECT v.book || '-' || v.number INTO wrong FROM (
    SELECT voucher_id FROM posted GROUP BY voucher_id, dimension HAVING sum(amount) <> 0
    UNION ALL SELECT voucher_id FROM posted GROUP BY voucher_id HAVING count(*) < 2) n
  JOIN voucher v ON v.id = n.voucher_id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'voucher % does not balance', wrong USING ERRCODE = 'LL003';
  END IF;
  SELECT v.book || '-' || v.number INTO wrong FROM voucher v JOIN (
    SELECT p.voucher_id, string_agg(
      E'\nposting=' || a.year || '|' || plain(a.source) || '|' || plain(a.state) || '|' || plain(a.project)
      || '|' || plain(p.dimension) || '|' || p.amount, '' ORDER BY p.line) AS lines
    FROM posted p JOIN account a ON a.id = p.account_id GROUP BY p.voucher_id) n ON n.voucher_id = v.id
  WHERE v.hash <> sealed(v.previous,
    'voucher=1' || E'\nbook=' || plain(v.book) || E'\nnumber=' || v.number || E'\nevent=' || plain(v.event)
    || E'\nnature=' || plain(v.nature) || E'\nbook_date=' || to_char(v.book_date, 'YYYY-MM-DD')
    || E'\ndoc_date=' || COALESCE(to_char(v.doc_date, 'YYYY-MM-DD'), '') || E'\ndoc_no=' || plain(v.doc_no)
    || E'\nproject=' || plain(v.project) || E'\nreason=' || plain(v.reason) || E'\noperator=' || plain(v.operator)
    || E'\napproval=' || plain(v.approval) || E'\ntransfer=' || plain(v.transfer)
    || E'\nreverses=' || COALESCE(v.reverses::text, '') || E'\norigin=' || plain(COALESCE(v.origin, ''))
    || E'\nrecorded=' || plain(v.recorded) || n.lines) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the seal of voucher % is wrong', wrong USING ERRCODE = 'LL001';
  END IF;
  INSERT INTO balance AS kept (account_id, dimension, amount)
    SELECT account_id, dimension, sum(amount) FROM posted GROUP BY account_id, dimension
    ON CONFLICT (account_id, dimension) DO UPDATE SET amount = kept.amount + excluded.amount;
  SELECT concat_ws(' ', a.book, a.year, a.source, a.state, a.project, k.dimension) INTO wrong
    FROM (SELECT DISTINCT account_id, dimension FROM posted) n
    JOIN balance k ON k.account_id = n.account_id AND k.dimension = n.dimension
    JOIN account a ON a.id = k.account_id JOIN book b ON b.code = a.book
    JOIN held h ON h.kind = b.kind AND h.state = a.state WHERE sign(k.amount) = -h.side LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the balance would be on the wrong side of nothing' USING ERRCODE = 'LL004', DETAIL = wrong;
  END IF;
  INSERT INTO turnover AS kept (account_id, dimension, book_month, doc_month, nature, received, spent)
    SELECT p.account_id, p.dimension, to_char(v.book_date, 'YYYY-MM'),
      to_char(COALESCE(v.doc_date, v.book_date), 'YYYY-MM'), v.nature,
      sum(CASE WHEN (p.amount > 0) <> (v.reverses IS NOT NULL) THEN p.amount ELSE 0 END),
      sum(CASE WHEN (p.amount > 0) <> (v.reverses IS NOT NULL) THEN 0 ELSE -p.amount END)
    FROM posted p JOIN voucher v ON v.id = p.voucher_id GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (account_id, dimension, book_month, doc_month, nature)
    DO UPDATE SET received = kept.received + excluded.received, spent = kept.spent + excluded.spent;
  UPDATE book b SET awaiting = 0, postings = b.postings + n.count FROM (
    SELECT v.book, count(*) AS count FROM posted p JOIN voucher v ON v.id = p.voucher_id GROUP BY v.book) n
  WHERE b.code = n.book;
  RETURN NULL;
END $$;

CREATE FUNCTION record_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path FROM CURRENT SET work_mem = '128MB' AS $$
DECLARE wrong text;
BEGIN
  PERFORM 1 FROM book WHERE code IN (SELECT book FROM posted) ORDER BY code FOR UPDATE;
  SELECT c.book || '-' || c.number INTO wrong FROM (
    SELECT n.*, b.record_number + row_number() OVER turn AS due, COALESCE(lag(n.hash) OVER turn, b.record_hash) AS seal
    FROM posted n JOIN book b ON b.code = n.book WINDOW turn AS (PARTITION BY n.book ORDER BY n.number)) c
  WHERE c.number <> c.due OR c.previous <> c.seal OR c.removed NOT IN (0, 1) OR c.hash <> sealed(c.previous,
    'record=1' || E'\nbook=' || plain(c.book) || E'\nnumber=' || c.number || E'\nregister=' || plain(c.register)
    || E'\nkey=' || plain(c.key) || E'\nversion=' || c.version || E'\nremoved=' || c.removed
    || E'\noperator=' || plain(c.operator) || E'\nrecorded=' || plain(c.recorded) || E'\nvalues=' || plain(c.content))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'record % does not continue its book', wrong USING ERRCODE = 'LL001';
  END IF;
  -- A row that exists goes on with its next version, and only by who may post where it stood.
  SELECT n.register || ' ' || n.key INTO wrong FROM posted n
  WHERE n.version <> 1 + (
      SELECT count(*) FROM record r WHERE r.register = n.register AND r.key = n.key AND r.version < n.version)
    OR EXISTS (
      SELECT 1 FROM record r JOIN book b ON b.code = r.book
      WHERE r.register = n.register AND r.key = n.key AND r.version = n.version - 1 AND r.book <> n.book
        AND NOT may_post(b.role))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the row % belongs to another book or has another version', wrong USING ERRCODE = 'LL005';
  END IF;
  -- 反结账: who is not the city closes quarters of its own, nothing else stands in their register.
  SELECT n.key INTO wrong FROM posted n
  WHERE n.register = 'quarter' AND NOT may_post('') AND (
    n.removed = 0 AND n.content::json ->> 'state' = 'closed' AND n.content::json ->> 'book' = n.book
    AND n.key = n.book || ':' || (n.content::json ->> 'quarter')) IS NOT TRUE
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the quarter % is opened by the city only', wrong USING ERRCODE = 'LL006';
  END IF;
  SELECT n.register INTO wrong FROM posted n
  WHERE n.register IN ('holder', 'source', 'ceiling') AND NOT may_post('') LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the register % is kept by the city only', wrong USING ERRCODE = 'LL007', DETAIL = wrong;
  END IF;
  UPDATE book b SET record_number = n.number, record_hash = n.hash FROM (
    SELECT DISTINCT ON (book) book, number, hash FROM posted ORDER BY book, number DESC) n
  WHERE b.code = n.book;
  RETURN NULL;
END $$;

CREATE FUNCTION book_complete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF (SELECT awaiting FROM book WHERE id = NEW.id) <> 0 THEN
    RAISE EXCEPTION 'a voucher of % has no postings', NEW.code USING ERRCODE = 'LL002';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION book_begins() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NEW.number <> 0 OR NEW.postings <> 0 OR NEW.record_number <> 0 OR NEW.awaiting <> 0
    OR NEW.hash <> repeat('0', 64) OR NEW.record_hash <> repeat('0', 64)
  THEN
    RAISE EXCEPTION 'a book begins empty' USING ERRCODE = 'LL001';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION 'posted rows are never changed (%)', TG_TABLE_NAME USING ERRCODE = 'LL010';
END $$;

CREATE FUNCTION only_kept() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'the ledger keeps % itself', TG_TABLE_NAME USING ERRCODE = 'LL010';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER posted AFTER INSERT ON voucher REFERENCING NEW TABLE AS posted
  FOR EACH STATEMENT EXECUTE FUNCTION voucher_posted();
CREATE TRIGGER posted AFTER INSERT ON posting REFERENCING NEW TABLE AS posted
  FOR EACH STATEMENT EXECUTE FUNCTION posting_posted();
CREATE TRIGGER posted AFTER INSERT ON record REFERENCING NEW TABLE AS posted
  FOR EACH STATEMENT EXECUTE FUNCTION record_posted();
CREATE CONSTRAINT TRIGGER complete AFTER UPDATE ON book DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION book_complete();
CREATE TRIGGER begins BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION book_begins();
CREATE TRIGGER kept BEFORE UPDATE OF id, code, kind, number, hash, postings, record_number, record_hash, awaiting ON book
  FOR EACH STATEMENT EXECUTE FUNCTION only_kept();
CREATE TRIGGER never BEFORE DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION never();
CREATE TRIGGER never BEFORE DELETE OR TRUNCATE ON book FOR EACH STATEMENT EXECUTE FUNCTION never();
"""

SEALED = ("voucher", "posting", "record", "account")
"""Tables whose rows nobody changes."""

KEPT = ("balance", "turnover")
"""Tables that only the triggers write."""


def statements() -> list[str]:
    """All that makes an empty ledger in the schema that `search_path` names first."""
    made = [TABLES.replace(" text", ' text COLLATE "C"'), RIGHTS, SEALS, KEEPING]
    for table in SEALED:
        made.append(_guard(table, "never", "UPDATE OR DELETE OR TRUNCATE"))
    for table in KEPT:
        made.append(_guard(table, "only_kept", "INSERT OR UPDATE OR DELETE"))
        made.append(_guard(table, "never", "TRUNCATE"))
    for table in (*SEALED, *KEPT, "book", "ledger"):
        # Also where the server is told to leave triggers out (session_replication_role).
        made.append(" ".join(["ALTER TABLE", table, "ENABLE ALWAYS TRIGGER never"]))
    return made


def _guard(table: str, function: str, actions: str) -> str:
    return " ".join(
        ["CREATE TRIGGER", function, "BEFORE", actions, "ON", table, "FOR EACH STATEMENT EXECUTE FUNCTION", function, "()"]
    )
