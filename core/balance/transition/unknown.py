"""Ground whose class the class table does not know: it stands in every total under no class, and is told."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...area import Area
from ...sentence import Sentence, sentence, translate
from ...survey.classes import CodeTable
from .model import NO_CODE, UNCOVERED, Flows

_UNKNOWN = {
    True: translate(
        "LandLedger", "Before: {count} pieces, {area} m², have the code {code}, which the class table does not know."
    ),
    False: translate(
        "LandLedger", "After: {count} pieces, {area} m², have the code {code}, which the class table does not know."
    ),
}
_NONE = {
    True: translate("LandLedger", "Before: {count} pieces, {area} m², have no class code."),
    False: translate("LandLedger", "After: {count} pieces, {area} m², have no class code."),
}


def unknown_classes(flows: Flows, table: CodeTable) -> Iterator[tuple[bool, str, Sentence, Area]]:
    """Each code of a side that the table does not know: whether it is that before, the code ('' for none), what to say of
    it, its ground."""
    for before, codes in ((True, flows.before), (False, flows.after)):
        for code in sorted(set(codes.tolist()) - {UNCOVERED}):
            if table.known(code):
                continue
            rows = codes == code
            area = flows.area(rows)
            text = _NONE[before] if code == NO_CODE else _UNKNOWN[before]
            said = sentence(text, count=int(np.count_nonzero(rows)), area=area.square_metres(), code=code)
            yield before, "" if code == NO_CODE else code, said, area
