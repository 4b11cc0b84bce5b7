# On a fresh Debian 12 each of these is one command: what is missing is installed first.
.PHONY: help setup demo test lint translations package bench bench-ledger soak

help:
	@echo "make setup         install what is missing (QGIS, Python packages); run again, it only checks"
	@echo "make demo          the main jobs on the made-up samples, through the real qgis_process, into out/"
	@echo "make test          everything that can turn red"
	@echo "make lint          ruff and mypy"
	@echo "make translations  texts of the sources into i18n/, Chinese built"
	@echo "make package       the zip for plugins.qgis.org, into dist/"
	@echo "make bench         speed beside QGIS, geopandas, DuckDB, PostGIS and SedonaDB, into docs/benchmarks.md"
	@echo "make bench-ledger  the ledger beside ledger, hledger and bean-check, into docs/benchmarks_ledger.md"
	@echo "make soak          tests on examples drawn anew; a posting program killed 1000 times with a QGIS reading, into docs/soak.md"

setup:
	@scripts/setup

demo: setup
	@scripts/demo

test: setup
	@scripts/test

lint: setup
	@.venv/bin/ruff check . && .venv/bin/mypy

translations: setup
	@scripts/translations

package: setup
	@scripts/package

bench: setup
	@scripts/bench $(BENCH)

bench-ledger: setup
	@scripts/bench_ledger $(BENCH)
soak: setup
	@scripts/test_drawn
	@scripts/soak $(SOAK)
