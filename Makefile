# Every target sets up what it needs. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.ready-run
READY := $(VENV)/.ready
FRESH := build/.generated
NODE_READY := node_modules/.ready
OASDIFF := build/bin/oasdiff
DOCS := build/docs-venv
DOCS_READY := $(DOCS)/.ready
BENCH := build/bench-venv
BENCH_READY := $(BENCH)/.ready
SOURCES := $(wildcard spec/*.yaml toggl_tasks/_*_jobs.py) $(shell find generator -name '*.py' -o -name '*.jinja')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' $(MAKEFILE_LIST))

# pip prints hundreds of lines or none: a dot for each package that it fetches. The shell has no pipefail, so the exit
# code goes around the pipe.
PROGRESS := awk '/^ *Collecting / { printf "." } /^Installing / { print " installing" } { fflush() }'
define install
	@code=$$({ { $(BIN)/python -m pip install --disable-pip-version-check --progress-bar=off \
		--require-hashes --requirement $(1) && echo 0 >&3 || echo 1 >&3; } | $(PROGRESS) >&2; } 3>&1); exit $$code
endef

help:  ## list the targets
	@awk -F ':.*## ' '/^##@ / { sub(/^##@ /, "\n"); print } /^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' \
		$(MAKEFILE_LIST)

# The virtual environment grows in two steps, so that the demo need not wait for the development tools.
$(RUN_READY): requirements-run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "toggl-tasks needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	@echo "installing toggl-tasks into $(VENV), about 15 seconds"
	@$(PYTHON) -m venv $(VENV)
	$(call install,requirements-run.lock)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): $(RUN_READY) requirements.lock
	@echo "installing the development tools into $(VENV), about a minute"
	$(call install,requirements.lock)
	@touch $@

##@ Use

demo: $(RUN_READY)  ## run both APIs against the sandbox; LIVE=1 lists your own tasks
	@$(BIN)/python -m examples.demo

sandbox: $(RUN_READY)  ## serve both APIs on this machine until Ctrl-C
	@$(BIN)/toggl-tasks sandbox $(ARGS)

faults: setup  ## print the outcome of each fault, by kind of operation
	@$(BIN)/python -m tests.support.faults

record: setup  ## capture recordings from the live service (needs a token; asks first)
	@$(BIN)/python -m recorder record $(ARGS)

verify: setup  ## report where the live service has drifted from spec/ (needs a token; read-only; asks first)
	@$(BIN)/python -m recorder verify $(ARGS)

##@ Develop

setup: $(READY)  ## install the package and the development tools into .venv

# Tests of tools that are not written in Python are skipped where Node.js or Go is missing or too old. The tests start
# hundreds of processes, so bytecode is written even where the environment turns that off. A file runs on one worker:
# its module-scoped fixtures (wheels, servers, a browser) are made once.
NODE_USABLE := $(shell command -v npm >/dev/null && node --version 2>/dev/null | grep -E '^v(20\.(19|[2-9][0-9])\.|2[2-9]\.|[3-9][0-9]\.)')
test: setup $(if $(NODE_USABLE),$(NODE_READY))  ## run the tests on all cores; ARGS="-k name" chooses some
	@$(MAKE) --silent --no-print-directory $(OASDIFF) || echo "the tests of spec-diff are skipped" >&2
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder $(ARGS)

lint: setup  ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup  ## fix and format the code with ruff
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(FRESH)  ## write generated/ from spec/

$(FRESH): $(READY) $(SOURCES)
	$(BIN)/python -m generator generate
	@mkdir -p $(@D) && touch $@

check: setup  ## fail when generated/ is stale
	$(BIN)/python -m generator check

docs: reference $(NODE_READY) $(DOCS_READY)  ## build the documentation in build/site, and check its links
	@$(BIN)/python -m docs_site build
	@echo "written: build/site/index.html"

$(DOCS_READY): requirements-docs.lock
	$(PYTHON) -m venv $(DOCS)
	$(DOCS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

reference: setup  ## write the generated pages of docs/reference/ from the code and spec/
	@$(BIN)/python -m docs_site reference

docs-diff: setup  ## compare spec/ with its sources, or with a copy of one saved just now: PAGE=file
	@$(BIN)/python -m generator docs-diff $(if $(PAGE),"$(PAGE)") $(ARGS)

documented: setup  ## store the facts of a saved page in spec/documented/: PAGE=file
	@$(BIN)/python -m generator documented $(if $(PAGE),"$(PAGE)") $(ARGS)

spec-lint: setup $(NODE_READY)  ## check spec/ with openapi-spec-validator, redocly and our own rules
	@$(BIN)/python -m generator spec-lint

spec-diff: setup $(OASDIFF)  ## list the changes of spec/ since BASE=ref: breaking, additions, texts
	@$(BIN)/python -m generator spec-diff $(BASE)

api-diff: setup  ## list the public Python names that broke since BASE=ref
	@$(BIN)/python -m generator api-diff $(BASE)

fidelity: setup  ## write docs/project/fidelity.md from toggl_sandbox/fidelity.yaml
	@$(BIN)/python -m generator fidelity

field-check: setup  ## list the steps that a new field, parameter, status or operation of spec/ still misses; BASE=ref
	@$(BIN)/python -m tests.support.field_check $(BASE)

handmade: setup  ## write the recordings of recorder/handmade/ to tests/recordings/
	@$(BIN)/python -m recorder handmade

evidence: setup  ## list all recordings with evidence and age; writes docs/project/recordings.md
	@$(BIN)/python -m recorder evidence

languages: setup $(if $(NODE_USABLE),$(NODE_READY))  ## run the programs of examples/clients/ against the sandbox; ONLY="go rust"
	@$(BIN)/python -m examples.clients $(ONLY)

bench: setup $(BENCH_READY)  ## compare this client with others: ROWS="call import", ARGS=--quick
	@$(BENCH)/bin/python -m benchmarks $(ARGS) $(ROWS)

$(BENCH_READY): benchmarks/requirements.lock
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

bench-sandbox: setup  ## measure the sandbox: long lists, 50 clients at once; ARGS=--quick
	@$(BIN)/python -m benchmarks.sandbox_load $(ARGS)

soak: setup  ## make 20,000 calls while a tenth of the requests fail
	@$(BIN)/python -m tests.support.faults.soak 20000

clean:  ## delete everything that the other targets created
	rm -rf $(VENV) node_modules build dist .cache examples/clients/*/build examples/clients/*/node_modules

##@ Maintain

spec-gate: setup $(OASDIFF)  ## fail when the changes since the last tag need a higher info.version
	@$(BIN)/python -m generator spec-diff --gate

bench-guard: setup  ## fail when reading, calling or writing takes more instructions than before (needs valgrind)
	@$(BIN)/python -m benchmarks.guard $(ARGS)

LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
lock: setup  ## update all lock files from pyproject.toml, package.json, benchmarks/ and python-stock
	$(BIN)/uv pip compile pyproject.toml --group dev --all-extras $(LOCK) --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group build --extra cli --extra sandbox --constraint requirements.lock $(LOCK) \
		--output-file requirements-run.lock
	$(BIN)/uv pip compile --group docs --constraint requirements.lock $(LOCK) --output-file requirements-docs.lock
	$(BIN)/uv pip compile benchmarks/requirements.in --constraint requirements.lock $(LOCK) \
		--output-file benchmarks/requirements.lock
	$(BIN)/uv pip compile examples/clients/python-stock/requirements.in --constraint requirements.lock $(LOCK) \
		--output-file examples/clients/python-stock/requirements.lock
	$(BIN)/python -m generator npm-lock

spec-bundle: setup $(NODE_READY)  ## write build/spec/, the bundle of a release
	@$(BIN)/python -m generator spec-bundle

release: setup $(NODE_READY)  ## build and check the files of a release in dist/: VERSION=1.2.3
	@$(BIN)/python -m generator release "$(VERSION)"

$(NODE_READY): package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo "what comes from npm needs Node.js 20.19 or later: install it, with npm" >&2; exit 2; }
	npm ci --loglevel=error
	@touch $@

$(OASDIFF): generator/checks/go.mod generator/checks/go.sum
	@command -v go >/dev/null || { echo "spec-diff needs Go 1.26 or later, to build oasdiff: install it" >&2; exit 2; }
	go build -C generator/checks -trimpath -buildvcs=false -ldflags='-s -w' -o $(abspath $@) github.com/oasdiff/oasdiff
	@touch $@
