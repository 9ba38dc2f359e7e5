"""Texts that a person reads, in the two languages of the product."""

from typing import NamedTuple

from django.utils.translation import get_language


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
