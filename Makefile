# WishBridge 连心桥. Two commands matter: `make run` and `make test`.
# Options go through: make run ARGS="--port 9000 --data /srv/wishbridge"

# Python 3.11 or newer, whatever it is called on this machine.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { command -v $$name; break; }; done)
BIN := .venv/bin
ARGS ?=
export WISHBRIDGE_DATA ?= .data
# Whatever language the terminal has, installed or not: our sentences are Chinese.
export PYTHONUTF8 := 1

.PHONY: run setup setup-tests test lint lint-python lint-frontend reset bench replay lock images python
.DEFAULT_GOAL := run

run: setup
	@exec $(BIN)/wishbridge up $(ARGS)

setup: python
	@$(PYTHON) deploy/install.py

setup-tests: python
	@$(PYTHON) deploy/install.py --tests

python:
ifeq ($(PYTHON),)
	@echo "需要 Python 3.11 或更新版本,但这台机器上没有找到(python3、python3.11 … python3.14)。请先安装。" >&2
	@echo "Python 3.11 or newer is needed, and none was found here (python3, python3.11 … python3.14). Install it first." >&2
	@exit 1
endif
	@[ -x "$(CURDIR)/deploy" ] || { \
	echo "您不能进入文件夹 $(CURDIR)，其中的程序无法运行。请在自己的文件夹中再克隆一次，或请上级文件夹的主人允许您通过。" >&2; \
	echo "You may not enter $(CURDIR), so nothing in it can run. Clone into a folder of your own, or ask the owner of the folder above to let you pass." >&2; \
	exit 1; }

# Everything there is. The checks come first (both halves at once), the tests last: a file at a time in three processes,
# since a browser's tests mostly wait; each process has servers of its own.
test: setup-tests
	@$(BIN)/python -m tests.browser
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint-python lint-frontend
	@$(BIN)/python -m pytest --numprocesses=3 --dist=loadfile --no-loadscope-reorder $(ARGS)

lint: setup-tests
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint-python lint-frontend

lint-python: export WISHBRIDGE_ENV = test
lint-python:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

lint-frontend:
	@$(PYTHON) deploy/install.py --npm run lint
	@$(PYTHON) deploy/install.py --npm run typecheck
	@$(PYTHON) deploy/install.py --npm run test
	@$(PYTHON) deploy/install.py --npm run size

reset: setup
	@$(BIN)/wishbridge reset $(ARGS)

bench: setup-tests
	@$(BIN)/python -m tests.bench $(ARGS)

# Six years of history, every wish fulfilled, and a second ladder that agrees: make replay ARGS="--seed 7 --json"
replay: setup-tests
	@$(BIN)/python -m tests.replay tests/data/history $(ARGS)

# The locks, anew from pyproject.toml. uv is not needed for anything else: pip install uv
lock:
	$(PYTHON) deploy/lock.py
