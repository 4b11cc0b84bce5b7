"""The register of village plans 村庄规划台账: states as data, rows of the service book, import, report, map."""
