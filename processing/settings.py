"""What a bureau changed for itself: table layouts, rules and export profiles in the QGIS profile, untouched by updates of the plugin.

`<profile>/land_ledger/tables/T07.csv` takes the place of ours; rows of `<profile>/land_ledger/rules/*.csv` take the place
of ours with the same key and year; `<profile>/land_ledger/exchange_profiles/*.csv` stand beside ours, and so do the capacity
presets of `<profile>/land_ledger/codes/capacity.csv`; `<profile>/land_ledger/codes/plan_states.csv` takes the place of our states of
village plans.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QGuiApplication

from ..core.errors import InputError
from ..core.resources import resource
from ..core.rules import Rules, load_rules
from .compat import installed_fonts

FOLDER = "land_ledger"
OPERATOR = f"{FOLDER}/operator"


def operator_name() -> str:
    """Who works here: the name in the settings, else the full name of the computer's user, else the login."""
    own = str(QgsSettings().value(OPERATOR, "") or "")
    return (own or QgsApplication.userFullName() or QgsApplication.userLoginName()).strip()


def own_folder(kind: str) -> Path:
    """Where the user's own files of a kind (`tables`, `rules`, `codes`, `exchange_profiles`) belong; it may not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / FOLDER / kind


def layouts_folder() -> str | None:
    """The folder of the user's own table layouts, None where there is none."""
    folder = own_folder("tables")
    return str(folder) if folder.is_dir() else None


def own_files(kind: str) -> list[Path]:
    """The user's own CSV files of a kind, in the order of their names."""
    return sorted(own_folder(kind).glob("*.csv"))


def rules_in_force() -> Rules:
    """Our rules with the user's own on top. InputError names file and line of a rule that can't be read."""
    shipped = sorted(resource("rules").glob("*.csv"))
    return load_rules([*shipped, *own_files("rules")])


def own_plan_states() -> Path | None:
    """The bureau's own states of village plans (`codes/plan_states.csv`), None where it has none."""
    own = own_folder("codes") / "plan_states.csv"
    return own if own.is_file() else None


def rule_value(key: str, otherwise: str) -> str:
    """The value a parameter offers at first; `otherwise` where the rules can't be read, which the run then says."""
    try:
        return rules_in_force().get(key).text()
    except InputError:
        return otherwise


def own_yields() -> Path:
    """The file of the bureau's own capacity presets; it may not exist."""
    return own_folder("codes") / "capacity.csv"


def font_families() -> list[str]:
    """Fonts of this machine, none where Qt runs without a display server. Main thread only."""
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        return []
    return installed_fonts()
