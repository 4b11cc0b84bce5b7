"""Several values in one attribute, `TBLX=20; GZQ=7`, so that a layer keeps what a plot row said beyond its own columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PART = re.compile(r"((?:[^;\\]|\\.)*)(?:;|$)", re.S)
_KEY = re.compile(r"[A-Z][A-Z0-9_]*")


def packed(values: Mapping[str, str]) -> str:
    """Values by key as one text; a semicolon or backslash in a value gets a backslash before it."""
    return "; ".join(f"{key}={_escaped(text)}" for key, text in values.items())


def unpacked(text: str | None) -> dict[str, str]:
    """The values that `packed` wrote; parts that are no KEY=value are passed over."""
    values: dict[str, str] = {}
    for found in _PART.finditer(text or ""):
        key, sign, value = found.group(1).lstrip(" ").partition("=")
        if sign and _KEY.fullmatch(key):
            values[key] = re.sub(r"\\(.)", r"\1", value, flags=re.S)
    return values


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;")
