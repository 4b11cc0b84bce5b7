"""Ledgers reached by the user's QGIS connections, on a real server: who gets in, in which thread, and where a password
never stands."""

from __future__ import annotations

import gc
import secrets
import shutil

import pytest

from ...core.errors import InputError, OutputError
from ...core.resources import resource
from ...core.store.postgresql import open_ledger
from ..core.store.made_ledgers import BOOKS, CITY, NORTH, SOUTH, make_geopackage, moved
from ..core.store.postgresql_server import OWNER, reached, running

PASSWORD = f"geheim'{secrets.token_hex(8)}\\ 密码"


@pytest.fixture(scope="module")
def people():
    """Two logins that need a password: the owner of ledgers, and a clerk."""
    mark = secrets.token_hex(3)
    running().run_sql(
        f"CREATE ROLE clerk_{mark} LOGIN IN ROLE with_password, {OWNER} PASSWORD '{PASSWORD.replace(chr(39), chr(39) * 2)}'"
    )
    return f"clerk_{mark}"


@pytest.fixture
def sign_in(qgis_app):
    """sign_in(user, password) -> id of an entry in the authentication store; taken away at the end."""
    from qgis.core import QgsApplication, QgsAuthMethodConfig

    manager, made = QgsApplication.authManager(), []
    if not manager.masterPasswordIsSet():
        assert manager.setMasterPassword("made-up master", True)

    def store(user, password):
        config = QgsAuthMethodConfig("Basic")
        config.setName(f"ledger {user}")
        config.setConfig("username", user)
        config.setConfig("password", password)
        assert manager.storeAuthenticationConfig(config)[0]
        made.append(config.id())
        return config.id()

    yield store
    for each in made:
        manager.removeAuthenticationConfig(each)


@pytest.fixture
def connected(qgis_app):
    """connected(name, authcfg, host=…) -> a connection of QGIS to the server; taken away at the end."""
    from qgis.core import QgsDataSourceUri, QgsProviderRegistry

    metadata, made = QgsProviderRegistry.instance().providerMetadata("postgres"), []

    def connect(name, config="", host=None, database="postgres", user=""):
        uri = QgsDataSourceUri()
        uri.setConnection(host or str(running().folder), "", database, user, "", QgsDataSourceUri.SslPrefer, config)
        metadata.saveConnection(metadata.createConnection(uri.uri(False), {"saveUsername": bool(user)}), name)
        made.append(name)
        return name

    yield connect
    for name in made:
        metadata.deleteConnection(name)


def copy_to(source, name, overwrite=False, progress=lambda done: None):
    """As landledger:copyledger copies; what it verifies is tested with it."""
    from ...processing.adapters.ledgers import ledger_place

    ledger_place(name).filled(source, overwrite, progress, lambda copy: copy.close())


@pytest.fixture
def office(connected, sign_in, people):
    """(name of the ledger, parameters to look at it directly): a ledger made through a QGIS connection."""
    from ...processing.adapters.ledgers import ledger_place

    schema = f"台账_{secrets.token_hex(3)}"
    name = f"postgresql:{connected('市局', sign_in(people, PASSWORD))}/{schema}"
    store = ledger_place(name).made("台账（示例）", BOOKS)
    with store.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 400)])
    store.close()
    return name, schema


def one_sentence(raised):
    text = str(raised.value)
    assert text[-1] in ".?" and "\n" not in text and "Traceback" not in text
    assert PASSWORD not in text and "geheim" not in text
    return text


def test_a_ledger_by_the_name_of_a_connection(office):
    from ...processing.adapters.ledgers import connection_names, ledger_named

    name, schema = office
    store = ledger_named(name)
    assert (store.head(NORTH).number, store.label) == (1, name)
    assert "市局" in connection_names()
    store.close()
    direct = open_ledger(reached(running().user), schema)
    assert direct.head(NORTH).number == 1
    direct.close()


def test_what_can_not_be_reached_is_one_sentence(office, connected, sign_in, people, tmp_path):
    from ...processing.adapters.ledgers import ledger_named, ledger_place

    wrong = sign_in(people, "wrong " + PASSWORD)
    connected("wrong", wrong)
    connected("unsigned", user=people)
    connected("down", sign_in(people, PASSWORD), host=str(tmp_path))
    connected("elsewhere", sign_in(people, PASSWORD), database="no such")
    connected("lost", "zz99zz9")
    for name, said in {
        "postgresql:": "no PostgreSQL connection",
        "postgresql:不存在/x": "不存在",
        "postgresql:wrong/x": "refuses user name or password",
        "postgresql:unsigned/x": "refuses user name or password",
        "postgresql:down/x": "can't be reached",
        "postgresql:elsewhere/x": "can't be reached",
        "postgresql:lost/x": "authentication of the PostgreSQL connection lost",
        "postgresql:市局": "no ledger of Land Ledger",
        "postgresql:市局/nothing": "no ledger of Land Ledger",
        "  ": "Choose a ledger",
    }.items():
        with pytest.raises(InputError) as raised:
            ledger_named(name)
        assert said in one_sentence(raised), name
    with pytest.raises(OutputError) as raised:
        ledger_place(office[0]).made("again", BOOKS)
    assert "a schema of that name" in one_sentence(raised)


def test_an_expression_reads_a_database_as_it_reads_a_file(connected, sign_in, people, qgis_app, tmp_path):
    from qgis.core import QgsExpression, QgsExpressionContext

    from ...core.progress import no_progress
    from ...processing import expressions
    from ...processing.adapters.ledgers import ledger_place

    file = shutil.copy(resource("sample", "sample_quota_ledger_2023.gpkg"), tmp_path / "台账.gpkg")
    name = f"postgresql:{connected('市局', sign_in(people, PASSWORD))}/台账_{secrets.token_hex(3)}"
    source = ledger_place(str(file)).opened()
    ledger_place(name).filled(source, False, no_progress, lambda copy: None)
    source.close()
    registered = expressions.register()
    try:
        for holder in ("371526", "高唐县", "371500"):
            found = [
                QgsExpression(f"quota_balance('{ledger}', '{holder}')").evaluate(QgsExpressionContext())
                for ledger in (file, name)
            ]
            assert found[0] == found[1] is not None, holder
    finally:
        expressions.unregister(registered)


def test_a_password_is_nowhere_to_be_seen(office, connected, sign_in, people, qgis_app, tmp_path, caplog):
    from qgis.core import QgsApplication, QgsProject, QgsSettings

    from ...processing.adapters.ledgers import ledger_named, ledger_place

    logged = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: logged.append(f"{tag} {text}"))
    place = ledger_place(office[0])
    store = place.opened()
    store.books()
    seen = [repr(place), str(place), repr(store), store.label, str(vars(store)), repr(store.connection()), store.connection().dsn]
    with pytest.raises(InputError) as raised, store.writing([NORTH]) as writing:
        store.connection().close()
        writing.append([moved(NORTH, 4)])
    seen += [str(raised.value), repr(raised.value)]
    connected("wrong", sign_in(people, "x" + PASSWORD))
    try:
        ledger_named("postgresql:wrong/x")
    except InputError as error:
        while error is not None:
            seen += [str(error), repr(error.args)]
            error = error.__cause__ or error.__context__
    settings = QgsSettings()
    settings.sync()
    seen += [f"{key}={settings.value(key)}" for key in settings.allKeys()]
    project = tmp_path / "p.qgs"
    assert QgsProject.instance().write(str(project))
    seen += [project.read_text(), *logged, caplog.text]
    server = running()
    seen += [(server.folder / "server.log").read_text(errors="replace")]
    assert sum(map(len, seen)) > 1000
    for text in seen:
        assert PASSWORD not in text and "geheim" not in text
    store.close()


@pytest.fixture
def count_algorithm(provider):
    """A small algorithm on a ledger, known to Processing, that posts from its worker thread."""
    from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString
    from qgis.PyQt.QtCore import QThread

    from ...processing.base import Group
    from ...processing.ledger_algorithm import LedgerBookAlgorithm

    class PostOne(LedgerBookAlgorithm):
        GROUP = Group.QUOTA
        asked_on = []

        def name(self):
            return "postone"

        def displayName(self):
            return "Post one"

        def initAlgorithm(self, configuration=None):
            self.add_ledger()
            self.addOutput(QgsProcessingOutputNumber("NUMBER", "Number"))
            self.addOutput(QgsProcessingOutputString("THREAD", "Thread"))

        def compute(self, parameters, context, feedback):
            store = self.ledger(parameters, context)
            with store.writing([SOUTH]) as writing:
                (voucher,) = writing.append([moved(SOUTH, 8)])
            store.close()
            main = QThread.currentThread() == qgis_main()
            return {"NUMBER": voucher.number, "THREAD": "main" if main else "worker"}

    def qgis_main():
        from qgis.core import QgsApplication

        return QgsApplication.instance().thread()

    return PostOne()


def _run_in_a_task(algorithm, name):
    """(ok, results, errors) of a run on a worker thread, as the toolbox does it."""
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    class Said(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.said = []

        def reportError(self, error, fatalError=False):
            self.said.append(error)

        def pushDebugInfo(self, info):
            self.said.append(info)

    context, feedback, loop, ended = QgsProcessingContext(), Said(), QEventLoop(), []
    task = QgsProcessingAlgRunnerTask(algorithm, {"LEDGER": name}, context, feedback)
    task.executed.connect(lambda ok, results: (ended.append((ok, results)), loop.quit()))
    QTimer.singleShot(30000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec_()
    return (*ended[0], feedback.said)


def test_an_algorithm_posts_from_its_thread(office, count_algorithm):
    for number in (1, 2):
        ok, results, said = _run_in_a_task(count_algorithm, office[0])
        assert (ok, results["NUMBER"], results["THREAD"], said) == (True, number, "worker", [])
    gc.collect()


def test_an_algorithm_takes_the_name_of_a_database_or_a_file(office, count_algorithm, tmp_path):
    from qgis.core import QgsProcessingContext

    store, _ = make_geopackage(tmp_path, "t", BOOKS)
    algorithm = count_algorithm.create()
    for name in (office[0], str(store.path)):
        assert algorithm.checkParameterValues({"LEDGER": name}, QgsProcessingContext()) == (True, "")
    assert _run_in_a_task(count_algorithm, str(store.path))[1]["NUMBER"] == 1
    store.close()


def test_an_algorithm_that_can_not_connect_says_so(count_algorithm, provider):
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    with pytest.raises(QgsProcessingException) as raised:
        count_algorithm.create().run({"LEDGER": "postgresql:nobody/x"}, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert "no PostgreSQL connection called nobody" in one_sentence(raised)
    gc.collect()


def test_copies_between_a_file_and_a_connection(office, tmp_path):
    from ...processing.adapters.ledgers import ledger_named

    name, _ = office
    source = ledger_named(name)
    path = tmp_path / "台账.gpkg"
    copy_to(source, str(path))
    middle = ledger_named(str(path))
    assert [voucher.hash for voucher in middle.vouchers()] == [voucher.hash for voucher in source.vouchers()]
    back = name.rpartition("/")[0] + f"/back_{secrets.token_hex(3)}"
    copy_to(middle, back)
    last = ledger_named(back)
    assert last.info() == middle.info() == source.info()
    assert last.head(NORTH) == source.head(NORTH) and last.head(CITY) == source.head(CITY)
    with pytest.raises(OutputError, match="a schema of that name"):
        copy_to(middle, back)
    with pytest.raises(OutputError, match="exists already"):
        copy_to(source, str(path))
    copy_to(source, str(path), overwrite=True)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    for store in (source, middle, last):
        store.close()


def test_a_copy_that_is_cancelled_leaves_nothing(office, tmp_path):
    from ...core.errors import Cancelled
    from ...processing.adapters.ledgers import ledger_named

    name, _ = office
    source = ledger_named(name)
    file, _ = make_geopackage(tmp_path / "", "t", BOOKS)
    with file.writing([NORTH]) as writing:
        writing.append([moved(NORTH, 4)])

    def cancel(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        copy_to(source, str(tmp_path / "x.gpkg"), progress=cancel)
    assert [each.name for each in tmp_path.iterdir()] == [file.path.name]
    gone = name.rpartition("/")[0] + f"/gone_{secrets.token_hex(3)}"
    with pytest.raises(Cancelled):
        copy_to(file, gone, progress=cancel)
    with pytest.raises(InputError, match="no ledger"):
        ledger_named(gone)
    source.close()
    file.close()
