"""What our modules import from one another is there, also where it is imported only once a function runs."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]
FLOORS = ("core", "processing", "dialogs")


@functools.lru_cache(maxsize=None)
def names_of(module: Path) -> set[str]:
    """What a module defines or imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
    return names


def missing(file: Path) -> Iterator[str]:
    """Names that a file imports from ours and that are not there."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        place = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
        module = place.with_suffix(".py") if node.module and place.with_suffix(".py").exists() else place / "__init__.py"
        known = names_of(module) if module.exists() else set()
        for alias in node.names:
            if alias.name not in known and not (place / f"{alias.name}.py").exists() and not (place / alias.name).is_dir():
                yield f"{file.relative_to(ROOT)}:{node.lineno}: {alias.name} is not in {module.relative_to(ROOT)}"


def test_every_name_that_is_imported_from_ours_is_there():
    files = [file for floor in FLOORS for file in sorted((ROOT / floor).rglob("*.py"))]
    assert len(files) > 300
    assert [fault for file in files for fault in missing(file)] == []


def test_a_name_that_is_gone_is_found(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "settings.py").write_text("LAST = 1\n", encoding="utf-8")
    (tmp_path / "late.py").write_text("def run():\n    from .settings import LAST, OPERATOR\n", encoding="utf-8")
    assert list(missing(tmp_path / "late.py")) == ["late.py:2: OPERATOR is not in settings.py"]
