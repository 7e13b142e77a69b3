# Milpa. `make run` on a machine that has python3 >= 3.11 and make; as root it installs what else it needs from Debian.
PORT ?= 8000
DATA ?= data
TESTS ?= tests
PYTHON := .venv/bin/python
MILPA := .venv/bin/milpa
LOCK := .venv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 --upgrade

.DEFAULT_GOAL := help
.PHONY: help run demo test check bench bench-records bench-room conformance pictures messages lock
# compiled modules make the second start quick, wherever the shell that calls make says otherwise
unexport PYTHONDONTWRITEBYTECODE

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 \t/p' Makefile | expand -t 22

run: ## serve with the demonstration: make run [PORT=8000] [DATA=data]
	@scripts/environment run
	@MILPA_DATA="$(DATA)" exec $(MILPA) run --demo --port $(PORT)

demo: ## build the demonstration anew, and put it into DATA if that holds one or nothing
	@scripts/environment run
	@MILPA_DATA="$(DATA)" exec $(MILPA) demo --anew

test: ## the whole suite on SQLite, PostgreSQL and in the browser: make test [TESTS=tests/ledger]
	@scripts/environment test
	@exec $(PYTHON) -m scripts.suite $(TESTS)

check: ## the guards: style, types, imports, sizes, migrations, catalogues, docs; in seconds
	@scripts/environment test
	@exec $(PYTHON) -m scripts.guards

bench: ## how fast it is, on a demonstration of its own: make bench [NAMES="idle pages"]
	@scripts/environment test
	@exec $(PYTHON) -m bench $(NAMES)

bench-records: ## how fast the record store is: make bench-records [NAMES="write million crash"]
	@scripts/environment test
	@exec $(PYTHON) -m bench.records $(NAMES)

bench-room: ## the workshop with 40, 200 and 500 phones: make bench-room [NAMES="live kills"]
	@scripts/environment test
	@exec $(PYTHON) -m bench.room $(NAMES)

conformance: ## ADL's xAPI suite, both versions, on a fresh store: make conformance SUITE=<an installed copy of the suite>
	@scripts/environment test
	@exec $(PYTHON) -m scripts.conformance $(SUITE)

pictures: ## take the pictures of docs/images anew
	@scripts/environment test
	@exec $(PYTHON) -m scripts.pictures

messages: ## compile the catalogues that have changed
	@scripts/environment run
	@exec $(MILPA) messages

lock: ## lock the newest versions that requirements/*.in allow
	@scripts/environment test
	@for set in uv run export test; do $(LOCK) requirements/$$set.in -o requirements/$$set.txt; done
