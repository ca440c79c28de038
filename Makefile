# `make demo` and `make test` do all set-up from a bare clone: Python 3.11 or newer, make, and a package registry in reach.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint gate lock clean help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)  ## read the sample story, write account, brief and pages into demo/
	$(BIN)/dateline demo --output demo

test: $(READY) lint  ## all tests
	$(BIN)/python -m pytest

lint: $(READY)  ## style, types, and which module may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: $(READY)  ## accuracy floors, on the data that is here
	$(BIN)/python -m bench.gate

lock:  ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m piptools compile --quiet --extra dev --generate-hashes --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --strip-extras --no-header --allow-unsafe --output-file requirements.lock pyproject.toml

clean:  ## remove everything that make made
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache
