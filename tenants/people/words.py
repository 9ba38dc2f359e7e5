"""The words that a community has taught the product for categories of people: words of its own, no categories."""

import re
import unicodedata

from django.db import IntegrityError, transaction

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from tenants.people.categories import CATEGORIES
from tenants.people.models import CategoryWord

LONGEST_WORD = 20
WORD = "category_word"
_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of_the_community() -> dict[str, str]:
    """Word, in the form in which cells are compared, to the key of its category."""
    return dict(CategoryWord.objects.values_list("word", "category"))


def remember_word(word: str, category: str, *, by: Actor) -> bool:
    """Keeps a word for a category, for every later list; the newer choice counts. Returns whether it was kept: a name, a
    number or a sentence is no word."""
    word = _compared(word)
    if category not in CATEGORIES or not _is_word(word):
        return False
    CategoryWord.objects.update_or_create(
        word=word, defaults={"category": category, "by_id": by.account_id, "by_name": by.name}
    )
    return True


def add_word(word: str, category: str, *, by: Actor) -> CategoryWord:
    """A word that an administrator enters by hand. Raises `Refusal` when it is none, or known already."""
    word = _checked(word)
    try:
        with transaction.atomic():
            return CategoryWord.objects.create(word=word, category=category, by_id=by.account_id, by_name=by.name)
    except IntegrityError:
        raise _known(word) from None


def word_version(word: CategoryWord) -> str:
    """The version of what can be edited of a word."""
    return version_of(WORD, word.pk, _fields(word))


def correct_word(
    known: CategoryWord, *, word: str | None = None, category: str | None = None, seen: str | None, by: Actor
) -> CategoryWord:
    """The word written otherwise, or for another category; people and wishes that were read by it before stay as they
    are. Raises `Refusal` when it is none or known already, and `Changed` (412) when it is no longer of the version
    `seen`."""
    try:
        with transaction.atomic():
            known = CategoryWord.objects.select_for_update(no_key=True).get(pk=known.pk)
            demand_unchanged(seen, WORD, known.pk, _fields(known))
            known.word = known.word if word is None else _checked(word)
            known.category = category or known.category
            known.by_id, known.by_name = by.account_id, by.name
            known.save(update_fields=["word", "category", "by_id", "by_name"])
    except IntegrityError:
        raise _known(_compared(word or "")) from None
    return known


def forget_word(known: CategoryWord) -> None:
    """The next list that says it is asked about again. Forgetting twice changes nothing."""
    CategoryWord.objects.filter(pk=known.pk).delete()


def _fields(word: CategoryWord) -> dict[str, str]:
    return {"word": word.word, "category": word.category}


def _compared(word: str) -> str:
    """As cells are compared: one form of each character, no blanks."""
    return "".join(unicodedata.normalize("NFKC", word).lower().split())


def _is_word(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and len(word) <= LONGEST_WORD


def _checked(word: str) -> str:
    word = _compared(word)
    if not _is_word(word):
        raise Refusal(
            "no_word",
            Text(
                zh="填表格里写的那个词，2 到 {longest} 个字，不带数字和标点。",
                en="Enter the word as lists write it: 2 to {longest} letters, no digits or signs.",
            ),
            status=400,
            field="word",
            longest=LONGEST_WORD,
        )
    return word


def _known(word: str) -> Refusal:
    return Refusal(
        "word_known",
        Text(zh="“{word}”已经在表里，请改那一条。", en="“{word}” is in the list already: change that entry."),
        field="word",
        word=word,
    )
