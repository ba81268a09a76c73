# `make run` and `make test` set up everything they need. `make help` lists the rest.

SHELL := /bin/sh
PORT ?= 8000
VENV := .venv
PYTHON := $(VENV)/bin/python
MANAGE := $(PYTHON) manage.py
SUITE := $(PYTHON) .ci/suite
PIP := $(PYTHON) -m pip --disable-pip-version-check -qq install

# A caller's own virtual environment or Django project must not reach in here.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH
export DJANGO_SETTINGS_MODULE := qnwellness.settings.development
export PORT

.DEFAULT_GOAL := help
.PHONY: help run test test-unit test-postgres test-browser measure bench bench-scale lint format venv install install-dev free-port

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: free-port install ## Set up, bring the demo in and serve the site on http://127.0.0.1:8000/ (PORT=8001 for another)
	@echo "Preparing the database ..."
	@$(MANAGE) migrate --verbosity 0 || { \
		echo; \
		echo "The database in $${DATA_DIR:-var} was made by another version and cannot be brought up to date."; \
		echo "To start afresh with the demo (this deletes what was written there):  rm -r $${DATA_DIR:-var}"; \
		exit 1; }
	@$(MANAGE) set_site_address --verbosity 0
	@$(MANAGE) build_demo
	@echo
	@echo "Serving http://127.0.0.1:$(PORT)/  (Ctrl-C stops it)"
	@$(MANAGE) run_schedule --stop-with-parent & schedule=$$!; \
	DJANGO_RUNSERVER_HIDE_WARNING=true $(MANAGE) runserver 127.0.0.1:$(PORT) & server=$$!; \
	trap 'trap - EXIT; kill $$server $$schedule 2>/dev/null; wait; exit 0' INT TERM HUP; \
	trap 'kill $$server $$schedule 2>/dev/null; wait' EXIT; \
	wait $$server

test: install-dev ## Run every check and test this machine can run
	@$(SUITE)

test-unit: install-dev ## Run the fast tests, on SQLite, without a browser
	@$(SUITE) unit

test-postgres: install-dev ## Run the tests that use the database on PostgreSQL
	@$(SUITE) postgres

test-browser: install-dev ## Run the tests in Chromium
	@$(SUITE) browser

measure: install-dev ## Print the figures: Lighthouse, axe, valid HTML, bytes; fail where a promise is broken
	@$(SUITE) measure

bench: install-dev ## Time pages against an empty page, a bare view and a static file (needs wrk and nginx); fail if slower than promised
	@$(PYTHON) .ci/bench/quick

bench-scale: install-dev ## Make 1,000, 10,000 and 100,000 articles and say what grows with them; fail if more than promised
	@$(PYTHON) .ci/bench/scale

lint: install-dev ## Check style, imports, types, templates and settings
	@$(SUITE) lint

format: install-dev ## Format the Python code
	@$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format .

# A virtual environment that no longer starts (moved, or its Python gone) is made anew.
venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		for found in python3 python3.13 python3.12 python3.11; do \
			$$found -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
			found=; \
		done; \
		test -n "$$found" || { echo "Python 3.11 or newer is needed, and none was found."; exit 1; }; \
		echo "Making a virtual environment in $(VENV) ..."; \
		$$found -m venv --clear $(VENV) || { \
			rm -rf $(VENV); \
			echo "Python could not make it. On Debian and Ubuntu: apt install python3-venv"; exit 1; }; }

# The copies say what is installed: requirements that changed are installed again, the others are not.
install: venv
	@cmp -s requirements.txt $(VENV)/installed.txt || { \
		echo "Installing the requirements ..."; \
		$(PIP) -r requirements.txt && cp requirements.txt $(VENV)/installed.txt; }

install-dev: venv
	@cat requirements.txt requirements-dev.txt | cmp -s - $(VENV)/installed-dev.txt || { \
		echo "Installing the requirements for development ..."; \
		$(PIP) -r requirements-dev.txt && cp requirements.txt $(VENV)/installed.txt \
			&& cat requirements.txt requirements-dev.txt > $(VENV)/installed-dev.txt; }

free-port: venv
	@$(PYTHON) -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1])))' "$(PORT)" 2>/dev/null || { \
		echo "Port $(PORT) cannot be used: another program has it, perhaps this site started before."; \
		echo "Stop that one, or choose another port:  make run PORT=8001"; \
		exit 1; }
