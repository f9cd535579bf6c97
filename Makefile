# Every target sets up what it needs; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?= corpus
OUT ?= outputs
ENGINE ?= local

.DEFAULT_GOAL := help
.PHONY: help setup report ingest extract align flag test lint lock docs clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(VENV)/.run ## make .venv and install the locked packages

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "crosscheck needs Python 3.11 or newer; try: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

report: $(VENV)/.run ## read corpus/ and write outputs/<story>/report.html (the main job)
	$(BIN)/crosscheck run $(CORPUS) --out $(OUT) --engine $(ENGINE)

ingest: $(VENV)/.run ## read and label the files of corpus/, store the tables
	$(BIN)/crosscheck ingest $(CORPUS) --out $(OUT) --engine $(ENGINE)

extract: $(VENV)/.run ## find names, dates, quotations, figures and claims in what ingest stored
	$(BIN)/crosscheck extract --out $(OUT) --engine $(ENGINE)

align: $(VENV)/.run ## compare what extract stored
	$(BIN)/crosscheck align --out $(OUT) --engine $(ENGINE)

flag: $(VENV)/.run ## run the rules on what align stored
	$(BIN)/crosscheck flag --out $(OUT) --engine $(ENGINE)

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff, mypy --strict and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: report ## write docs/rules.md, docs/cli.md and docs/sample.html anew from the code
	$(BIN)/python -m pipeline.flag.manual > docs/rules.md
	NO_COLOR=1 COLUMNS=100 $(BIN)/python -m typer pipeline.cli utils docs --name crosscheck --title Commands --output docs/cli.md
	cp $$(ls $(OUT)/*/report.html | head -n 1) docs/sample.html

lock: | $(VENV)/.made ## resolve the dependencies anew into the lock files
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml build.in -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra dev -c requirements.lock pyproject.toml build.in -o requirements-dev.lock

clean: ## remove the environment, the outputs and every cache
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(OUT) -mindepth 1 ! -name README.md -delete
