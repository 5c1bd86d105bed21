# Everything a developer does, by name; the first target that needs it makes $(VENV) and installs into it.
# On Windows, where make is rare, CONTRIBUTING.md has the same steps by hand.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SERVER := tests/editor/language_server
CHECKER := tests/browser/html_checker
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt
TOO_OLD := handleplan needs Python 3.11 or newer, this is %d.%d; name another one: make PYTHON=python3.13 …

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup report test server checker lint format types generated catalogue pictures template screenshots bench mutants wheel clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

setup: $(VENV)/.installed ## install handleplan and what its development needs into .venv

report: $(VENV)/.installed ## print the plan for the theme sundhed, out of plans/
	@$(BIN)/handleplan report --theme sundhed

test: $(VENV)/.installed ## run the tests
	$(BIN)/python -m pytest --quiet

server: $(SERVER)/node_modules/.package-lock.json ## install the editor's language server, which some tests drive (needs npm)
checker: $(CHECKER)/node_modules/.package-lock.json ## install the HTML checker, which some tests run (needs npm)

lint: $(VENV)/.installed ## check the source's style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.installed ## put the source into its style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.installed ## check the types of source, tests, scripts and bench
	$(BIN)/mypy

generated: $(VENV)/.installed ## check that generated files are what their scripts make
	$(BIN)/python scripts/catalogue.py --check
	$(BIN)/python scripts/templates.py --check
	$(BIN)/python scripts/pictures.py --check
	$(BIN)/python scripts/word_template.py --check

catalogue: $(VENV)/.installed ## make docs/rules.md and docs/templates.md anew
	$(BIN)/python scripts/catalogue.py
	$(BIN)/python scripts/templates.py

template: $(VENV)/.installed ## make templates/paper.docx anew
	$(BIN)/python scripts/word_template.py

pictures: $(VENV)/.installed ## make the README's pictures anew
	$(BIN)/python scripts/pictures.py

screenshots: $(VENV)/.installed ## put every paper into build/screenshots, to be looked at
	PYTHONPATH=. $(BIN)/python scripts/screenshots.py build/screenshots

bench: $(VENV)/.installed-bench ## measure handleplan beside its peers
	$(BIN)/python bench/speed.py

mutants: $(VENV)/.installed-bench ## break thousands of plans and score what handleplan and its peers say
	$(BIN)/python bench/mutants.py

wheel: $(VENV)/.installed ## build the wheel into dist/
	$(BIN)/python -m hatchling build --target wheel --directory dist

clean: ## remove .venv and everything built
	rm -rf $(VENV) $(SERVER)/node_modules $(CHECKER)/node_modules dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "$(TOO_OLD)" % sys.version_info[:2] or 0)'
	@echo "Setting up $(VENV): this takes a minute …" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) hatchling
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	@$(PIP) --no-build-isolation --editable '.[dev,bench]'
	@touch $@

$(SERVER)/node_modules/.package-lock.json: $(SERVER)/package-lock.json
	npm ci --prefix $(SERVER) --ignore-scripts --no-audit --no-fund --silent
$(CHECKER)/node_modules/.package-lock.json: $(CHECKER)/package-lock.json
	npm ci --prefix $(CHECKER) --ignore-scripts --no-audit --no-fund --silent
	@touch $@
