"""Rules of the house that a linter does not know. Each has its fault planted, to see that it would be caught."""

import ast
import re
from collections.abc import Callable

import pytest

from tests.rules.source import Module, called, module, modules, nodes, tracked_texts

Finder = Callable[[Module], list[str]]

LONGEST_FILE = 400
NAMELESS_FILES = {"utils.py", "helpers.py", "common.py", "misc.py", "managers.py", "signals.py"}
# Celery asks to be told of its own start, and of its logging, by its signals; they start no work of ours.
MAY_CONNECT = {"workers/celery.py", "platform/config/commands/worker_process.py"}
# The clock itself; and what measures how long something took or may still take.
MAY_ASK_THE_MACHINES_CLOCK = {"platform/hub/clock.py"}
CLOCKS = {"datetime.now", "datetime.datetime.now", "datetime.utcnow", "datetime.today", "date.today",
          "datetime.date.today", "timezone.now", "timezone.localdate", "timezone.localtime"}  # fmt: skip


def hidden_work(of: Module) -> list[str]:
    """Signals, and save() or delete() of a model overridden: work that nobody reads at the call."""
    found = [
        of.at(inner)
        for node in nodes(of, ast.ClassDef)
        if isinstance(node, ast.ClassDef)
        and (of.path.name == "models.py" or any(re.search(r"(Model|Mixin)$", called(base)) for base in node.bases))
        for inner in node.body
        if isinstance(inner, ast.FunctionDef) and inner.name in {"save", "delete", "save_base"}
    ]
    if of.name not in MAY_CONNECT:
        found += [of.at(node) for node in nodes(of, ast.Call) if called(node).endswith((".connect", "receiver"))
                  and re.search(r"signal|receiver|pre_|post_|_init|m2m", called(node))]  # fmt: skip
        found += [of.at(node) for node in nodes(of, ast.ImportFrom) if isinstance(node, ast.ImportFrom)
                  and node.module == "django.dispatch"]  # fmt: skip
    return found


def ambient_tenant(of: Module) -> list[str]:
    """`with community:`, the decorator forms of the contexts, activate(), and contexts that name only a schema."""
    found = []
    for node in nodes(of, ast.With):
        assert isinstance(node, ast.With)
        for item in node.items:
            expression = item.context_expr
            if isinstance(expression, ast.Name | ast.Attribute) and re.search(
                r"(^|\.|_)(tenant|community)$", called(expression)
            ):
                found.append(of.at(expression))
    for node in nodes(of, ast.FunctionDef, ast.ClassDef):
        assert isinstance(node, ast.FunctionDef | ast.ClassDef)
        found += [
            of.at(decorator)
            for decorator in node.decorator_list
            if called(decorator).endswith(("tenant_context", "schema_context"))
        ]
    found += [of.at(node) for node in nodes(of, ast.Call)
              if called(node).endswith("schema_context") or re.search(r"(tenant|community)\.activate$", called(node))]  # fmt: skip
    return found


def own_clock(of: Module) -> list[str]:
    """The machine's clock asked elsewhere than in hub.clock."""
    if of.name in MAY_ASK_THE_MACHINES_CLOCK:
        return []
    return [of.at(node) for node in nodes(of, ast.Call) if called(node) in CLOCKS]


def clock_stood_still(of: Module) -> list[str]:
    """`standing_at` in what serves requests or tasks: the demo's past and tests may, nothing else."""
    if of.name == "platform/hub/clock.py" or of.name.startswith("platform/config/"):
        return []
    return [of.at(node) for node in nodes(of, ast.Call) if called(node).endswith("standing_at")]


def deadline_in_the_broker(of: Module) -> list[str]:
    """A task sent with eta or countdown: no deadline lives in the broker."""
    return [
        of.at(node)
        for node in nodes(of, ast.Call)
        if isinstance(node, ast.Call) and {keyword.arg for keyword in node.keywords} & {"eta", "countdown"}
    ]


def task_from_outside(of: Module) -> list[str]:
    """Celery's own decorators, which know no community; only workers/task.py wraps them."""
    if of.name == "workers/task.py":
        return []
    return [
        of.at(decorator)
        for node in nodes(of, ast.FunctionDef)
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if called(decorator) in {"shared_task", "app.task", "celery.task", "task"}
    ]


def lazy_answer(of: Module) -> list[str]:
    """Answers that go on after the request's block: their rows would be read on the hub."""
    return [of.at(node) for node in nodes(of, ast.Call) if called(node).endswith("StreamingHttpResponse")]


def network_name(of: Module) -> list[str]:
    """Threads in the product: django-tenants keeps the community on the connection, so processes only."""
    return [
        of.at(node)
        for node in nodes(of, ast.Call)
        if called(node) in {"threading.Thread", "Thread", "ThreadPoolExecutor", "concurrent.futures.ThreadPoolExecutor"}
        and not of.name.startswith("platform/config/commands/")
    ]


RULES: dict[Finder, str] = {
    hidden_work: "class A(models.Model):\n    def save(self):\n        pass",
    ambient_tenant: "with community:\n    pass",
    own_clock: "from django.utils import timezone\ntimezone.now()",
    clock_stood_still: "with standing_at(moment):\n    pass",
    deadline_in_the_broker: "task.apply_async(countdown=3600)",
    task_from_outside: "@shared_task\ndef work():\n    pass",
    lazy_answer: "StreamingHttpResponse(rows)",
    network_name: "threading.Thread(target=work).start()",
}

OTHER_FORMS = [
    (hidden_work, "post_save.connect(work)"),
    (hidden_work, "from django.dispatch import receiver"),
    (hidden_work, "class A(TenantMixin):\n    def delete(self, *args):\n        pass"),
    (ambient_tenant, "@tenant_context(community)\ndef work():\n    pass"),
    (ambient_tenant, "@schema_context('public')\ndef work():\n    pass"),
    (ambient_tenant, "with request.tenant:\n    pass"),
    (ambient_tenant, "with schema_context(name):\n    pass"),
    (ambient_tenant, "community.activate()"),
    (own_clock, "import datetime\ndatetime.datetime.now(datetime.UTC)"),
    (deadline_in_the_broker, "task.apply_async(eta=tomorrow)"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_file_breaks_the_rule(rule: Finder) -> None:
    assert [place for each in modules() for place in rule(each)] == [], rule.__doc__


@pytest.mark.parametrize(
    ("rule", "fault"), [*RULES.items(), *OTHER_FORMS], ids=lambda value: getattr(value, "__name__", value)
)
def test_a_planted_fault_is_found(rule: Finder, fault: str) -> None:
    assert rule(module(fault)), f"nothing found in:\n{fault}"


def test_the_right_form_of_a_block_is_allowed() -> None:
    assert ambient_tenant(module("with tenant_context(community):\n    pass")) == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [each.name for each in modules() if each.path.name in NAMELESS_FILES] == []


def test_no_file_is_so_long_that_two_things_live_in_it() -> None:
    long = {each.name: lines for each in modules() if (lines := each.text.count("\n")) > LONGEST_FILE}
    assert long == {}


def test_nothing_committed_is_left_for_later_or_names_a_machine() -> None:
    words = {
        "a note for later": re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b"),
        "a skipped test": re.compile(r"pytest\.(mark\.)?skip|pytest\.mark\.xfail|unittest\.mock|fakeredis"),
        "a registry's host": re.compile(r"\b(pypi\.(org|python)|files\.pythonhosted|registry\.npmjs|npmmirror)", re.I),
        "a machine's path": re.compile(r"(?<![\w./-])/(work|root)/"),
    }
    found = [
        f"{name}:{text[: match.start()].count(chr(10)) + 1} {what}"
        for name, text in tracked_texts()
        if not name.startswith("tests/rules/test_how_it_is_written")
        for what, pattern in words.items()
        for match in pattern.finditer(text)
    ]
    assert found == []
