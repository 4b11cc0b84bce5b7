"""Every style loads into a layer as our algorithms make it, and draws what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...core.survey.classes import load_code_table

STYLES = Path(__file__).resolve().parents[2] / "resources" / "styles"
PIECE_FIELDS = (
    "FP_ID:string FP_NAME:string BSM:string DLBM:string DLMC:string BP_DLBM:string THREE:string IN_YN:integer \
IN_HX:integer IN_KFBJ:integer AREA_ADJ:double"
)
RED, DARK_RED, MAGENTA = (230, 0, 0), (140, 0, 80), (255, 0, 255)


"""Styles of layers of points."""


def layer_of(fields: str, *rows: dict[str, object], kind: str = "Polygon"):
    """A memory layer of 100 m squares beside one another (or of points in their middles), one for each row."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    definition = "".join(f"&field={field}" for field in fields.split())
    layer = QgsVectorLayer(kind + "?crs=EPSG:4527" + definition, "made", "memory")
    for place, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        square = QgsGeometry.fromRect(QgsRectangle(39500000 + 100 * place, 4000000, 39500100 + 100 * place, 4000100))
        feature.setGeometry(square if kind == "Polygon" else square.centroid())
        for name, value in row.items():
            feature.setAttribute(name, value)
        assert layer.dataProvider().addFeatures([feature])[0]
    layer.updateExtents()
    return layer


def centres_of(layer):
    """The same rows as points, in a layer of its own."""
    from qgis.core import QgsFeature, QgsVectorLayer

    points = QgsVectorLayer("Point?crs=EPSG:4527", "made", "memory")
    points.dataProvider().addAttributes(layer.fields().toList())
    points.updateFields()
    for row in layer.getFeatures():
        feature = QgsFeature(row)
        feature.setGeometry(row.geometry().centroid())
        assert points.dataProvider().addFeatures([feature])[0]
    points.updateExtents()
    return points


def styled(layer, name: str):
    message, loaded = layer.loadNamedStyle(str(STYLES / f"{name}.qml"))
    assert loaded, message
    return layer


def drawn(layer):
    """A picture of the layer: 100 pixels for each square and 10 around."""
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor

    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setBackgroundColor(QColor("#ffffff"))
    extent = layer.extent()
    extent.grow(10)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(int(extent.width()), int(extent.height())))
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    settings.setFlag(QgsMapSettings.DrawLabeling, False)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert not job.errors()
    return job.renderedImage()


def colour(image, x: int, y: int) -> tuple[int, int, int]:
    pixel = image.pixelColor(x, y)
    return pixel.red(), pixel.green(), pixel.blue()


def colours(image, left: int, right: int) -> set[tuple[int, int, int]]:
    return {colour(image, x, y) for x in range(left, right) for y in range(image.height())}


TABLES = {"class_summary", "advance_clearing", "import_problems"}
"""Styles of results without shapes."""


@pytest.mark.parametrize(
    "path", [path for path in sorted(STYLES.glob("*.qml")) if path.stem not in TABLES], ids=lambda path: path.stem
)
def test_each_style_loads_and_draws_something(qgis_app, path: Path) -> None:
    row = {"FP_ID": "1", "DLBM": "0103", "THREE": "agricultural", "IN_YN": 0, "IN_HX": 0}
    layer = layer_of(PIECE_FIELDS, row, row)
    if "<layerGeometryType>0<" in path.read_text(encoding="utf-8"):
        layer = centres_of(layer)
    image = drawn(styled(layer, path.stem))
    assert len(colours(image, 0, image.width())) > 1


def test_there_is_a_style_for_every_output() -> None:
    assert {"pieces", "plots", "ellipsoid_area", "overlaps", "findings", "finding_areas"} <= {path.stem for path in STYLES.glob("*.qml")}


def test_pieces_have_the_colour_of_their_class_and_conflicts_a_red_line(qgis_app) -> None:
    layer = styled(
        layer_of(
            PIECE_FIELDS,
            {"DLBM": "0101", "THREE": "agricultural", "IN_YN": 0, "IN_HX": 0},
            {"DLBM": "0701", "THREE": "construction", "IN_YN": 1, "IN_HX": 0},
            {"DLBM": "0301", "THREE": "agricultural", "IN_YN": None, "IN_HX": None},
            {"DLBM": "1104K", "THREE": "agricultural", "IN_YN": 0, "IN_HX": 1},
            {"DLBM": "WRONG", "THREE": "unknown", "IN_YN": 0, "IN_HX": 0},
            {"DLBM": None, "THREE": "unknown", "IN_YN": 0, "IN_HX": 0},
            {"DLBM": None, "THREE": "outside", "IN_YN": 0, "IN_HX": 0},
        ),
        "pieces",
    )
    image = drawn(layer)
    centres = [colour(image, 60 + 100 * place, 60) for place in range(7)]
    assert centres[:3] == [(248, 208, 114), (229, 103, 102), (49, 173, 105)]
    assert centres[4:] == [MAGENTA, MAGENTA, (255, 255, 255)]
    assert RED in colours(image, 115, 205) and DARK_RED in colours(image, 315, 405)
    assert not {RED, DARK_RED} & (colours(image, 20, 100) | colours(image, 220, 300) | colours(image, 420, 700))


def test_every_class_a_parcel_can_have_has_a_colour(qgis_app) -> None:
    layer = styled(layer_of(PIECE_FIELDS), "pieces")
    categories = layer.renderer().categories()
    shown = {category.value() for category in categories}
    classes = load_code_table().classes.values()
    assert {land_class.code for land_class in classes if land_class.level > 1 or land_class.code == "09"} <= shown
    assert any("示意" in category.label() for category in categories)


def test_stored_codes_are_shown_as_words(qgis_app) -> None:
    layer = styled(layer_of(PIECE_FIELDS), "pieces")
    setup = layer.editorWidgetSetup(layer.fields().indexOf("THREE"))
    assert setup.type() == "ValueMap"
    assert {"农用地": "agricultural"} in setup.config()["map"]


def test_differences_of_area_stand_out(qgis_app) -> None:
    image = drawn(
        styled(
            layer_of("TBMJ:double ELL_DIFF:double", {"ELL_DIFF": 100.01 - 100}, {"ELL_DIFF": -0.02}),
            "ellipsoid_area",
        )
    )
    assert (colour(image, 60, 60), colour(image, 160, 60)) == ((215, 232, 210), (246, 198, 184))


def test_plots_leave_the_map_below_visible(qgis_app) -> None:
    image = drawn(styled(layer_of("DKMC:string", {"DKMC": "一号地块"}), "plots"))
    assert colour(image, 60, 60) == (255, 255, 255) and RED in colours(image, 0, image.width())


def test_findings_have_the_colour_of_their_severity_and_accepted_ones_are_grey(qgis_app) -> None:
    rows = [{"SEVERITY": severity, "STATE": "open"} for severity in ("error", "warning", "hint")]
    rows.append({"SEVERITY": "error", "STATE": "accepted"})
    layer = styled(layer_of("SEVERITY:string STATE:string", *rows, kind="Point"), "findings")
    image = drawn(layer)
    assert [colour(image, 10 + 100 * place, 10) for place in range(4)] == [
        RED, (240, 130, 40), (40, 120, 200), (180, 180, 180),
    ]
    setup = layer.editorWidgetSetup(layer.fields().indexOf("STATE"))
    assert {"已核实": "accepted"} in setup.config()["map"]


def test_ground_of_findings_is_hatched_in_the_colour_of_its_severity(qgis_app) -> None:
    layer = styled(layer_of("SEVERITY:string", {"SEVERITY": "error"}, {"SEVERITY": "hint"}), "finding_areas")
    image = drawn(layer)
    assert RED in colours(image, 20, 100) and (40, 120, 200) in colours(image, 120, 200)
    assert (255, 255, 255) in colours(image, 20, 100)


def test_undecided_codes_stand_out(qgis_app) -> None:
    rows = [{"STATUS": status} for status in ("1:1", "decided", "default", "needs review", "no rule")]
    image = drawn(styled(layer_of("NEW_CODE:string STATUS:string", *rows), "crosswalk"))
    centres = [colour(image, 60 + 100 * place, 60) for place in range(5)]
    assert len(set(centres)) == 5 and centres[3] == (245, 160, 120) and centres[4] == MAGENTA


def test_unsupplied_plots_by_difficulty_and_slivers_apart(qgis_app) -> None:
    rows = [{"DIFF": word, "SLIVER": 0} for word in ("易", "中", "难", None)] + [{"DIFF": "易", "SLIVER": 1}]
    image = drawn(styled(layer_of("PART:string SLIVER:integer AREA_MU:double DIFF:string", *rows), "unsupplied"))
    centres = [colour(image, 60 + 100 * place, 60) for place in range(4)]
    assert centres == [(195, 230, 180), (255, 224, 140), (240, 150, 120), (220, 220, 220)]
    assert (200, 0, 180) in colours(image, 415, 505) and (195, 230, 180) not in colours(image, 415, 505)


def test_idle_parcels_stand_out(qgis_app) -> None:
    states = ("not_started", "stopped", "overdue", "running", "not_due", "finished", "unknown", None)
    image = drawn(styled(layer_of("NUMBER:string STATE:string", *({"STATE": state} for state in states)), "idle"))
    centres = [colour(image, 60 + 100 * place, 60) for place in range(8)]
    assert len(set(centres)) == 7 and centres[0] == (230, 85, 60) and centres[6] == centres[7]


def test_outflow_spots_are_coloured_by_state(qgis_app) -> None:
    states = ("open", "partly", "done", "closed", "exempt", None)
    image = drawn(styled(layer_of("TBBH:string STATE:string", *({"STATE": state} for state in states)), "rectification"))
    centres = [colour(image, 60 + 100 * place, 60) for place in range(6)]
    assert len(set(centres)) == 5 and centres[0] == centres[5] == (230, 85, 60)


def test_blocks_are_coloured_by_kind_and_outlined_by_findings(qgis_app) -> None:
    roles = ("demolition", "resettlement", "new_build", "project")
    rows = [{"ROLE": role, "FAULTS": int(role == "new_build")} for role in roles]
    image = drawn(styled(layer_of("ROLE:string DKBH:string FAULTS:integer", *rows), "linkage"))
    assert len({colour(image, 60 + 100 * place, 60) for place in range(4)}) == 4


def test_a_table_shows_stored_words_as_people_say_them(qgis_app) -> None:
    from qgis.core import QgsVectorLayer

    layer = styled(QgsVectorLayer("NoGeometry?field=LEVEL:string&field=THREE:string", "made", "memory"), "class_summary")
    words = layer.editorWidgetSetup(layer.fields().indexOf("THREE")).config()["map"]
    assert {"农用地": "agricultural"} in words and {"未识别地类": "unknown"} in words
    layer = styled(QgsVectorLayer("NoGeometry?field=OVERDUE:integer", "made", "memory"), "advance_clearing")
    assert {"逾期": "1"} in layer.editorWidgetSetup(0).config()["map"]


def test_changed_patches_have_the_colour_of_their_kind(qgis_app) -> None:
    from ...core.balance.transition.kinds import flow_kinds

    kinds = flow_kinds()
    rows = [{"KIND": kind.key} for kind in kinds]
    layer = styled(layer_of("KIND:string RULE:string", *rows), "transition")
    image = drawn(layer)
    for place, kind in enumerate(kinds):
        wanted = tuple(int(kind.colour[at : at + 2], 16) for at in (1, 3, 5))
        assert colour(image, 60 + 100 * place, 60) == wanted, kind.name
    labels = {category.value(): category.label() for category in layer.renderer().categories()}
    assert {kind.key: kind.name for kind in kinds}.items() <= labels.items()
    assert labels["uncovered"] == "未覆盖"
