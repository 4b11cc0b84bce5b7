"""Which Python packages the algorithms need beside QGIS, and what to say when one is missing."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import cache

from ..core.sentence import Sentence, sentence, translate
from ..core.vendor import use_vendored

SHAPELY_MAJOR = 2


@cache
def missing(packages: tuple[str, ...]) -> Sentence | None:
    """The first of `packages` that is absent or too old, as a sentence; None when all are there. Imports none of them."""
    use_vendored()
    for package in packages:
        if importlib.util.find_spec(package) is None:
            return sentence(
                translate(
                    "LandLedger",
                    "The Python package {package} is missing. On Windows and macOS install a current QGIS with its own "
                    "installer; on Linux install {package} with the package manager or pip, then restart QGIS.",
                ),
                package=package,
            )
        if package == "shapely" and _major(package) < SHAPELY_MAJOR:
            return sentence(
                translate(
                    "LandLedger",
                    "The Python package shapely {version} is too old, version 2 or newer is needed. On Windows and macOS "
                    "install a current QGIS with its own installer; on Linux run: "
                    "pip install --no-binary shapely \"shapely>=2\" \"numpy<2\", then restart QGIS.",
                ),
                version=_version(package),
            )
    return None


def _version(package: str) -> str:
    if package in sys.modules:
        return str(getattr(sys.modules[package], "__version__", "0"))
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return str(getattr(importlib.import_module(package), "__version__", "0"))


def _major(package: str) -> int:
    first = _version(package).split(".")[0]
    return int(first) if first.isdigit() else 0
