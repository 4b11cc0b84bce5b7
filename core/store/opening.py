"""What happens when people open a ledger file: a look at where it lies, and the day's backup."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import LedgerError
from ..ledger.model import voucher_label
from ..sentence import Sentence, sentence, translate
from ..service.register.vocabulary import BOOK_KIND as SERVICE
from .backups import Keeping, back_up_on_opening, newest_backup
from .geopackage import GeoPackageStore
from .places import network_kind


def place_notice(path: str) -> Sentence | None:
    """What to say of a file in a network folder, None of any other."""
    kind = network_kind(path)
    if kind is None:
        return None
    return sentence(
        translate(
            "LandLedger",
            "The ledger {file} lies in a network folder ({kind}): locks are not kept there, two people who post at once may "
            "damage it. Keep it on one computer, or use PostgreSQL.",
        ),
        file=path,
        kind=kind,
    )


def notices_of_opening(store: GeoPackageStore, keeping: Keeping) -> Iterator[Sentence]:
    """Make the backup of the day, and say what people should know. An empty ledger needs none."""
    notice = place_notice(store.label)
    if notice is not None:
        yield notice
    yield from _former(store)
    try:
        if _in_use(store):
            back_up_on_opening(store, keeping)
    except LedgerError as error:
        yield sentence(
            translate("LandLedger", "No backup of the ledger could be made today: {reason}"), reason=error.sentence
        )


def _in_use(store: GeoPackageStore) -> bool:
    """Whether anything was posted, or recorded in a book whose facts are rows of registers."""
    for book in store.books():
        head = store.head(book.code)
        if head.number or (book.kind == SERVICE and head.record_number):
            return True
    return False


def _former(store: GeoPackageStore) -> Iterator[Sentence]:
    """Whether the newest backup knows more than the ledger: then an older copy was put in its place, or another ledger."""
    known = newest_backup(store.path)
    if known is None:
        return
    path, uid, heads = known
    if store.info().uid != uid:
        yield sentence(
            translate("LandLedger", "The newest backup {backup} is of another ledger than {file}: was the file replaced?"),
            backup=path.name,
            file=store.label,
        )
        return
    now = {book.code: store.head(book.code) for book in store.books()}
    for book, head in heads.items():
        if book not in now or now[book].number < head.number:
            template = translate(
                "LandLedger",
                "The ledger {file} ends before voucher {voucher}, which the backup {backup} has: was an older copy put back?",
            )
            yield sentence(
                template, file=store.label, voucher=voucher_label(book, head.number), backup=path.name
            )  # fmt: skip
            return
        if now[book].record_number < head.record_number:
            template = translate(
                "LandLedger",
                "The ledger {file} has fewer register rows in book {book} than the backup {backup}: was an older copy put back?",
            )
            yield sentence(template, file=store.label, book=book, backup=path.name)
            return
