"""The words that a community has taught the product for categories of people: words of its own, no categories."""

import re
import unicodedata

from hub.actor import Actor
from tenants.people.categories import CATEGORIES
from tenants.people.models import CategoryWord

LONGEST_WORD = 20
_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of_the_community() -> dict[str, str]:
    """Word, in the form in which cells are compared, to the key of its category."""
    return dict(CategoryWord.objects.values_list("word", "category"))


def remember_word(word: str, category: str, *, by: Actor) -> bool:
    """Keeps a word for a category, for every later list; the newer choice counts. Returns whether it was kept: a name, a
    number or a sentence is no word."""
    word = "".join(unicodedata.normalize("NFKC", word).lower().split())
    if category not in CATEGORIES or not _WORD.fullmatch(word) or len(word) > LONGEST_WORD:
        return False
    CategoryWord.objects.update_or_create(
        word=word, defaults={"category": category, "by_id": by.account_id, "by_name": by.name}
    )
    return True
