"""What the user decides before the matching: lots pinned to a project, lots or pairs that must not be used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ...area import Area
from ...errors import InputError
from ...sentence import translate
from ..indicators import Indicators

_COLONS = str.maketrans("：，；＝、", ":,;=,")


@dataclass(frozen=True)
class Pin:
    """A lot that a project draws from before the others: `amounts`, None for as much as it needs and the lot has."""

    project: str
    lot: str
    amounts: Indicators | None = None


@dataclass(frozen=True)
class Choices:
    """Pins in the order they are drawn, pairs (project, lot) and whole lots that are left out."""

    pins: Sequence[Pin] = ()
    excluded_pairs: Collection[tuple[str, str]] = ()
    excluded_lots: Collection[str] = ()


def parse_choices(pinned: str | None, excluded: str | None) -> Choices:
    """Of texts such as `P01=LOT3; P02=LOT4:1.2,0.5,9000` (ha, ha, kg) and `LOT9; P01=LOT2`, parts on lines or between
    semicolons; InputError naming the part that makes no sense."""
    pins = []
    for part in _parts(pinned):
        project, _, rest = part.partition("=")
        lot, colon, amounts = rest.partition(":")
        if not project.strip() or not lot.strip() or (colon and not amounts.strip()):
            raise _refused("PINNED", part)
        pins.append(Pin(project.strip(), lot.strip(), _amounts(part, amounts) if colon else None))
    pairs, lots = set(), set()
    for part in _parts(excluded):
        project, equals, lot = part.partition("=")
        if not project.strip() or (equals and not lot.strip()):
            raise _refused("EXCLUDED", part)
        if equals:
            pairs.add((project.strip(), lot.strip()))
        else:
            lots.add(project.strip())
    return Choices(pins, frozenset(pairs), frozenset(lots))


def _parts(text: str | None) -> Iterator[str]:
    for part in (text or "").translate(_COLONS).replace("\n", ";").split(";"):
        if part.strip():
            yield part.strip()


def _amounts(part: str, text: str) -> Indicators:
    numbers = text.split(",")
    if len(numbers) != 3:
        raise _refused("PINNED", part)
    try:
        quantity, paddy = (Area.from_hectares(number.strip() or "0").micro_mu for number in numbers[:2])
        capacity = Decimal(numbers[2].strip() or "0")
    except (InvalidOperation, InputError) as error:
        raise _refused("PINNED", part) from error
    if quantity < 0 or paddy < 0 or capacity < 0 or capacity != int(capacity):
        raise _refused("PINNED", part)
    return Indicators(quantity, paddy, int(capacity))


def _refused(parameter: str, part: str) -> InputError:
    template = translate(
        "LandLedger",
        "{parameter}: “{part}” makes no sense; write project=lot, project=lot:hectares,hectares of paddy,kilograms, or to "
        "exclude a lot its number alone.",
    )
    return InputError(template, parameter=parameter, part=part)
