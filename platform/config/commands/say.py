"""What a command prints: sentences in both languages for a person, one JSON document for a program."""

import json
import sys
from typing import Any

from config.embedded import Trouble
from hub.language import Text


def say(text: Text) -> None:
    """Print one sentence, Chinese first."""
    print(text.zh)
    print(text.en, flush=True)


def say_json(document: Any) -> None:
    """Print the one document of a command that was called with --json."""
    print(json.dumps(document, ensure_ascii=False, indent=2, default=str), flush=True)


def say_trouble(trouble: Trouble, *, as_json: bool) -> None:
    """Tell on standard error what went wrong; with --json as {"error": {"code", "zh", "en"}} on standard output."""
    if as_json:
        say_json({"error": {"code": trouble.code, "zh": trouble.text.zh, "en": trouble.text.en}})
    else:
        print(f"{trouble.text.zh}\n{trouble.text.en}", file=sys.stderr, flush=True)
