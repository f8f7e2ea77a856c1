# Each target does all of its own set-up, in a virtual environment of this folder; nothing global is touched.
#   make run     open the explorer
#   make test    run the tests
#   make check   linter, types, import contracts
#   make data    regenerate the shipped figures from the reports and the reviewed corrections
#   make corrections   after a change of the reader: explain the reviewed figures anew, changing none
#   make docs    refresh the table of keys and the output that the documentation shows
#   make screenshots   take the README's pictures anew
#   make vocabulary    relearn from the reports which Vietnamese words stand side by side (restores damaged text)
#   make bench   measure speed and memory against the smallest Textual table app and a stock table, on two million figures too

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
REPORTS ?= ../shared/reports
ARGS    ?=

.PHONY: run test check data corrections vocabulary bench docs screenshots clean

run: $(VENV)/.run
	@$(BIN)/xulang $(ARGS)

test: $(VENV)/.dev
	@$(BIN)/python -m compileall -q data queries tui  # once, and not by every program that a test starts
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)  # keeps the tests compiled, too

check: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

data: $(VENV)/.dev
	@$(BIN)/python -m data.store.ship $(REPORTS)

vocabulary: $(VENV)/.dev
	@$(BIN)/python -m data.reader.restoring.learn $(REPORTS)

corrections: $(VENV)/.dev
	@$(BIN)/python -m data.store.corrections $(REPORTS)

docs: $(VENV)/.dev
	@$(BIN)/python -m tests.docs

screenshots: $(VENV)/.dev
	@$(BIN)/python -m tests.screenshots

clean:
	rm -rf $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "xulang needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@$(BIN)/python -m compileall -q data queries tui
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up in $(VENV) with the developers' tools ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q data queries tui
	@touch $@ $(VENV)/.run

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench $(ARGS)
