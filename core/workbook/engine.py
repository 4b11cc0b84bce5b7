"""The one door to openpyxl: found in the installation, else in the copy that travels with the plugin."""

from __future__ import annotations

import importlib
from contextlib import suppress
from threading import Thread

from ..errors import InputError
from ..sentence import translate
from ..vendor import use_vendored


def need_openpyxl() -> None:
    """Make `import openpyxl` work; InputError says how to get it when there is none."""
    try:
        importlib.import_module("openpyxl")
    except ImportError:
        use_vendored()
        _import_vendored()


def fetch_openpyxl() -> None:
    """Begin to import openpyxl while something else is done, for whoever writes a workbook at the end of a long run."""
    Thread(target=_fetch, name="openpyxl", daemon=True).start()


def _fetch() -> None:
    with suppress(InputError):  # said where a workbook is asked for
        need_openpyxl()


def _import_vendored() -> None:
    try:
        importlib.import_module("openpyxl")
    except ImportError as error:
        raise InputError(
            translate(
                "LandLedger",
                "The Python package openpyxl is missing; install it (pip install openpyxl) or reinstall the plugin.",
            )
        ) from error
