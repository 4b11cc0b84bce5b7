"""Writes QGIS3.ini of the private profile: our plugin on, language as asked, no news and no update check."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PyQt5.QtCore import QSettings


def main() -> None:
    ini = Path(os.environ["QGIS_CUSTOM_CONFIG_PATH"]) / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True, exist_ok=True)
    locale = os.environ.get("LANDLEDGER_LOCALE", "")
    wanted = {
        "PythonPlugins/land_ledger": "true",
        "PythonPlugins/processing": "true",
        "qgis/checkVersion": "false",
        "qgis/newsFeedEnabled": "false",
        "locale/overrideFlag": "true" if locale else "false",
        "locale/userLocale": locale,
    }
    settings = QSettings(str(ini), QSettings.IniFormat)
    # Only when it differs: two runs at once must not write the file under each other's hands.
    for key, value in wanted.items():
        if str(settings.value(key, "")).lower() != value.lower():
            settings.setValue(key, value)
    settings.sync()
    if settings.status() != QSettings.NoError:
        sys.exit(f"{ini} can't be written")


if __name__ == "__main__":
    main()
