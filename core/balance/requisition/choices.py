"""What the user decides before the matching: lots pinned to a project, lots or pairs that must not be used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ...area import Area
from ...errors import InputError
from ...sentence import sentence, translate
from ..demand import Demand
from ..indicators import Indicators
from ..lots import Lot
from .model import Notice, keyed

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


def known_choices(
    choices: Choices, demands: Iterable[Demand], lots: Iterable[Lot]
) -> tuple[Choices, list[Notice]]:
    """The choices that name projects and lots which are there, and a notice for each of the others."""
    projects, keys = {demand.code for demand in demands}, set(keyed(lots))
    notices = []

    def there(what: str, lot: str, project: str | None = None) -> bool:
        if project is not None and project not in projects:
            text = translate("LandLedger", "{what} of lot {lot} left out: the project is not there any more")
        elif lot not in keys:
            text = translate("LandLedger", "{what} of lot {lot} left out: the lot is not in the reserve any more")
        else:
            return True
        notices.append(Notice(project or "", what, sentence(text, what=what, lot=lot)))
        return False

    pins = [pin for pin in choices.pins if there("PINNED", pin.lot, pin.project)]
    pairs = {(project, lot) for project, lot in sorted(choices.excluded_pairs) if there("EXCLUDED", lot, project)}
    whole = {lot for lot in sorted(choices.excluded_lots) if there("EXCLUDED", lot)}
    return Choices(pins, frozenset(pairs), frozenset(whole)), notices


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
