"""One vocabulary: what the server calls things is what the screens call them, and nothing is without its words."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from config.openapi import URLCONFS
from config.vocabulary import LANGUAGES, vocabulary_files

FRONTEND: Path = settings.WISHBRIDGE_OPENAPI.parent

NEVER_SHOWN = {
    "ClaimRow.deadline_state": "the server says it as a sentence (deadline_text)",
    "BlockerAnswer.code": "the server writes the sentence beside it",
    "AssessmentInputRequest.outcome": "the buttons' own words",
    "DecisionAnswer.outcome": "the history's own words",
    "DecisionAnswer.manner": "as Verification.manner, or nothing",
    "FormColumn.kind": "how a cell is written, not a word",
    "ImportConsentsRequest.purposes": "a part of the consents' purposes",
    "LeavingInputRequest.claims": "the two buttons' own words",
    "ImportAnswer.kind": "two forms of one page",
    "SiteAnswer.kind": "tells hosts apart",
    "CategoryCell.hidden": "the cell's own signs",
    "ExampleStepAnswer.scope": "as the ladder's scopes",
    "ImportAnswer.state": "which page is shown",
    "ExtensionAnswer.state": "the request's own sentences",
    "MemberAnswer.state": "one mark beside a member who left",
    "AccountAnswer.new_password": "which form the page of the password shows",
    "BalancingAnswer.state": "which page is shown",
}
"""Enumerations whose values no screen shows as words, and why."""


def enumerations(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, frozenset[str]]]:
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list) and path:
            named = [part for part in path if part not in ("properties", "items", "allOf", "oneOf", "anyOf")]
            yield ".".join(named[-2:]), frozenset(str(value) for value in node["enum"] if value)
        for key, value in node.items():
            yield from enumerations(value, (*path, key))
    elif isinstance(node, list):
        for value in node:
            yield from enumerations(value, path)


def all_enumerations() -> dict[frozenset[str], set[str]]:
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for kind in URLCONFS:
        description = json.loads((settings.WISHBRIDGE_OPENAPI / f"{kind}.json").read_bytes())
        for name, values in enumerations(description["components"]["schemas"]):
            found[values].add(name)
    return found


def words(language: str) -> dict[str, dict[str, str]]:
    """Every group of words of a language, by its place."""
    found: dict[str, dict[str, str]] = {}

    def look(node: dict[str, Any], place: str) -> None:
        found[place] = {key: value for key, value in node.items() if isinstance(value, str) and value}
        for key, value in node.items():
            if isinstance(value, dict):
                look(value, f"{place}.{key}")

    folder = FRONTEND / "src" / "language" / language
    for file in sorted(folder.rglob("*.json")):
        look(json.loads(file.read_bytes()), file.relative_to(folder).with_suffix("").as_posix())
    return found


def test_the_screens_words_are_the_servers() -> None:
    for path, content in vocabulary_files(FRONTEND).items():
        assert path.read_bytes() == content, f"{path.name}: run wishbridge manage write_openapi"


def test_every_value_of_every_enumeration_has_its_words_in_both_languages() -> None:
    spoken = {language: words(language) for language in LANGUAGES}
    without = []
    for values, names in all_enumerations().items():
        if names & NEVER_SHOWN.keys():
            continue
        places = [place for place, group in spoken["zh"].items() if values <= group.keys()]
        if not any(values <= spoken["en"].get(place, {}).keys() for place in places):
            without.append((sorted(names)[0], sorted(values)))
    assert without == []


def test_a_value_without_words_would_be_found() -> None:
    spoken = words("zh")
    (values,) = [values for values, names in all_enumerations().items() if "PersonAnswer.categories" in names]
    assert any(values <= group.keys() for group in spoken.values())
    assert not any(values | {"new_category"} <= group.keys() for group in spoken.values())


def test_what_is_never_shown_still_exists() -> None:
    there = set().union(*all_enumerations().values())
    assert NEVER_SHOWN.keys() <= there
