"""Service books in an office's database: the city's and a county's, each recorded by its own people."""

from __future__ import annotations

import pytest

from ....core.errors import InputError
from ....core.rules import load_rules
from ....core.service.register.founding import found_service
from ....core.service.register.ledger import Assigned, NewVisit, ServiceLedger
from ....core.service.register.verifying import broken_rules
from ....core.store.verify import verify
from ..store.made_ledgers import CITY, NORTH, SOUTH
from ..store.test_postgresql_roles import Office
from .made_register import TODAY, day


@pytest.fixture
def office():
    made = Office()
    for holder in (CITY, NORTH, SOUTH):
        found_service(made.owner, holder)
    yield made
    made.close()


def of(office, name, holder):
    return ServiceLedger(office.store(name), load_rules(), lambda: TODAY, holder)


def test_each_office_keeps_its_own_teams(office):
    city, north, south = of(office, "city", CITY), of(office, "north", NORTH), of(office, "south", SOUTH)
    city.put_teams([{"code": "C1", "name": "市组"}])
    north.put_teams([{"code": "N1", "name": "北组"}])
    north.put_scenario({"code": "N", "name": "北方案", "state": "draft"})
    north.record_assignment("N", [Assigned("1", "N1")], day("2024-01-01"))
    recorded = north.record_visits([NewVisit({"team": "N1", "date": "2024-05-01"}, [{"text": "甲", "field": "名城保护"}])])
    assert [team.code for team in south.teams()] == [] and south.visits() == []
    assert [team.code for team in city.teams()] == ["C1", "N1"] and len(city.suggestions()) == 1
    with pytest.raises(InputError):
        ServiceLedger(office.store("south"), load_rules(), lambda: TODAY, NORTH).put_teams([{"code": "N2", "name": "外"}])
    with pytest.raises(InputError):
        ServiceLedger(office.store("auditor"), load_rules(), lambda: TODAY, CITY).put_teams([{"code": "A", "name": "审"}])
    # The city goes on with a row of a county in the county's book.
    city.correct_suggestion(recorded.suggestions[0].no, {"text": "乙"})
    city.record_assignment("N", [Assigned("1", "C1")], day("2024-02-01"))
    assert [each.text for each in north.suggestions()] == ["乙"]
    assert [each.team for each in north.assignment("N")] == ["C1"]
    assert verify(office.owner).clean and not list(broken_rules(office.owner))
    assert verify(office.store("north")).clean and not list(broken_rules(office.store("north")))


def test_a_code_that_another_office_has_is_refused_in_a_sentence(office):
    north, south = of(office, "north", NORTH), of(office, "south", SOUTH)
    north.put_teams([{"code": "X", "name": "北组"}])
    with pytest.raises(InputError):
        south.put_teams([{"code": "X", "name": "南组"}])
    assert [team.name for team in north.teams()] == ["北组"] and south.teams() == []
