"""What the check of village plans is given: package and profile of the plans that are loaded."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from ..core.village.profile import profiles_in
from ..processing.adapters.plan_marks import loaded_plans
from ..processing.settings import own_folder

DEEPEST = 2
"""So many folders below that of a package its files may lie."""


def plans_at_hand() -> dict[str, Any]:
    """The package that the loaded plans are of, and its profile: nobody has to name again what is on the map."""
    plans = loaded_plans(QgsProject.instance())
    place = package_of(layer.source().partition("|")[0] for plan in plans for layer in plan.layers.values())
    if not place:
        return {}
    profiles = list(profiles_in([own_folder("profiles")]))
    used = next((mark.profile for plan in plans for mark in plan.marks.values()), "")
    given = {"FOLDER" if os.path.isdir(place) else "PACKAGE": place}
    return given | ({"PROFILE": profiles.index(used)} if used in profiles else {})


def package_of(files: Iterable[str]) -> str:
    """The file that all layers of a package lie in, else the folder above their files, if none lies deeper than DEEPEST; ''
    without any."""
    known = {os.path.abspath(file) for file in files if file and os.path.exists(file)}
    if len(known) < 2:
        return next(iter(known), "")
    folder = os.path.commonpath([os.path.dirname(file) for file in known])
    deepest = max(len(Path(file).relative_to(folder).parts) for file in known)
    return folder if deepest <= DEEPEST + 1 else ""
