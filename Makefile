# The commands of the project; `make` lists them. Whichever you run first sets itself up in .venv.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

# Hundreds of programs are started here, and each would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
SETUP := requirements/uv.txt pyproject.toml scripts/setup.sh

# make demo SERVE=0 shows the demo in the terminal and stops, without opening the console.
SERVE ?= 1
DEMO_FLAGS := $(if $(filter 0,$(SERVE)),--no-serve)

# make test ARGS="-k consent" passes ARGS on to pytest; ARGS="-n0" keeps it to one process.
ARGS ?=

# One process more than there are processors, since one or other waits for a program that it has
# started. Each loads everything, so that more than a few are of little use; and whichever is done
# first takes over what others have not come to yet.
SIDE_BY_SIDE := -n $(shell echo $$(( $$(nproc) + 1 ))) --maxprocesses 8 --dist worksteal

.PHONY: help demo test check format bench pictures requirements clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.runtime ## Show Rapport at work on a simulated shop (SERVE=0: and stop)
	@$(BIN)/rapport demo $(DEMO_FLAGS)

test: check ## Check and test everything (ARGS="-k consent": some of it)
	$(BIN)/pytest $(SIDE_BY_SIDE) $(ARGS)

check: .venv/.dev ## Lint, formatting, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.dev ## Put the code in shape, as far as a machine can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.runtime ## Measure how fast it is here
	@$(BIN)/rapport bench

pictures: .venv/.dev ## Take the pictures in README and docs anew (needs Chromium)
	@$(BIN)/python scripts/take_pictures.py

requirements: ## Pin the dependencies anew from pyproject.toml (UPGRADE=1: to the newest)
	@scripts/setup.sh compile

clean: ## Remove all that make made (never your data in .rapport/)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps: set-up runs again only when what it is made from has changed.
.venv/.runtime: requirements/runtime.txt $(SETUP)
	@scripts/setup.sh runtime
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.runtime
	@scripts/setup.sh dev
	@touch $@
