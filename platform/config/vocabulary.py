"""The words of the domain's vocabularies, written from the server's own for the screens: nobody keeps two lists."""

import json
from pathlib import Path
from typing import Any

from hub.language import Text
from tenants.people.categories import CATEGORIES
from tenants.wishes.life import STATE_NAMES
from tenants.wishes.models import KINDS

LANGUAGES = ("zh", "en")

_VOCABULARIES: dict[str, dict[str, Text]] = {
    "state": {str(key): text for key, text in STATE_NAMES.items()},
    "kind": dict(KINDS),
    "category": dict(CATEGORIES),
}


def vocabulary_files(frontend: Path) -> dict[Path, bytes]:
    """What each file of the front end has to hold: the words in both languages, and the order of the lists."""
    files = {}
    for language in LANGUAGES:
        path = frontend / "src" / "language" / language / "words.json"
        words: dict[str, Any] = json.loads(path.read_bytes())
        for name, texts in _VOCABULARIES.items():
            words[name] = {key: _begun(getattr(text, language)) for key, text in texts.items()}
        files[path] = _written(words)
    order = {name: list(texts) for name, texts in _VOCABULARIES.items()}
    files[frontend / "src" / "api" / "vocabulary.json"] = _written(order)
    return files


def _written(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _begun(text: str) -> str:
    """As a word that stands alone: in sentences the server's English states are small."""
    return text[:1].upper() + text[1:]
