"""Texts that a person reads, in the two languages of the product."""

from typing import NamedTuple

from django.utils.translation import get_language

BETWEEN = "\x1e"
"""Between the two languages of a kept text: the record separator, which nobody types."""


class Text(NamedTuple):
    """One sentence in Simplified Chinese and in English. `str()` gives the one the reader asked for.

    Chinese is what everybody gets who asked for neither language.
    """

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "").startswith("en") else self.zh

    def format(self, **params: object) -> "Text":
        """The same sentence with its {placeholders} filled, in both languages.

        Raises KeyError when the sentence wants a parameter that was not given.
        """
        if not params:
            return self
        zh = {name: value.zh if isinstance(value, Text) else value for name, value in params.items()}
        en = {name: value.en if isinstance(value, Text) else value for name, value in params.items()}
        return Text(zh=self.zh.format(**zh), en=self.en.format(**en))

    def kept(self) -> str:
        """Both languages in one line, for a column: whoever reads the history later has their own."""
        return f"{self.zh}{BETWEEN}{self.en}"


def of_the_reader(kept: str) -> str:
    """What a column holds, in the reader's language where it was kept in both; what a person wrote, as it is."""
    zh, between, en = kept.partition(BETWEEN)
    return str(Text(zh, en)) if between else kept
