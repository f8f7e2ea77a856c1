# Each target does all of its own set-up, in a virtual environment of this folder; nothing global is touched.
#   make run     open the explorer
#   make test    run the tests
#   make check   linter, types, import contracts
#   make data    regenerate the shipped figures from the reports and the reviewed corrections
#   make bench   measure speed against the smallest Textual table app

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
REPORTS ?= ../shared/reports
ARGS    ?=

.PHONY: run test check data bench clean

run: $(VENV)/.run
	@$(BIN)/xulang $(ARGS)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

check: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

data: $(VENV)/.dev
	@$(BIN)/python -m data.store.ship $(REPORTS)

clean:
	rm -rf $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "xulang needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up in $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up in $(VENV) with the developers' tools ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench
