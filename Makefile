PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# Spark is half a gigabyte: for tests it is fetched by itself only in CI, and only beside a Java.
# There they must run; elsewhere they are skipped until `make spark` has fetched it.
SPARK := $(if $(CI),$(if $(shell command -v java),.venv/.spark))
DATASET := data/published.duckdb
BUNDLE := $(wildcard data/bundle/*.json data/bundle/*/*.parquet data/fetched/lock.json)
CODE := $(wildcard etl/*.py etl/*/*.py etl/*/*/*.py etl/*/*.csv etl/sql/*/*.sql analysis/*.py)

.PHONY: run test messages check fetch build demo spark bench

run: $(READY) $(DATASET)  ## explore the figures in a browser
	@echo "Groundwork starts on http://127.0.0.1:8501  (Ctrl+C ends it)"
	@$(BIN)/streamlit run asgi.py

test: $(READY) $(SPARK)  ## all tests, in a browser too
	@$(if $(SPARK),GROUNDWORK_TEST_SPARK=1) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: $(READY)  ## format, lint, types, doors, translations that are missing, holes of libraries
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_architecture.py
	@$(BIN)/python -m ui.language
	@$(BIN)/python -m tests.audit

messages: $(READY)  ## bring the catalogues of translations up to date with the code
	@$(BIN)/python -m ui.language --write

fetch: $(READY)  ## fetch publishers' current files; ONLY="source ..." for some
	@$(BIN)/python -m etl fetch $(ONLY)

build: $(READY)  ## build the dataset from the shipped figures
	@$(BIN)/python -m etl build

demo: $(READY)  ## build the demonstration dataset: generated figures, to try every page in full
	@$(BIN)/python -m etl build --dataset demonstration

spark: .venv/.spark  ## install Apache Spark, which can work out the marts; needs a Java

bench: $(READY)  ## speed and memory, as ratios; ONLY=name runs one
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	@$(BIN)/python -m bench $(ONLY)

$(DATASET): $(BUNDLE) $(CODE) | $(READY)
	@$(BIN)/python -m etl build

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Groundwork needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@echo "Installing into .venv (once, about a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.spark: requirements-spark.txt | $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $< || \
	  { echo "Spark could not be installed: pip says why, above"; exit 1; }
	@touch $@
