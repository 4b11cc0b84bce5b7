"""Made-up ledgers for the tests of the stores: three books of made-up holders, and random balanced vouchers."""

from __future__ import annotations

import datetime
import random
import secrets

from ....core.ledger.model import AccountKey, Book, Draft, Posting
from ....core.store.geopackage import create, open_ledger

CITY, NORTH, SOUTH = "370000", "370001", "370002"
BOOKS = (
    Book(CITY, "quota", CITY, "示例市"),
    Book(NORTH, "quota", NORTH, "示例北县"),
    Book(SOUTH, "quota", SOUTH, "示例南县"),
)
STATES = ("AVL", "RES", "ALC", "PEN", "USE")
DIMENSIONS = ("NEW", "AGR", "CUL")
DAY = datetime.date(2023, 3, 14)


def make_geopackage(folder, title, books):
    """An empty ledger in a file, and how to open it again."""
    path = folder / f"台账 {secrets.token_hex(3)}.gpkg"
    return create(path, title, list(books)), lambda: open_ledger(path)


def account(book, state="AVL", year=2023, source="CZ", project=""):
    """An account of the made-up books."""
    return AccountKey(book, year, source, state, project)


def moved(book, amount, give="EXT", take="AVL", event="issue", day=DAY, project="", year=2023, source="CZ", **more):
    """A voucher that moves one amount (three dimensions: all, a half, a quarter of it) from one state to another."""
    postings = []
    for dimension, part in zip(DIMENSIONS, (amount, amount // 2, amount // 4)):
        if part:
            postings.append(Posting(account(book, give, year, source), dimension, -part))
            postings.append(Posting(account(book, take, year, source, project), dimension, part))
    return Draft(book, event, day, tuple(postings), project=project, **more)


def reversal(number, draft, day=None):
    """The voucher that undoes `draft`, which has this number."""
    postings = tuple(Posting(posting.account, posting.dimension, -posting.amount) for posting in draft.postings)
    return Draft(
        draft.book, "reverse", day or draft.book_date, postings, reverses=number, nature=draft.event, reason="冲销"
    )


def random_drafts(seed, count, books=(CITY, NORTH, SOUTH)):
    """`count` vouchers that nobody planned, every ninth or so a reversal of an earlier one."""
    chance = random.Random(seed)
    numbers = dict.fromkeys(books, 0)
    undoable: list[tuple[int, Draft]] = []
    drafts = []
    for place in range(count):
        if undoable and chance.random() < 0.11:
            number, original = undoable.pop(chance.randrange(len(undoable)))
            draft = reversal(number, original, original.book_date + datetime.timedelta(days=chance.randrange(90)))
        else:
            draft = _random_draft(chance, chance.choice(books), place)
            undoable.append((numbers[draft.book] + 1, draft))
        numbers[draft.book] += 1
        drafts.append(draft)
    return drafts


def _random_draft(chance, book, place):
    day = datetime.date(2022, 1, 1) + datetime.timedelta(days=chance.randrange(900))
    late = chance.random() < 0.4
    project = chance.choice(("", "XM-001", "XM-002", "XM|003"))
    postings = []
    for dimension in DIMENSIONS[: chance.randrange(1, 4)]:
        parts = [chance.randrange(-(10**12), 10**12) or 1 for _ in range(chance.randrange(1, 4))]
        for amount in [*parts, -sum(parts) or 7]:
            state, source = chance.choice(STATES), chance.choice(("CZ", "ZJ", "ZX", "YZ"))
            postings.append(Posting(account(book, state, day.year - late, source, project), dimension, amount))
        wrong = sum(posting.amount for posting in postings if posting.dimension == dimension)
        if wrong:
            postings.append(Posting(account(book, "EXT", day.year, "CZ"), dimension, -wrong))
    return Draft(
        book,
        chance.choice(("issue", "allocate", "use", "return")),
        day,
        tuple(postings),
        doc_date=day - datetime.timedelta(days=chance.randrange(60)) if late else None,
        doc_no=chance.choice(("", f"示例自然资发〔2023〕{place}号", "a_b", "100%")),
        project=project,
        reason=chance.choice(("", "年度计划下达", "第一行\n第二行")),
        operator=chance.choice(("张三", "李四")),
        approval=chance.choice(("", f"示例政土字〔2023〕{place % 7}号")),
        origin=f"示例.xlsx#流水!{place}" if chance.random() < 0.5 else "",
    )
