# make run · make test · make check · make bench · make frozen · make lock
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

# Python 3.11 is the floor; PYTHON=... chooses another.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
export PYTHON
# Tests run in so many processes at once; JOBS=0 runs them in one, in order.
JOBS ?= 2
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: run test check lint types direction unit bench pictures manual-pictures frozen lock system-run system-test system-frozen clean

run: system-run $(STAMP)
	$(BIN)/python -m orapp --demo

# Everything, with coverage of lines and branches. In the order of the folders: the long stories first, the many small ones last,
# so that no process waits for another in the end. A process that crashes ends the run: the others would wait for what it had.
test: system-test $(STAMP) lint types direction
	$(BIN)/coverage erase
	ORAPP_COVERAGE=1 $(BIN)/python -m pytest -q --numprocesses=$(JOBS) --dist=loadfile --no-loadscope-reorder --max-worker-restart=0 tests
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# In under a minute: before each commit.
check: $(STAMP) lint types direction unit

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

direction: $(STAMP)
	$(BIN)/lint-imports --no-logo

unit: $(STAMP)
	$(BIN)/python -m pytest -q tests/unit tests/architecture

bench: system-run $(STAMP)
	$(BIN)/python -m tests.benchmarks

# Every screen and dialog of the demo: both sizes, light and dark, and at 200 % text, in build/pictures.
pictures: system-run $(STAMP)
	$(BIN)/python -m tests.pictures

# The pictures in the manual, made anew from the demo.
manual-pictures: system-run $(STAMP)
	$(BIN)/python -m tests.pictures --manual

# A folder that runs without Python, and proves that it works.
frozen: system-frozen $(STAMP)
	installer/frozen.sh

# Renews requirements.lock after a change in pyproject.toml; what is pinned already stays, unless UPGRADE=--upgrade is given.
lock: $(STAMP)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --quiet $(UPGRADE) --output-file requirements.lock >/dev/null

# The system comes first: Debian keeps venv in a package of its own.
system-run system-test system-frozen:
	@installer/system_packages.sh $(@:system-%=%)

$(STAMP): requirements.lock pyproject.toml | $(or $(foreach goal,$(filter test frozen,$(MAKECMDGOALS)),system-$(goal)),system-run)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf .venv build dist orapp.egg-info .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.*
