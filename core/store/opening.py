"""What happens when people open a ledger file: a look at where it lies, and the day's backup."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import LedgerError
from ..sentence import Sentence, sentence, translate
from .backups import Keeping, back_up_on_opening
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
    try:
        if any(store.head(book.code).number for book in store.books()):
            back_up_on_opening(store, keeping)
    except LedgerError as error:
        yield sentence(
            translate("LandLedger", "No backup of the ledger could be made today: {reason}"), reason=error.sentence
        )
