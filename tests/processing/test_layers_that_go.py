"""A layer that is taken off the project, or gets another provider, while a thread reads it: what was asked for is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from .layers_that_go import ANEW, BEFORE, MEANWHILE, READERS, ROWS
from .ledger_kills import folder_of

WHOLE = [[code, area] for code, area, _ in ROWS]


def told(reader, moment):
    """What a program of its own read; memory that was given back is overwritten at once there."""
    package = __package__.rsplit(".", 2)[0]
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHONPATH", "QGIS_"))}
    done = subprocess.run(
        [sys.executable, "-m", f"{package}.tests.processing.layers_that_go", reader, moment],
        cwd=folder_of(package), env={**clean, "QT_QPA_PLATFORM": "offscreen", "MALLOC_PERTURB_": "165"},
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.returncode}: {done.stderr[-3000:]}"
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("moment", [BEFORE, MEANWHILE, ANEW])
@pytest.mark.parametrize("reader", sorted(READERS))
def test_what_was_asked_for_is_read(reader, moment):
    found = told(reader, moment)
    if reader.startswith("limited"):
        # Which of them come first is for QGIS to say.
        assert len(found) == 4 and all(row in WHOLE for row in found)
    elif reader == "shapes_at_hand":
        assert found == len(ROWS)
    else:
        assert sorted(found) == WHOLE


def test_a_query_outlasts_its_layer_and_what_it_can_not_outlast_is_told():
    """QGIS would say that it has no features."""
    assert sorted(told("virtual", BEFORE)) == WHOLE
    for reader, gone in (("virtual_selected", "query"), ("virtual_of_base", "地块")):
        told_of = f"Layer query can't be read: layer {gone} was removed from the project meanwhile. Run it again."
        assert told(reader, BEFORE) == [told_of]
    for reader in ("virtual", "virtual_selected", "virtual_of_base"):
        assert sorted(told(reader, MEANWHILE)) == WHOLE
