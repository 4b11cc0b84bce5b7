"""Every text of the sources has its Chinese, the .ts and .qm are those of the sources, and the check can fail."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).absolute().parents[2]
PARTS = ("plugin.py", "core", "processing", "dialogs", "i18n", "scripts/translations")


def check(root: Path) -> subprocess.CompletedProcess:
    return subprocess.run([str(root / "scripts" / "translations"), "--check"], capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path) -> Path:
    """The sources and translations elsewhere, to be changed; only what is said of the change counts."""
    for part in PARTS:
        source, target = ROOT / part, tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target)
    return tmp_path


def test_chinese_is_complete_and_current():
    found = check(ROOT)
    assert found.returncode == 0, found.stderr


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('x = translate(\n    "LandLedger",\n    "A text " "nobody translated.",\n)\n', "A text nobody translated."),
        ('class Window:\n    def f(self):\n        return self.tr("Nor this one.")\n', "no Chinese in Window"),
        ('def f():\n    raise InputError("Unmarked {file}.", file=1)\n', "Unmarked {file}."),
        ('class A:\n    def f(self, n):\n        return self.tr(f"{n} rows")\n', "put together before"),
        ('class A:\n    def f(self, n):\n        return self.tr("{} rows".format(n))\n', "put together before"),
    ],
)
def test_a_text_without_chinese_is_found(copy, source, complaint):
    (copy / "core" / "added_text.py").write_text(source, encoding="utf-8")
    found = check(copy)
    assert found.returncode == 1
    assert complaint in found.stderr


def test_a_place_lost_in_the_chinese_is_found(copy):
    ts = copy / "i18n" / "land_ledger_zh_CN.ts"
    ts.write_text(ts.read_text(encoding="utf-8").replace("{module} 加载失败", "加载失败"), encoding="utf-8")
    found = check(copy)
    assert found.returncode == 1
    assert "other places in the Chinese of LandLedgerProvider" in found.stderr


def test_a_qm_of_another_day_is_found(copy):
    ts = copy / "i18n" / "land_ledger_zh_CN.ts"
    ts.write_text(ts.read_text(encoding="utf-8").replace("加载失败", "无法加载"), encoding="utf-8")
    found = check(copy)
    assert "land_ledger_zh_CN.qm is not up to date" in found.stderr
