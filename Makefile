# Needs python3 (3.11 or later, with venv) and make; the rest is installed into .venv from lock files.
PYTHON ?= python3
VENV   ?= .venv
PORT   ?= 8000
ARGS   ?=

BIN        := $(VENV)/bin
# Byte code is made at first use: compiling all of it would double the time of an installation.
PIP        := $(BIN)/python -m pip install -qq --no-deps --no-compile
TEMPLATES  := $(wildcard signalering/templates)
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard signalering/translations/*/LC_MESSAGES/*.po))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# Compiled code is kept, whatever the shell says: it is what makes the second start quick.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install dev run test test-postgres check format texts words walks pictures bench resilience proof scan lock upgrade sbom clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 15

install: $(VENV)/.runtime $(CATALOGUES) ## what the program needs, into .venv

dev: install $(VENV)/.development ## and what its makers need

run: install ## the demonstration, on http://localhost:8000 (PORT=8123 moves it)
	@exec $(BIN)/signalering run --demo --port $(PORT)

test: dev ## the test suite (ARGS="-k inbox" for a part)
	@$(BIN)/pytest -n 3 --dist worksteal -m "not postgres" $(ARGS)

test-postgres: dev ## what stands on a database once more, on a PostgreSQL that it starts itself (WHOLE=1 for all pages)
	@$(if $(WHOLE),SIGNALERING_TEST_ENGINE=postgresql )$(BIN)/pytest -n 2 --dist worksteal -m postgres $(ARGS)

check: dev ## linters, types and contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -c pyproject.toml -r signalering
	$(if $(TEMPLATES),$(BIN)/djlint --quiet --check $(TEMPLATES))
	$(if $(TEMPLATES),$(BIN)/djlint --quiet --lint $(TEMPLATES))

format: dev ## mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(if $(TEMPLATES),$(BIN)/djlint --quiet --reformat $(TEMPLATES))

# New texts get an empty translation. Polish has the pages of a card alone and is kept by hand: the
# test of translations says what it lacks.
TEXTS := signalering/translations/messages.pot
texts: dev ## gather the texts of the screens into the catalogues
	$(BIN)/pybabel -q extract -F babel.cfg -k lazy_gettext -k lazy_ngettext:1,2 --no-wrap \
	  --add-location=file --sort-by-file --project=Signalering -o $(TEXTS) signalering
	$(if $(CATALOGUES),$(BIN)/pybabel -q update --no-wrap --no-fuzzy-matching --ignore-obsolete \
	  --ignore-pot-creation-date -l en -i $(TEXTS) -d signalering/translations)

walks: dev ## walk through everybody's pages in every look; writes docs/accessibility.md, pictures to build/walks
	@PYTHONPATH=tests:. $(BIN)/python -m browser.walks

words: dev ## measure how the Dutch texts read; writes docs/readability.md
	@PYTHONPATH=tests:. $(BIN)/python -m kit.readable

bench: dev ## measure what the yardsticks ask for, beside the floor (BENCH="--long" for all, BENCH=inbox for a part)
	@PYTHONPATH=tests:. $(BIN)/python -m benchmarks $(BENCH)

# One after another: each wants the machine for itself.
resilience: dev ## every fault many times over; writes docs/resilience.md
	@SIGNALERING_RESILIENCE=1 $(BIN)/pytest --timeout 900 tests/resilience/test_faults.py \
	  tests/resilience/test_two_loops.py $(ARGS)

proof: dev ## attack the figures of made-up years (PROOF="--seeds 5 --sizes 100" for a part)
	@PYTHONPATH=tests:. $(BIN)/python -m benchmarks.proof $(PROOF)

# wapiti is a tool of the machine, not of the lock files: pipx install wapiti3 (Debian's 3.0.4 fails on Python 3.11)
SECONDS_EACH ?= 300
scan: dev ## crawl the demonstration that `make run` serves with wapiti, logged in and out
	@$(BIN)/python -m benchmarks.scan $(PORT) $(SECONDS_EACH)

pictures: dev ## take the README's pictures of the demonstration, draw the house
	@PYTHONPATH=tests $(BIN)/python -m browser.pictures

# dev.lock is held to the versions of requirements.lock, so that what is tested is what runs.
UV      := $(VENV)-lock/bin/uv
COMPILE  = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --all-extras --group build
lock: $(UV) ## write both lock files afresh, keeping versions where it can
	$(COMPILE) $(LOCK_FLAGS) -o requirements.lock pyproject.toml
	$(COMPILE) $(LOCK_FLAGS) --group dev -c requirements.lock -o dev.lock pyproject.toml

upgrade: LOCK_FLAGS := --upgrade
upgrade: lock ## the same with the newest versions

# Made for each release, not kept: requirements.lock is what it follows. The tool stands apart, as uv does.
CYCLONEDX := $(VENV)-sbom/bin/cyclonedx-py
sbom: install $(CYCLONEDX) ## write sbom.cdx.json: every package that runs, with hashes and licences (CycloneDX 1.6)
	@PYTHONWARNINGS=ignore $(CYCLONEDX) requirements requirements.lock --pyproject pyproject.toml --sv 1.6 \
	  --output-reproducible -o $(VENV)-sbom/locked.json
	@PYTHONWARNINGS=ignore $(CYCLONEDX) environment $(VENV) --sv 1.6 -o $(VENV)-sbom/installed.json
	@$(VENV)-sbom/bin/python deploy/sbom.py requirements.lock $(VENV)-sbom/locked.json \
	  $(VENV)-sbom/installed.json sbom.cdx.json

clean: ## remove what was made; instance/ stays
	rm -rf $(VENV) $(VENV)-lock $(VENV)-sbom sbom.cdx.json build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis \
	  .import_linter_cache
	rm -f $(TEXTS) $(CATALOGUES)
	find signalering tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	@echo "Installing into $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation -e .
	@touch $@

$(VENV)/.development: dev.lock $(VENV)/.runtime
	@echo "Installing the development tools into $(VENV)"
	@$(PIP) --require-hashes -r dev.lock
	@touch $@

%.mo: %.po $(VENV)/.runtime
	@$(BIN)/pybabel -q compile -i $< -o $@

$(UV):
	@$(PYTHON) -m venv $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip install -qq 'uv>=0.9'

$(CYCLONEDX):
	@$(PYTHON) -m venv $(VENV)-sbom
	@$(VENV)-sbom/bin/python -m pip install -qq 'cyclonedx-bom>=7.5,<8'
