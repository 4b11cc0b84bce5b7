"""Travel times on roads: lines to a graph, places onto it, shortest times, time circles 时间圈, reach. No QGIS."""
