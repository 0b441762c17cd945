# Two commands are all most people need: `make graph` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VAULT ?= vault
OUTPUT ?= output
BIN := .venv/bin
SOURCES := graph tests benchmarks scripts

.PHONY: help graph test coverage check bench docs audit format clean
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

graph: .venv/.run ## build vault/ into output/ (or VAULT=folder OUTPUT=folder)
	@$(BIN)/inkthread build "$(VAULT)" -o "$(OUTPUT)"
	@echo && echo "Open $(abspath $(OUTPUT))/graph.html in a browser."

test: .venv/.dev ## set up a browser where needed, run every test
	@scripts/browser.sh
	@$(BIN)/python -m pytest $(PYTEST)

coverage: .venv/.dev ## run every test, and name the lines and branches that none reaches
	@scripts/browser.sh
	@$(BIN)/python -m pytest --cov --cov-report=term $(PYTEST)

check: .venv/.dev ## formatter, linter, strict types for each system, docs, import layers
	@$(BIN)/ruff format --check --quiet $(SOURCES) || { echo "run make format"; exit 1; }
	@$(BIN)/ruff check --quiet $(SOURCES)
	@for system in linux darwin win32; do \
	    MYPYPATH=tests $(BIN)/mypy --no-error-summary --platform $$system \
	        --cache-dir .mypy_cache/$$system graph scripts/make_*.py || exit; \
	done
	@$(BIN)/python scripts/make_docs.py --check
	@$(BIN)/python -m pytest tests/test_layers.py tests/docs

bench: .venv/.dev ## measure how the cost of a build grows
	@$(BIN)/python -m benchmarks

docs: .venv/.dev ## write the generated parts of the docs, and the picture of the page
	@$(BIN)/python scripts/make_docs.py
	@PYTHONPATH=tests $(BIN)/python scripts/make_screenshot.py

audit: .venv/.dev ## check what is installed against known advisories (asks the network)
	@$(BIN)/python -m pip install --quiet pip-audit
	@$(BIN)/python -m pip_audit --local --skip-editable

format: .venv/.dev ## format the code
	@$(BIN)/ruff check --quiet --fix $(SOURCES)
	@$(BIN)/ruff format --quiet $(SOURCES)

clean: ## remove the environment, the caches and what was built
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage* build dist
	@find output -mindepth 1 ! -name README.md -delete
	@find . -name __pycache__ -prune -exec rm -rf {} +

# One stamp per extra, so that nothing is installed twice. `run` is the project alone.
.venv/.%: pyproject.toml scripts/install.sh
	@scripts/install.sh $(PYTHON) $*
	@touch $@
