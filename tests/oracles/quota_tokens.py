"""Oracle of the quota ledger: every unit of quota is a token that lies in a box; events carry tokens from box to box.

Written from the description of the events alone, without a single addition of areas: a token has a quota year, a source
and a kind of land (c cultivated, g other agricultural, o other), a box is a holder, a state and a project.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field

ORDER = {"ZP": 1, "ZC": 2, "JY": 3, "ZJ": 9, "YZ": 99}
LOCKED = {"ZP"}
COUNTS = {"ZP", "ZC", "JY"}


class No(Exception):
    """The event is refused."""


@dataclass(frozen=True)
class Token:
    """One unit of quota."""

    year: int
    source: str
    kind: str

    @property
    def turn(self):
        """Real quota first, older first, then in the order of the sources."""
        return (self.source == "YZ", self.year, ORDER[self.source])


@dataclass
class Event:
    """What is asked; `kinds` is a word like "ccgo", a letter a unit."""

    name: str
    holder: str
    kinds: str = ""
    year: int = 2023
    source: str = ""
    project: str = ""
    approval: str = ""
    to_holder: str = ""
    to_source: str = ""
    to_year: int = 0
    reverses: int = 0


@dataclass
class TokenLedger:
    """Boxes of tokens, and for each voucher the tokens it carried: (token, from, token, to)."""

    carry_over: bool = False
    boxes: dict = field(default_factory=dict)
    vouchers: dict = field(default_factory=dict)
    undone: set = field(default_factory=set)
    approvals: set = field(default_factory=set)

    def box(self, holder, state, project=""):
        return self.boxes.setdefault((holder, state, project), [])

    def ask(self, event: Event) -> bool:
        """Book the event; whether it was allowed. Nothing changes where it was not."""
        try:
            moves = getattr(self, "on_" + event.name)(event)
        except No:
            return False
        groups = moves if isinstance(moves, dict) else {event.holder: moves}
        for moved in groups.values():
            for token, start, _, _ in moved:
                if start[1] not in ("EXT", "ADV", "CLR"):
                    assert token in self.box(*start)
        numbers = {}
        for holder, moved in groups.items():
            for token, start, turned, end in moved:
                self.boxes[start].remove(token) if start[1] not in ("EXT", "ADV", "CLR") else None
                if end[1] not in ("EXT", "ADV", "CLR"):
                    self.box(*end).append(turned)
            book = self.vouchers.setdefault(holder, [])
            book.append((event, moved))
            numbers[holder] = len(book)
        for holder in groups:
            self.vouchers[holder][numbers[holder] - 1] = (event, groups[holder], numbers)
        if event.name in ("use", "clear"):
            self.approvals.add((event.name, event.approval, event.project))
        if event.name == "reverse":
            first, _, group = self.vouchers[event.holder][event.reverses - 1]
            self.undone |= set(group.items())
            self.approvals.discard((first.name, first.approval, first.project))
        return True

    # ------------------------------------------------------------------------------------------------------ taking

    def found(self, places, event, kinds=None, real=False):
        """Tokens for each letter, from boxes in their order; (token, box) pairs. No where there are too few."""
        wanted = Counter(event.kinds if kinds is None else kinds)
        pairs = []
        for kind, count in wanted.items():
            here = [pair for pair in places if pair[0].kind == kind]
            if len(here) < count:
                raise No
            pairs += here[:count]
        return pairs

    def tokens(self, holder, state, project, source="", year=0):
        place = (holder, state, project)
        found = [
            (token, place)
            for token in self.box(*place)
            if (not source or token.source == source) and (not year or token.year == year)
        ]
        return sorted(found, key=lambda pair: pair[0].turn)

    def free(self, event):
        """The box of available quota: with the project in it where the source is locked."""
        return (event.holder, "AVL", event.project if event.source in LOCKED else "")

    def available(self, event):
        return list(self.tokens(*self.free(event), event.source, event.year))

    def new(self, event, source=None):
        return [Token(event.year, source or event.source, kind) for kind in event.kinds]

    @staticmethod
    def require(condition):
        if not condition:
            raise No

    @staticmethod
    def carried(pairs, end):
        return [(token, start, token, end) for token, start in pairs]

    # ------------------------------------------------------------------------------------------------------- events

    def on_issue(self, e):
        self.require(e.source not in ("", "YZ") and (e.source not in LOCKED or e.project))
        return [(t, (e.holder, "EXT", ""), t, self.free(e)) for t in self.new(e)]

    def on_transfer_out(self, e):
        target = e.to_source or e.source
        self.require(e.to_holder != e.holder and e.source not in ("", "YZ") and target != "YZ")
        self.require((e.source in LOCKED) == (target in LOCKED) and (e.source in COUNTS) == (target in COUNTS))
        self.require(e.source not in LOCKED or e.project)
        pairs = self.found(self.available(e), e)
        end = (e.to_holder, "AVL", e.project if target in LOCKED else "")
        return {
            e.holder: self.carried(pairs, (e.holder, "CLR", "")),
            e.to_holder: [(t, (e.to_holder, "CLR", ""), Token(t.year, target, t.kind), end) for t, _ in pairs],
        }

    def on_advance(self, e):
        self.require(e.project and e.source in ("", "YZ"))
        return [(t, (e.holder, "ADV", e.project), t, (e.holder, "ALC", e.project)) for t in self.new(e, "YZ")]

    def on_repay(self, e):
        self.require(e.project and e.source not in ("", "YZ"))
        held = self.advanced(e)
        taken = self.found(held, e)
        paid = self.found(self.available(e), e)
        moves = self.carried(paid, (e.holder, "ADV", e.project))
        for token, place in taken:
            moves.append((token, place, Token(e.year, e.source, token.kind), place))
        return moves

    def advanced(self, e):
        states = {"USE": 0, "PEN": 1, "ALC": 2}
        pairs = [pair for state in states for pair in self.tokens(e.holder, state, e.project, "YZ")]
        return sorted(pairs, key=lambda pair: (pair[0].year, states[pair[1][1]]))

    def on_reserve(self, e):
        self.require(e.project and e.source not in ("", "YZ"))
        return self.carried(self.found(self.available(e), e), (e.holder, "RES", e.project))

    def on_release(self, e):
        self.require(e.project and e.source not in ("", "YZ"))
        return self.carried(self.found(self.tokens(e.holder, "RES", e.project, e.source, e.year), e), self.free(e))

    def on_allocate(self, e):
        self.require(e.project and e.source != "YZ")
        places = self.tokens(e.holder, "RES", e.project, e.source, e.year)
        if e.source:
            places = places + self.available(e)
        return self.carried(self.found(places, e), (e.holder, "ALC", e.project))

    def on_submit(self, e):
        self.require(e.project)
        pairs = self.found(self.tokens(e.holder, "ALC", e.project, e.source, e.year), e)
        return self.carried(pairs, (e.holder, "PEN", e.project))

    def on_send_back(self, e):
        self.require(e.project)
        pairs = self.found(self.tokens(e.holder, "PEN", e.project, e.source, e.year), e)
        return self.carried(pairs, (e.holder, "ALC", e.project))

    def on_use(self, e):
        self.require(e.project and e.approval)
        self.require(not {("use", e.approval, e.project), ("clear", e.approval, e.project)} & self.approvals)
        rest = self.tokens(e.holder, "PEN", e.project, e.source, e.year)
        used, lacking = [], Counter()
        for kind in e.kinds:
            pair = next((pair for pair in rest if pair[0].kind == kind), None)
            if pair is None:
                lacking[kind] += 1
            else:
                rest.remove(pair)
                used.append(pair)
        self.require(not lacking["c"])
        use = (e.holder, "USE", e.project)
        swapped = self.swapped(e, rest, lacking, use)
        return self.carried(used, use) + swapped + self.carried(rest, (e.holder, "ALC", e.project))

    def swapped(self, e, rest, lacking, use):
        """For each kind that was not submitted a token of farmland goes back, and one of the kind comes from there."""
        moves, shelves = [], {}
        for kind, worth in (("g", "c"), ("o", "gc")):
            for _ in range(lacking[kind]):
                spare = [pair for pair in rest if pair[0].kind in worth]
                self.require(spare)
                account = spare[0][0].turn
                same = [pair for pair in spare if pair[0].turn == account]
                handed = min(same, key=lambda pair: worth.index(pair[0].kind))
                rest.remove(handed)
                token, place = handed
                wanted = Token(token.year, token.source, kind)
                if token.source == "YZ":
                    back = (e.holder, "ADV", e.project)
                else:
                    back = (e.holder, "AVL", e.project if token.source in LOCKED else "")
                    shelf = shelves.setdefault(back, list(self.box(*back)))
                    self.require(wanted in shelf)
                    shelf.remove(wanted)
                moves += [(token, place, token, back), (wanted, back, wanted, use)]
        return moves

    def on_clear(self, e):
        self.require(e.project and e.approval and e.source not in ("", "YZ"))
        self.require(("clear", e.approval, e.project) not in self.approvals)
        held = self.advanced(e)
        self.require(held)
        moves = self.carried(self.found(self.available(e), e), (e.holder, "USE", e.project))
        return moves + self.carried(held, (e.holder, "ADV", e.project))

    def on_write_off(self, e):
        self.require(e.project)
        used = [pair for pair in self.tokens(e.holder, "USE", e.project, e.source, e.year) if pair[0].source != "YZ"]
        return self.carried(self.found(used, e), (e.holder, "WO", e.project))

    def on_return(self, e):
        self.require(e.project)
        moves = []
        for token, place in self.found(self.tokens(e.holder, "ALC", e.project, e.source, e.year), e):
            back = (e.holder, "AVL", e.project if token.source in LOCKED else "")
            moves.append((token, place, token, (e.holder, "ADV", e.project) if token.source == "YZ" else back))
        return moves

    def on_reclaim(self, e):
        self.require(e.source not in ("", "YZ") and (e.source not in LOCKED or e.project))
        places = [] if e.project and e.source not in LOCKED else self.available(e)
        if e.project:
            places = places + self.tokens(e.holder, "ALC", e.project, e.source, e.year)
        return self.carried(self.found(places, e), (e.holder, "REV", ""))

    def on_carry_over(self, e):
        self.require(self.carry_over and e.source not in ("", "YZ") and (e.source not in LOCKED or e.project))
        to_year = e.to_year or e.year + 1
        self.require(e.year < to_year <= 2024)
        return [(t, p, Token(to_year, t.source, t.kind), p) for t, p in self.found(self.available(e), e)]

    def on_reverse(self, e):
        book = self.vouchers.get(e.holder, [])
        self.require(0 < e.reverses <= len(book))
        first, _, group = book[e.reverses - 1]
        self.require(first.name != "reverse" and not set(group.items()) & self.undone)
        moves = {}
        for holder, number in group.items():
            here = []
            for token, start, turned, end in self.vouchers[holder][number - 1][1]:
                here.append((turned, end, token, start))
            for place, lot in itertools.groupby(sorted(here, key=lambda m: m[1]), key=lambda m: m[1]):
                wanted = Counter(move[0] for move in lot)
                self.require(place[1] in ("EXT", "ADV", "CLR") or not wanted - Counter(self.box(*place)))
            moves[holder] = here
        return moves

    # ------------------------------------------------------------------------------------------------------- balances

    def balances(self):
        """(holder, year, source, state, project) → (all, agricultural, cultivated) units, of what lies in boxes."""
        found = {}
        for (holder, state, project), tokens in self.boxes.items():
            for token in tokens:
                place = (holder, token.year, token.source, state, project)
                units = found.setdefault(place, [0, 0, 0])
                units[0] += 1
                units[1] += token.kind in "cg"
                units[2] += token.kind == "c"
        return {place: tuple(units) for place, units in found.items()}

    def owed(self):
        """(holder, project) → units of advanced tokens that lie anywhere."""
        found = Counter()
        for (holder, state, project), tokens in self.boxes.items():
            if state in ("ALC", "PEN", "USE"):
                found[holder, project] += sum(token.source == "YZ" for token in tokens)
        return +found
