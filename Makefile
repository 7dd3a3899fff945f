# What can be done with the site; `make help` prints the list.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000

bin := .venv/bin
manage := $(bin)/python manage.py
templates := $(shell find templates -name '*.html')
english := locale/en/LC_MESSAGES/django.mo

# Every package that is installed, with the digests of its files, for every system that Python 3.11 runs on.
locking := --quiet --generate-hashes --universal --python-version 3.11 --no-annotate --no-header

# The random documents of `make soak`: how many, and the seed of the first.
DOCUMENTS ?= 900
FIRST ?= 0

sample := fixtures/fushun-petition-office-2023.txt
sample_unit := 210400-011001
sample_year := 2023
sample_name := 抚顺市信访局

# A second real one, so that there is something to compare at once; it prints no code of the unit, so it has a name.
second := fixtures/putuo-social-work-2024.pdf
second_unit := 310107-shehuigongzuobu
second_year := 2024

.PHONY: help ready run ocr test bench soak pictures format lock clean
.DEFAULT_GOAL := help

# Many processes are started; where the machine keeps Python from writing what it has compiled, each compiles all again.
unexport PYTHONDONTWRITEBYTECODE

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ready: .venv/run.stamp .venv/bundle.stamp $(english) ## set up all that a server needs besides its database; serves nothing
	SECRET_KEY=not-needed-for-this $(manage) collectstatic --noinput --verbosity 0

run: .venv/run.stamp .venv/bundle.stamp $(english) ## set up, load the code lists and two real disclosures, serve on 127.0.0.1:8000 (PORT= to change)
	$(manage) migrate --verbosity 0
	$(manage) load_codes
	$(manage) is_published $(sample_unit) $(sample_year) || \
		$(manage) import_document $(sample) --unit $(sample_unit) --year $(sample_year) --name $(sample_name) --publish
	$(manage) is_published $(second_unit) $(second_year) || \
		$(manage) import_document $(second) --unit $(second_unit) --year $(second_year) --publish
	$(manage) collectstatic --noinput --verbosity 0
	$(manage) first_administrator --remind
	$(manage) work_in_background & worker=$$!; \
		$(manage) serve --port $(PORT) & \
		server=$$!; trap 'kill $$worker $$server 2>/dev/null' EXIT; trap 'exit 0' INT TERM; wait $$server

ocr: .venv/ocr.stamp ## add what reads scanned pages, 300 MB; all else works without it

# Who has run its own tests takes some of another's: a slow file at the end is nobody's alone.
test: .venv/dev.stamp .venv/bundle.stamp $(english) ## set up, check format, lint and migrations, run all tests on SQLite and on PostgreSQL
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/djade --target-version 5.2 --check $(templates)
	DATABASE_URL=sqlite:// $(bin)/mypy
	DATABASE_URL=sqlite:// $(manage) makemigrations --check --dry-run
	$(bin)/python -m tests.browser.chromium
	$(bin)/coverage erase
	PYTEST_PLUGINS=tests.reached DATABASE_URL=sqlite:// $(bin)/python -m pytest --numprocesses auto --dist worksteal
	$(bin)/coverage combine --quiet
	$(bin)/coverage report
	$(bin)/python -m tests.postgres -- --numprocesses auto --dist worksteal

bench: .venv/dev.stamp .venv/bundle.stamp $(english) ## measure side by side and print the ratios
	DATABASE_URL=sqlite:// $(bin)/python -m tests.bench
	$(bin)/python -m tests.bench.weight

soak: .venv/dev.stamp $(english) ## the long campaigns: damaged files, random layouts, changed figures
	DATABASE_URL=sqlite:// $(bin)/python -m pytest -m soak --numprocesses auto --dist worksteal -rA
	DATABASE_URL=sqlite:// $(bin)/python -m tests.layouts.campaign $(DOCUMENTS) $(FIRST)

pictures: .venv/dev.stamp ## take the pictures of the README anew; `make run` must be serving the sample (PORT= as there)
	$(bin)/python -m tests.browser.pictures --site http://127.0.0.1:$(PORT)/

format: .venv/dev.stamp ## put code and templates into the project's format
	$(bin)/ruff check --fix .
	$(bin)/ruff format .
	$(bin)/djade --target-version 5.2 $(templates)

lock: .venv/dev.stamp ## write the .lock files anew, after a change of a requirements file
	$(bin)/uv pip compile $(locking) requirements.txt --output-file requirements.lock
	$(bin)/uv pip compile $(locking) requirements-dev.txt --constraint requirements.lock --output-file requirements-dev.lock
	$(bin)/uv pip compile $(locking) requirements-ocr.txt --constraint requirements-dev.lock --output-file requirements-ocr.lock

clean: ## remove what set-up and tests made; the database and the secret key in var/ stay
	rm -rf .venv .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache var/static var/bundle locale/*/LC_MESSAGES/*.mo
	find . -name __pycache__ -prune -exec rm -rf {} +

# A stamp is written when everything before it has worked. Without one, an earlier set-up was cut short and
# what it left cannot be trusted: begin with an empty environment.
.venv/run.stamp: requirements.lock
	test -e $@ || $(PYTHON) -m venv --clear .venv
	rm -f $@
	$(bin)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.lock
	$(bin)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@

.venv/ocr.stamp: .venv/run.stamp requirements-ocr.lock
	$(bin)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-ocr.lock
	touch $@

# The English words, compiled without gettext's own programs, which a fresh machine lacks.
$(english): $(english:.mo=.po) .venv/run.stamp
	$(bin)/pybabel --quiet compile --domain django --directory locale --locale en

# The chart script. Where it cannot be built, the program says so, the full script is served, and the next run tries again.
.venv/bundle.stamp: .venv/run.stamp $(wildcard bundle/*)
	-$(bin)/python -m bundle && touch $@
