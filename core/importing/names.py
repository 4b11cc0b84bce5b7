"""What people call things by, and what a text means: a code, a name, or an alias. One that is none of these is never guessed:
what is like it is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..survey.spelling import near_names
from ..workbook.cell_text import normalised

_MOST_COMPARED = 200_000
"""So many comparisons of names are worth their time: some seconds."""
_OUTER_SUFFIX = re.compile(r"(自治县|市|县|区|旗|镇|乡|街道|街道办事处|开发区)$")


class Names:
    """Codes by code, name and alias."""

    def __init__(self, names: Mapping[str, str], *, short: bool = False) -> None:
        """`names` by code; with `short` a name without its 县, 区, 市 counts too where no other is the same."""
        self._names = dict(names)
        self._codes: dict[str, str] = {}
        doubled: set[str] = set()
        if short:
            for code, name in names.items():
                self._add(_OUTER_SUFFIX.sub("", _bare(name)), code, doubled)
        named: dict[str, str] = {}
        for code, name in names.items():
            bare = _bare(name)
            if bare in named:
                doubled.add(bare)
            named[bare] = code
        self._codes.update(named)
        for word in doubled:
            self._codes.pop(word, None)
        self.doubled = frozenset(doubled)
        self._codes.update({_bare(code): code for code in names})
        self._known: dict[str, str] = {}
        self._near: dict[str, list[str]] = {}
        self._left = _MOST_COMPARED

    def _add(self, word: str, code: str, doubled: set[str]) -> None:
        if len(word) < 2:
            return
        if self._codes.get(word, code) != code:
            doubled.add(word)
        self._codes[word] = code

    def add(self, code: str, name: str) -> None:
        """One more."""
        self._names[code] = name
        self._codes.setdefault(_bare(name), code)
        self._codes[_bare(code)] = code
        self._known.clear()

    def also(self, words: Iterable[tuple[str, str]]) -> None:
        """Other names (name, code) of codes that are known, unless they mean something already."""
        for name, code in words:
            if name and code in self._names:
                self._codes.setdefault(_bare(name), code)
        self._known.clear()

    def find(self, text: str) -> str:
        """The code a text means, '' where it means none."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._find(_bare(text))
        return found

    def _find(self, bare: str) -> str:
        if bare in self._codes:
            return self._codes[bare]
        # 371502东昌府区: a code with its name behind it.
        match = re.match(r"^([0-9A-Z]+)[-_]?(.+)$", bare)
        if match and self._codes.get(match.group(1), "-") == self._codes.get(match.group(2), "+"):
            return self._codes[match.group(1)]
        return ""

    def near(self, text: str, most: int = 3) -> list[str]:
        """Names that are like a text, the likest first; none any more when very many texts were compared."""
        if text not in self._near:
            self._left -= len(self._names)
            self._near[text] = near_names([_bare(text)], list(self._names.values()), most) if self._left > 0 else []
        return self._near[text]

    def name(self, code: str) -> str:
        """The name of a code, the code where it has none."""
        return self._names.get(code, code)

    def __contains__(self, code: str) -> bool:
        return code in self._names

    def codes(self) -> Iterable[str]:
        """All codes."""
        return self._names.keys()


def near_words(text: str, words: Iterable[str]) -> list[str]:
    """Words that are like a text: those that contain it or that it contains, then those written alike."""
    bare = _bare(text)
    known = list(words)
    inside = [word for word in known if len(word) > 1 and (word in bare or bare in word)]
    # Half of a word of two characters is not like enough for `near_names`.
    half = [word for word in known if len(word) == len(bare) == 2 and (word[0] == bare[0] or word[1] == bare[1])]
    return list(dict.fromkeys([*sorted(inside, key=len, reverse=True), *near_names([bare], known), *half]))[:3]


def bare_word(text: str) -> str:
    """A word for comparison: width, blanks and case made one."""
    return _bare(text)


def _bare(text: str) -> str:
    return normalised(text).upper()
