"""Questions of windows: a box whose buttons say what they do, and the two buttons of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton, QWidget


def asked(window: QWidget, text: str, buttons: Sequence[tuple[str, str]], title: str = "") -> str:
    """Ask, under the window's title or another one. `buttons` are words and names; the name of the one pressed comes back. The
    last one is that of Enter and Escape."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title or window.windowTitle())
    box.setText(text)
    made, last = {}, buttons[-1][1]
    for words, name in buttons:
        role = QMessageBox.ButtonRole.RejectRole if name == last else QMessageBox.ButtonRole.AcceptRole
        made[name] = box.addButton(words, role)
        made[name].setObjectName(name)
    box.setDefaultButton(made[last])
    box.setEscapeButton(made[last])
    box.exec()
    return next((name for name, button in made.items() if box.clickedButton() is button), last)


def answer_buttons(
    dialog: QDialog, does: str, cancel: str, agree: Callable[[], object] | None = None
) -> tuple[QDialogButtonBox, QPushButton]:
    """The two buttons of a dialog and the first of them, which accepts it, or calls `agree`. Words: what it `does`, and `cancel`."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    ok = box.button(QDialogButtonBox.StandardButton.Ok)
    ok.setText(does)
    box.button(QDialogButtonBox.StandardButton.Cancel).setText(cancel)
    box.accepted.connect(agree or dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, ok
