"""The real qgis_process on a real PostgreSQL: a connection of QGIS, its password in the authentication store only."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
from pathlib import Path

import pytest

from ..core.store.postgresql_server import OWNER, reached, running

ROOT = Path(__file__).absolute().parents[2]
PASSWORD = f"geheim_{secrets.token_hex(8)}"
MASTER = "made-up master"

CONNECT = """
import sys
from qgis.core import (QgsApplication, QgsAuthMethodConfig, QgsDataSourceUri, QgsProviderRegistry)
from qgis.PyQt.QtCore import QSettings
profile, host, user, password, master = sys.argv[1:]
QSettings.setDefaultFormat(QSettings.IniFormat)
QSettings.setPath(QSettings.IniFormat, QSettings.UserScope, profile)
app = QgsApplication([], False, profile)
QgsApplication.setOrganizationName("QGIS"); QgsApplication.setApplicationName("QGIS3")
app.initQgis()
manager = QgsApplication.authManager()
assert manager.setMasterPassword(master, True)
config = QgsAuthMethodConfig("Basic")
config.setName("ledger"); config.setConfig("username", user); config.setConfig("password", password)
assert manager.storeAuthenticationConfig(config)[0]
uri = QgsDataSourceUri()
uri.setConnection(host, "", "postgres", "", "", QgsDataSourceUri.SslPrefer, config.id())
metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
metadata.saveConnection(metadata.createConnection(uri.uri(False), {}), "市局")
app.exitQgis()
"""

RUN = """
cd "$1"; custom=$2; shift 2
. scripts/environment.sh
export QGIS_CUSTOM_CONFIG_PATH=$custom QT_QPA_PLATFORM=offscreen
/usr/bin/python3 scripts/write_profile.py
program=/usr/bin/qgis_process.bin
[ -x $program ] || program=/usr/bin/qgis_process
exec $program "$@"
"""


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    """process(algorithm, NAME=value …) -> (outputs, all that was said), in a profile of its own."""
    user = f"clerk_{secrets.token_hex(3)}"
    running().run_sql(f"CREATE ROLE {user} LOGIN IN ROLE with_password, {OWNER} PASSWORD '{PASSWORD}'")
    custom = tmp_path_factory.mktemp("profile")
    profile = custom / "profiles" / "default"
    profile.mkdir(parents=True)
    master = custom / "master.txt"
    master.write_text(MASTER)
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "QGIS_PLUGINPATH")}
    clean.update(QGIS_AUTH_PASSWORD_FILE=str(master), QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(custom))
    told = subprocess.run(
        ["/usr/bin/python3", "-c", CONNECT, str(profile), str(running().folder), user, PASSWORD, MASTER],
        env={**clean, "QGIS_CUSTOM_CONFIG_PATH": str(custom)}, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr

    def run(algorithm, **values):
        given = [f"{name}={value}" for name, value in values.items()]
        done = subprocess.run(
            ["bash", "-c", RUN, "run", str(ROOT), str(custom), "--json", "run", f"landledger:{algorithm}", "--", *given],
            env=clean, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        said = done.stdout + done.stderr
        assert PASSWORD not in said
        found = json.loads(done.stdout[done.stdout.index("{") :]) if "{" in done.stdout else {}
        return found.get("results", {}), said

    yield run
    kept = [file for file in custom.rglob("*") if file.is_file()]
    assert any(file.name == "QGIS3.ini" for file in kept)
    for file in kept:
        assert PASSWORD.encode() not in file.read_bytes()


@pytest.mark.real_qgis
@pytest.mark.slow
def test_a_ledger_in_a_database_through_the_real_qgis_process(process):
    name = f"postgresql:市局/台账_{secrets.token_hex(3)}"
    made, said = process("createledger", DATABASE=name, DISTRICTS="371500=聊城市;371526=高唐县")
    assert (made.get("LEDGER"), made.get("BOOK_COUNT")) == (name, 2), said
    found, said = process("verifyledger", LEDGER=name)
    assert (found.get("FINDING_COUNT"), found.get("BOOK_COUNT")) == (0, 2), said
    found, said = process("verifyledger", LEDGER="postgresql:no such/x")
    assert found == {} and "no PostgreSQL connection called no such" in said
    assert "Traceback" not in said
    assert reached()["host"] not in said
