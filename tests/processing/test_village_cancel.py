"""Algorithms on village plans given up in the middle: nothing is left, not even a hidden file."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import pytest

from ...core.store.geopackage import create
from ..core.service.made_register import BOOKS
from ..core.service.plan_sheets import city, write

SAMPLE = Path(__file__).absolute().parents[2] / "resources" / "sample"
JOBS = {
    "checkvillageplan": {"FINDINGS": "findings.gpkg", "WORKBOOK": "book.xlsx"},
    "landusestructure": {"WORKBOOK": "book.xlsx"},
    "planindicators": {"WORKBOOK": "book.xlsx"},
    "comparefootprint": {"PIECES": "pieces.gpkg", "WORKBOOK": "book.xlsx"},
    "planmapbook": {"PDF": "book.pdf", "PICTURES": "pages"},
    "planregister": {"WORKBOOK": "book.xlsx"},
}


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    return Path(shutil.copytree(SAMPLE / "village_plan", tmp_path_factory.mktemp("plans") / "plans"))


@pytest.mark.parametrize("percent", [1, 35, 85])
@pytest.mark.parametrize("name", JOBS)
def test_given_up_nothing_is_left(provider, said_feedback, plans, out, tmp_path, name, percent) -> None:
    from qgis.core import QgsProcessingException

    import processing

    given = {key: str(out / value) for key, value in JOBS[name].items()}
    if name == "planregister":
        create(tmp_path / "ledger.gpkg", "示例", BOOKS).close()
        given.update(LEDGER=str(tmp_path / "ledger.gpkg"), INPUT=str(write(tmp_path / "list.xlsx", city())), AS_OF="2024-06-30")
    else:
        given["FOLDER"] = str(plans)
    if name == "comparefootprint":
        given.update(FOOTPRINTS=str(SAMPLE / "village_plan_projects" / "projects_madeup.gpkg"), FOOTPRINT_ID="DKBH")

    def give_up(feedback, done) -> None:
        if done >= percent:
            feedback.cancel()

    feedback = said_feedback(give_up)
    try:
        processing.run(f"landledger:{name}", given, feedback=feedback)
    except QgsProcessingException as error:
        assert "ancel" in str(error), error
        assert not [path for path in out.rglob("*") if path.is_file()] and not (out / "pages").exists()
    else:
        assert feedback.isCanceled() and percent == 85, "given up, and it went on"
    gc.collect()
