"""One algorithm a file, one folder a group: a module here that defines a LedgerAlgorithm is in the toolbox."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ..base import LedgerAlgorithm


def module_names() -> Iterator[str]:
    """Full names of the algorithm modules, sorted, none of them imported."""
    for group in sorted(pkgutil.iter_modules(__path__, __name__ + "."), key=lambda found: found.name):
        if group.ispkg:
            package = importlib.import_module(group.name)
            yield from sorted(f"{group.name}.{module.name}" for module in pkgutil.iter_modules(package.__path__))


def algorithms_of(module_name: str) -> list[type[LedgerAlgorithm]]:
    """The algorithm classes written in a module, not those it imports; a class without `name` is only a base."""
    module = importlib.import_module(module_name)
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, LedgerAlgorithm)
        and value.__module__ == module.__name__
        and "name" in vars(value)
    ]
