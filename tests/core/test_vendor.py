"""openpyxl that travels with the package: used only where the installation has none."""

from __future__ import annotations

import sys

import pytest

from ...core import vendor


@pytest.fixture
def vendored(tmp_path, monkeypatch):
    """A vendor folder with stand-in packages under names that no installation has."""
    for name in ("landledger_absent_a", "landledger_absent_b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("here = True\n")
    monkeypatch.setattr(vendor, "VENDOR_FOLDER", tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    return tmp_path


def test_nothing_is_added_where_the_installation_has_all(vendored, monkeypatch):
    monkeypatch.setattr(vendor, "VENDORED", ("json", "csv"))
    vendor.use_vendored()
    assert str(vendored) not in sys.path


def test_the_folder_is_added_once_and_last(vendored, monkeypatch):
    monkeypatch.setattr(vendor, "VENDORED", ("json", "landledger_absent_b"))
    vendor.use_vendored()
    vendor.use_vendored()
    assert sys.path.count(str(vendored)) == 1
    assert sys.path[-1] == str(vendored)
    import landledger_absent_b

    assert landledger_absent_b.here
