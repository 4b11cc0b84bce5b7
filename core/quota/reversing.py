"""When a voucher of a book of any kind may be reversed: once, not before it was booked, a transfer with both its sides."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from ..ledger.model import Voucher
from ..sentence import translate
from .problems import INPUT, Refusal

_SIDES = 2


def reversal_refusal(
    voucher: Voucher | None,
    asked: tuple[str, int | None],
    book_date: datetime.date,
    partners: Mapping[str, tuple[Voucher, ...]],
    undone: Collection[tuple[str, int]],
) -> Refusal | None:
    """Why a voucher can't be reversed; `asked` is what its book is called and its number, `partners` the vouchers of transfers,
    `undone` book and number of those reversed already."""
    if voucher is None:
        book, number = asked
        return Refusal(
            INPUT, "reverses", translate("LandLedger", "The book {book} has no voucher {number}."),
            book=book, number="—" if number is None else number,
        )  # fmt: skip
    if voucher.draft.reverses is not None:
        return Refusal(
            INPUT, "reverses", translate("LandLedger", "Voucher {voucher} is a reversal itself; book the event again instead."),
            voucher=voucher.label,
        )  # fmt: skip
    if book_date < voucher.draft.book_date:
        return Refusal(
            INPUT, "book_date",
            translate("LandLedger", "Voucher {voucher} was booked on {booked}; a reversal can't be booked before that."),
            voucher=voucher.label, booked=voucher.draft.book_date.isoformat(),
        )  # fmt: skip
    group = partners.get(voucher.draft.transfer, (voucher,))
    if voucher.draft.transfer and len(group) < _SIDES:
        return Refusal(
            INPUT, "reverses",
            translate("LandLedger", "Voucher {voucher} is one side of a transfer; only who sees both books can reverse it."),
            voucher=voucher.label,
        )  # fmt: skip
    for each in group:
        if (each.draft.book, each.number) in undone:
            text = translate("LandLedger", "Voucher {voucher} has been reversed already.")
            return Refusal(INPUT, "reverses", text, voucher=each.label)
    return None
