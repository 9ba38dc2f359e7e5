"""The screens' texts: two languages, one set of keys, and files that can be read (two changes that meet lose a comma)."""

import json
from pathlib import Path
from typing import Any

import pytest

LANGUAGE = Path(__file__).parents[2] / "frontend" / "src" / "language"
NAMES = sorted(path.relative_to(LANGUAGE / "zh").as_posix() for path in (LANGUAGE / "zh").rglob("*.json"))


def keys(told: Any, at: str = "") -> set[str]:
    if not isinstance(told, dict):
        return {at}
    return {key for name, inner in told.items() for key in keys(inner, f"{at}.{name}")}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same_things(name: str) -> None:
    zh, en = (json.loads((LANGUAGE / language / name).read_text()) for language in ("zh", "en"))
    assert keys(zh) == keys(en)
