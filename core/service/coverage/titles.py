"""The checks of service by planners: what each is called; how bad it is, is the rule `check_<name>`."""

from __future__ import annotations

from collections.abc import Mapping

from ...sentence import translate

CHECK_TITLES: Mapping[str, str] = {
    "service_gap": translate("LandLedger", "Unit served by nobody"),
    "service_double": translate("LandLedger", "Unit served twice"),
    "service_expired": translate("LandLedger", "Assignment expired"),
    "service_not_begun": translate("LandLedger", "Assignment not yet begun"),
    "service_team_expired": translate("LandLedger", "Term of the team expired"),
    "service_team_not_begun": translate("LandLedger", "Term of the team not yet begun"),
    "service_unknown_unit": translate("LandLedger", "Unit of a table not matched"),
    "service_unit_differs": translate("LandLedger", "Unit of a table called otherwise"),
    "service_unknown_team": translate("LandLedger", "Team of a table unknown"),
    "service_no_day": translate("LandLedger", "Visit without a day"),
    "service_no_town": translate("LandLedger", "Town of a village unclear"),
    "service_outside": translate("LandLedger", "Assigned unit outside the city"),
    "service_partly_outside": translate("LandLedger", "Assigned unit partly outside the city"),
    "service_share": translate("LandLedger", "Share of the city served too small"),
    "service_uncovered": translate("LandLedger", "Ground served by nobody"),
    "service_unvisited": translate("LandLedger", "Village with a plan, not visited"),
    "service_few_visits": translate("LandLedger", "Too few visits of the team"),
    "service_idle": translate("LandLedger", "Team without a unit"),
}
"""In the order of the findings."""
