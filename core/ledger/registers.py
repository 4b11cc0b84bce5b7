"""Registers beside the vouchers: holders, sources, projects, approvals, supplied parcels, tasks, closed quarters.

A register is declared in `resources/registers/<name>.csv`, one field a line: `field, name, kind, decimals, required,
choices, note, source, status`. Kinds: text, int, area (whole micro-mu), date (YYYY-MM-DD), number (a decimal as text),
enum (`code=name|code=name`), flag. `required` is `yes`, `key` (required, and part of the row's key, joined by a colon)
or `either` (the key is the first of these fields that is filled in).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from pathlib import Path

from ..area import Area
from ..errors import InputError
from ..resources import FactRow, read_facts, resource
from ..sentence import translate
from .model import Scalar

_NEEDED = ("field", "name", "kind", "source", "status")
_MOST_DECIMALS = 6
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FieldKind(Enum):
    """What a field holds; the value is what stands in the declaration."""

    TEXT = "text"
    INT = "int"
    AREA = "area"
    DATE = "date"
    NUMBER = "number"
    ENUM = "enum"
    FLAG = "flag"


class Need(Enum):
    """Whether a field must be filled in."""

    NO = ""
    YES = "yes"
    KEY = "key"
    EITHER = "either"


@dataclass(frozen=True)
class Field:
    """One field: `name` is what the column is called, `choices` maps the codes of an enum to their names; `decimals` of an
    area are those of 亩."""

    code: str
    name: str
    kind: FieldKind
    decimals: int = 0
    need: Need = Need.NO
    choices: Mapping[str, str] | None = None
    note: str = ""
    source: str = ""
    status: str = ""


@dataclass(frozen=True)
class Register:
    """A declared register; `fields` in the order of their declaration."""

    name: str
    fields: tuple[Field, ...]

    def field(self, code: str) -> Field:
        """The field of that code; KeyError where there is none."""
        for each in self.fields:
            if each.code == code:
                return each
        raise KeyError(code)

    def checked(self, values: Mapping[str, object]) -> dict[str, Scalar]:
        """The values as a record keeps them, empty ones left out, in the order of the fields.

        InputError naming register and field for a field that is not declared, one that must be filled in and is not, a
        value that is not of its kind.
        """
        unknown = sorted(set(values) - {each.code for each in self.fields})
        if unknown:
            raise self._refuse(translate("LandLedger", "The register {register} has no field {field}."), unknown[0])
        found: dict[str, Scalar] = {}
        for each in self.fields:
            value = self._value(each, values.get(each.code))
            if value is not None:
                found[each.code] = value
            elif each.need in (Need.YES, Need.KEY):
                raise self._refuse(
                    translate("LandLedger", "Register {register}: the field {field} must be filled in."), each.name
                )
        self.key_of(found)
        return found

    def key_of(self, values: Mapping[str, object]) -> str:
        """The key of a row; InputError where what it is made of is missing."""
        parts = [str(values[each.code]) for each in self.fields if each.need is Need.KEY and values.get(each.code)]
        if parts:
            return ":".join(parts)
        either = [each for each in self.fields if each.need is Need.EITHER]
        for each in either:
            if values.get(each.code):
                return str(values[each.code])
        first = either[0].name if either else self.fields[0].name
        raise self._refuse(
            translate("LandLedger", "Register {register}: the field {field} must be filled in."), first
        )

    def _value(self, each: Field, value: object) -> Scalar:
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        try:
            return _READERS[each.kind](each, value)
        except ValueError:
            raise self._refuse(
                translate("LandLedger", "Register {register}, field {field}: “{value}” is not valid."),
                each.name,
                value=str(value),
            ) from None

    def _refuse(self, template: str, field: str, **places: object) -> InputError:
        return InputError(template, register=self.name, field=field, **places)


def _text(each: Field, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError
    return str(value).strip()


def _whole(each: Field, value: object) -> int:
    if isinstance(value, bool):
        raise ValueError
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value.strip()):
        return int(value)
    raise ValueError


def _area(each: Field, value: object) -> int:
    """Micro-mu, never below nothing; text would leave the unit open, so it is refused."""
    micro_mu = value.micro_mu if isinstance(value, Area) else value
    if isinstance(micro_mu, bool) or not isinstance(micro_mu, int):
        raise ValueError
    if micro_mu < 0 or micro_mu % 10 ** (_MOST_DECIMALS - each.decimals):
        raise ValueError
    return micro_mu


def _date(each: Field, value: object) -> str:
    if isinstance(value, datetime.datetime):
        raise ValueError
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        raise ValueError
    return datetime.date.fromisoformat(value.strip()).isoformat()


def _number(each: Field, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise ValueError
    try:
        number = Decimal(value.strip() if isinstance(value, str) else value)
    except InvalidOperation:
        raise ValueError from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(number.adjusted()) > 18 or "_" in str(value):
        raise ValueError
    plain = format(number, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    if len(plain.partition(".")[2]) > each.decimals:
        raise ValueError
    return "0" if plain in ("-0", "") else plain


def _code(each: Field, value: object) -> str:
    choices = each.choices or {}
    text = str(value).strip()
    if text in choices:
        return text
    for code, name in choices.items():
        if name == text:
            return code
    raise ValueError


def _flag(each: Field, value: object) -> bool:
    if isinstance(value, (bool, int)) and value in (0, 1):
        return bool(value)
    if isinstance(value, str) and value.strip().lower() in ("1", "y", "yes", "true", "是"):
        return True
    if isinstance(value, str) and value.strip().lower() in ("0", "n", "no", "false", "否"):
        return False
    raise ValueError


_READERS: Mapping[FieldKind, Callable[[Field, object], Scalar]] = {
    FieldKind.TEXT: _text,
    FieldKind.INT: _whole,
    FieldKind.AREA: _area,
    FieldKind.DATE: _date,
    FieldKind.NUMBER: _number,
    FieldKind.ENUM: _code,
    FieldKind.FLAG: _flag,
}


@lru_cache(maxsize=None)
def load_register(name: str) -> Register:
    """The shipped declaration of a register; InputError naming file and line where it makes no sense."""
    return register_from(resource("registers", f"{name}.csv"), name)


def register_from(path: Path, name: str) -> Register:
    """A declaration from any file of the same form."""
    fields: dict[str, Field] = {}
    for row in read_facts(path, _NEEDED):
        each = _field(row)
        if each.code in fields:
            raise row.refuse("field")
        fields[each.code] = each
    return Register(name, tuple(fields.values()))


def _field(row: FactRow) -> Field:
    kinds = {kind.value: kind for kind in FieldKind}
    needs = {need.value: need for need in Need}
    if row.needed("kind") not in kinds:
        raise row.refuse("kind")
    if row.text("required") not in needs:
        raise row.refuse("required")
    decimals = row.text("decimals") or "0"
    if not re.fullmatch(r"[0-6]", decimals):
        raise row.refuse("decimals")
    kind = kinds[row.text("kind")]
    choices = _choices(row) if kind is FieldKind.ENUM else None
    return Field(
        row.needed("field"), row.needed("name"), kind, int(decimals), needs[row.text("required")], choices,
        row.text("note"), row.needed("source"), row.needed("status"),
    )  # fmt: skip


def _choices(row: FactRow) -> dict[str, str]:
    """Codes of an enum and their names; a choice without a name is its own."""
    pairs = [part.partition("=") for part in row.needed("choices").split("|")]
    choices = {code.strip(): (name or code).strip() for code, _, name in pairs}
    if len(choices) != len(pairs) or "" in choices:
        raise row.refuse("choices")
    return choices
