"""Made-up units and teams for the window of planner service areas: villages on a grid, teams with their bases."""

from __future__ import annotations

SIDE, WEST, SOUTH = 1000.0, 39_500_000.0, 4_000_000.0


def code_of(number: int, columns: int) -> str:
    """The code of a village: twelve digits, the last nought of none."""
    row, column = divmod(number, columns)
    return f"37990{row // 100 + 1}{row % 100 + 1:03d}{column + 1:03d}"


def units_layer(count: int, columns: int, points: bool = False):
    """Villages of one km each, row by row from the south; people 100, 200, …"""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

    kind = "Point" if points else "Polygon"
    fields = "&field=DYDM:string(12)&field=DYMC:string(40)&field=SSXZ:string(40)&field=RKS:integer"
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4527{fields}", "villages", "memory")
    features = []
    for number in range(count):
        row, column = divmod(number, columns)
        x, y = WEST + column * SIDE, SOUTH + row * SIDE
        box = QgsGeometry.fromRect(QgsRectangle(x, y, x + SIDE, y + SIDE))
        feature = QgsFeature()
        feature.setGeometry(box.centroid() if points else box)
        feature.setAttributes([code_of(number, columns), f"V{number + 1}", f"T{row + 1}", 100 * (number + 1)])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def teams_layer(*places: tuple[float, float], capacities=()):
    """Teams G1, G2 … with bases in km from the south-west corner."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

    fields = "&field=XZBH:string(10)&field=XZMCH:string(40)&field=QTGHS:string(20)&field=FWRL:double"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4527{fields}", "teams", "memory")
    features = []
    for number, (x, y) in enumerate(places):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + x * SIDE, SOUTH + y * SIDE)))
        capacity = capacities[number] if capacities else None
        feature.setAttributes([f"G{number + 1}", f"Group {number + 1}", f"Planner {number + 1}", capacity])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def table_layer(*rows: tuple[str, str, str], name: str = "today"):
    """A table of scenario, unit and team."""
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer

    fields = "field=SCENARIO:string(60)&field=UNIT:string(12)&field=TEAM:string(10)"
    layer = QgsVectorLayer(f"NoGeometry?{fields}", name, "memory")
    features = []
    for row in rows:
        feature = QgsFeature()
        feature.setAttributes(list(row))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer
