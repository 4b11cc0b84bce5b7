"""The end of a book on the inputs sheet of a report: the seals that prove what it was made of."""

from __future__ import annotations

from collections.abc import Iterator

from ..occupation.inputs_sheet import fact
from ..sentence import Sentence, sentence, translate
from ..store import Store
from ..workbook import Row


def book_ends(store: Store, code: str, label: str, state: Sentence | str = "") -> Iterator[Row]:
    """The seal of a book and of its registers, each in a cell of its own beside its number: two in one run into each other on
    paper. `state` stands beside the first."""
    head = store.head(code)
    for text, number, seal, said in (
        (translate("LandLedger", "{book}, voucher {number}"), head.number, head.hash, state),
        (translate("LandLedger", "{book}, record {number}"), head.record_number, head.record_hash, ""),
    ):
        yield fact(translate("LandLedger", "End of the book"), sentence(text, book=label, number=number), seal, said)
