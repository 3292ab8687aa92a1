# Everything a contributor runs. Needs make and Python 3.11.5 or later; uses uv where it is present.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
ADDRESS ?= 127.0.0.1:8000
SIZES   ?= 1 100 1000

# Two builds of one commit are the same on every day.
export NO_MKDOCS_2_WARNING = 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help serve build check fix new schemas test bench browser clean

help:
	@echo "make serve   install, build and show the site at a local address, again at each change"
	@echo "make build   write the site to the folder site/ (open site/index.html)"
	@echo "make check   lint, types and problems in the content: seconds, no browser"
	@echo "make fix     tidy lists, quotation marks and spaces in the content; words stay as they are"
	@echo "make new KIND=place NAME=\"Tal Afar\"   begin a file for a place, event, term, person, group"
	@echo "make schemas renew what editors know of the files, after a change to the reader"
	@echo "make test    everything: make check, every test, the built site in a real browser"
	@echo "make bench   how long a build takes, as ratios against builds without our hook"
	@echo "make clean   remove what the commands above have made"

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "This project needs Python 3.11.5 or later; $(PYTHON) is " + sys.version.split()[0] + ". Install a newer one, or name it: make PYTHON=python3.12 …")'
	@rm -rf $(VENV)
	@if command -v uv >/dev/null 2>&1; then \
		uv venv -q --python "$$(command -v $(PYTHON))" $(VENV) && uv pip install -q --python $(BIN)/python --require-hashes -r requirements.txt; \
	else \
		$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt; \
	fi
	@touch $@

serve: $(READY)
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

# The new site is built beside the old one, which is replaced only when the build has succeeded.
build: $(READY)
	@rm -rf .build/site
	$(BIN)/mkdocs build --strict --site-dir .build/site
	@rm -rf .build/last && if [ -e site ]; then mv site .build/last; fi
	@mv .build/site site && rm -rf .build/last
	@echo "Open site/index.html"

check: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.check
	@$(BIN)/ruff check -q hooks tests
	@$(BIN)/ruff format -q --check hooks tests
	@$(BIN)/mypy

fix: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.fix

new: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.new "$$KIND" "$$NAME"

schemas: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.schemas

browser: $(READY)
	@$(BIN)/python tests/browser.py

test: check browser
	@$(BIN)/pytest

bench: $(READY)
	@$(BIN)/python tests/bench.py $(SIZES)

clean:
	rm -rf $(VENV) .build site .pytest_cache .mypy_cache .ruff_cache
