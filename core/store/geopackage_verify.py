"""Verification of a ledger file: everything `verify` does, with the newest backup as an anchor."""

from __future__ import annotations

from collections.abc import Iterable

from ..progress import Progress, no_progress
from ..sentence import sentence, translate
from .backups import newest_backup
from .geopackage import GeoPackageStore
from .verify import Anchor, Finding, Verified, verify


def verify_file(
    store: GeoPackageStore, anchors: Iterable[Anchor] = (), progress: Progress = no_progress
) -> Verified:
    """Compute everything again, and look the heads of the newest backup up in the ledger: an older copy that was put back,
    and a chain built anew, are found by them."""
    known = newest_backup(store.path)
    if known is None:
        return verify(store, anchors, progress)
    path, uid, heads = known
    source = sentence(translate("LandLedger", "the backup {file}"), file=path.name)
    kept = [Anchor(book, head.number, head.hash, source) for book, head in heads.items()]
    verified = verify(store, [*anchors, *kept], progress)
    if store.info().uid != uid:
        template = translate("LandLedger", "The file is another ledger than {source}.")
        verified.findings.insert(0, Finding(sentence(template, source=source)))
    for book, head in heads.items():
        now = verified.heads.get(book)
        if now is None or now.record_number < head.record_number:
            template = translate("LandLedger", "The book has fewer records than {source}.")
            verified.add(sentence(template, source=source), book)
        elif head.record_number and _record_seal(store, book, head.record_number) not in ("", head.record_hash):
            template = translate("LandLedger", "The record {number} is not the one whose seal is known from {source}.")
            verified.add(sentence(template, number=head.record_number, source=source), book)
    return verified


def _record_seal(store: GeoPackageStore, book: str, number: int) -> str:
    """The seal of a record, '' where it can't be read, which was said."""
    try:
        return next((record.hash for record in store.record_chain(book) if record.number == number), "")
    except (ValueError, TypeError, AttributeError):
        return ""
