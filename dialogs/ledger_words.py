"""How the ledger's windows write things: areas in mu, states and events by name, accounts as people say them."""

from __future__ import annotations

from collections.abc import Mapping

from ..core.area import Area
from ..core.ledger.model import AccountKey
from ..core.quota.vocabulary import EVENT_LABELS, STATE_LABELS, QuotaAmount
from ..processing.base import say

MINUS = "\u2212"


def mu(micro_mu: int, decimals: int = 4) -> str:
    """An area in mu; as many decimals as it needs, four at least (fewer where asked for), `−` for less than nothing."""
    area = Area(micro_mu)
    exact = area.mu(6)
    text = format(area.mu(decimals) if area.mu(decimals) == exact else exact, "f")
    return MINUS + text[1:] if text.startswith("-") else text


def short_mu(micro_mu: int) -> str:
    """An area in mu for a glance: without zeros at the end."""
    text = mu(micro_mu)
    return text.rstrip("0").rstrip(".") if "." in text else text


def total_mu(amount: QuotaAmount) -> str:
    """The first of the three amounts in mu; nothing for nothing."""
    return mu(amount.total) if amount.total else ""


def event_name(event: str) -> str:
    """What people call an event."""
    known = {each.value: label for each, label in EVENT_LABELS.items()}
    return say(known[event]) if event in known else event


def state_name(state: str) -> str:
    """What people call a state of quota."""
    known = {each.value: label for each, label in STATE_LABELS.items()}
    return say(known[state]) if state in known else state


def account_name(account: AccountKey, sources: Mapping[str, str], projects: Mapping[str, str]) -> str:
    """Year, source, state and project of an account."""
    project = projects.get(account.project, account.project)
    parts = (str(account.year or ""), sources.get(account.source, account.source), state_name(account.state), project)
    return " · ".join(part for part in parts if part)


