"""The findings of a check of village plans as a table: with layer and rule, places being villages."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from .findings_layer import Findings
from .findings_page import FindingsPage
from .findings_table import FindingModel


class PlanFindingModel(FindingModel):
    """Rows of a plan check."""

    LAYER, RULE = 8, 9
    _FIELDS = {**FindingModel._FIELDS, LAYER: "LAYER", RULE: "RULE"}
    _SOUGHT = (*FindingModel._SOUGHT, "LAYER", "RULE")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = (*self._headers, self.tr("Layer"), self.tr("Rule"))

    def set_findings(self, findings: Findings | None) -> None:
        if findings is not None:
            # Parcels of a plan have no location code of their own: the village says where they lie.
            nowhere = [""] * len(findings)
            findings = replace(findings, texts={**findings.texts, "ZLDWMC": findings.texts["VILLAGE"], "ZLDWDM": nowhere})
        super().set_findings(findings)

    def checks(self) -> list[tuple[str, str]]:
        """Id, rule and title of each check that found something, in the order of the rules."""
        texts = self.findings.texts if self.findings is not None else {}
        rules = dict(zip(texts.get("CHECK_ID", ()), texts.get("RULE", ())))
        titled = [(check, f"{rules.get(check, '')} {title}".strip()) for check, title in super().checks()]
        return sorted(titled, key=lambda pair: (_number(rules.get(pair[0], "")), pair[1]))


def _number(rule: str) -> tuple[str, int]:
    """R10 after R9."""
    digits = "".join(letter for letter in rule if letter.isdigit())
    return rule[:1], int(digits or 0)


class PlanFindingsPage(FindingsPage):
    """The list of findings of a plan check, with a button that makes opinions of those chosen."""

    MEMORY = "planreview"

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.opinion_button = QPushButton(self.tr("Opinion…"))
        self.opinion_button.setToolTip(
            self.tr("Makes opinions of the chosen findings, one a check and village: the planners get them in the list of opinions.")
        )
        self.opinion_button.setEnabled(False)
        self.buttons.insertWidget(self.buttons.indexOf(self.accept_button), self.opinion_button)

    def show_buttons(self, undoable: bool) -> None:
        super().show_buttons(undoable)
        self.opinion_button.setEnabled(self.locate_button.isEnabled())

    def nothing_shown(self) -> str:
        return self.tr("No findings are shown. Check a village plan, or open the findings of an earlier check.")

    def nothing_found(self) -> str:
        return self.tr("The check found nothing: the plan passes all checks that are switched on.")

    def layers_tip(self) -> str:
        return self.tr("Layers of the project that hold the findings of a check of village plans.")

    def head_of(self, at: int) -> list[str]:
        texts = self._model.findings.texts
        return [texts["RULE"][at], *super().head_of(at), texts["LAYER"][at]]
