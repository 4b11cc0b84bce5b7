"""What questions hold and answer dies on the main thread, and garbage is collected there alone: Qt objects are in both."""

from __future__ import annotations

import gc
import threading
import time

import pytest

from ...core.interpreter import INTERPRETER
from .test_occupation_dialog import A_MINUTE


class Held:
    """Knows in which thread it died."""

    died: list[int] = []

    def __del__(self) -> None:
        self.died.append(threading.get_ident())


@pytest.fixture
def calls(qgis_app):
    from ...dialogs.background_calls import BackgroundCalls

    calls = BackgroundCalls()
    Held.died.clear()
    yield calls
    calls.finish()


def test_what_a_question_holds_and_answers_dies_on_the_main_thread(calls, qtbot):
    def ask(fail):
        held = Held()

        def work():
            time.sleep(0.0005)
            if fail:
                own = Held()
                raise ValueError(held, own)
            return held, Held()

        calls.ask(work, lambda answer: None, lambda error: None)

    for number in range(300):
        ask(number % 3 == 0)
        qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)
    assert len(Held.died) == 600 and set(Held.died) == {threading.get_ident()}


def test_workers_collect_no_garbage(calls, qtbot):
    """A cycle left by the main thread, and a worker that makes so much that Python would collect."""
    cycle = [Held()]
    cycle.append(cycle)

    def work():
        for _ in range(20):
            [[] for _ in range(2000)]
        return gc.isenabled()

    told = []
    calls.ask(lambda: time.sleep(0.05), lambda nothing: None, told.append)
    del cycle
    calls.ask(work, told.append, told.append)
    qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)
    assert told == [False] and gc.isenabled()
    gc.collect()
    assert set(Held.died) == {threading.get_ident()}


def test_a_run_that_ends_during_a_question_does_not_set_the_worker_collecting(calls, qtbot):
    begin, told = threading.Event(), []
    with INTERPRETER.computing():
        calls.ask(lambda: begin.wait(60) and gc.isenabled(), told.append, told.append)
    begin.set()
    qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)
    assert told == [False] and gc.isenabled()


def test_a_question_answered_during_a_run_does_not_set_the_run_collecting(calls, qtbot):
    with INTERPRETER.computing():
        calls.ask(lambda: None, lambda nothing: None, lambda error: None)
        qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_long_question_does_not_keep_garbage(calls, qtbot):
    cycle = [Held()]
    cycle.append(cycle)
    done = threading.Event()
    calls.ask(lambda: done.wait(60), lambda nothing: None, lambda error: None)
    del cycle
    kept = []

    def died():
        kept.extend([] for _ in range(2000))
        return bool(Held.died)

    try:
        qtbot.waitUntil(died, timeout=A_MINUTE)
    finally:
        done.set()
    assert Held.died == [threading.get_ident()]
    qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)


def test_only_the_newest_of_a_topic_is_answered(calls, qtbot):
    told = []
    begin = threading.Event()
    calls.ask(lambda: begin.wait(60), lambda nothing: None, told.append)
    for number in range(3):
        calls.ask(lambda number=number: number, told.append, told.append, "topic")
    begin.set()
    qtbot.waitUntil(lambda: not calls.busy, timeout=A_MINUTE)
    assert told == [2]


def test_nothing_is_heard_after_the_end(calls):
    told = []
    calls.ask(lambda: time.sleep(0.05), told.append, told.append)
    calls.ask(lambda: 1, told.append, told.append)
    calls.finish()
    from qgis.PyQt.QtWidgets import QApplication

    for _ in range(5):
        QApplication.processEvents()
    assert told == [] and not calls.busy and gc.isenabled()
