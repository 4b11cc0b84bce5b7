"""Result tables without shapes: fields of `core` as QGIS fields, and rows into a sink."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from qgis.core import QgsFields

from ..base import say
from ..compat import FieldKind, field


class DeclaredField(Protocol):
    """A field as `core` declares it; `kind` is a FieldKind's value, `alias` an English text to translate."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def alias(self) -> str: ...
    @property
    def length(self) -> int: ...
    @property
    def decimals(self) -> int: ...


def fields_for(declared: Iterable[DeclaredField], columns: Mapping[str, np.ndarray]) -> QgsFields:
    """The fields, text as long as the longest of `columns` by name needs: a longer text would end the run."""
    fields = QgsFields()
    for each in declared:
        kind = FieldKind(each.kind)
        length = each.length
        if kind is FieldKind.TEXT:
            length = max([length, *(len(str(text).encode()) for text in set(columns[each.name].tolist()) if text)])
        made = field(each.name, kind, length, each.decimals, say(each.alias))
        made.setAlias(say(each.alias))
        fields.append(made)
    return fields


def no_shapes(count: int) -> np.ndarray:
    """`count` rows without a shape, as a sink takes them."""
    return np.full(count, None, dtype=object)


def aliases_of(declared: Sequence[DeclaredField]) -> dict[str, Any]:
    """Aliases by field name, in the user's language."""
    return {each.name: say(each.alias) for each in declared}
