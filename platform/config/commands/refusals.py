"""A verb that refuses says why; at the terminal that is a Trouble like any other."""

from collections.abc import Iterator
from contextlib import contextmanager

from config.embedded import Trouble
from hub.refusal import Refusal


@contextmanager
def as_trouble() -> Iterator[None]:
    """Raise Trouble, with the same code and sentence, for a Refusal of a verb."""
    try:
        yield
    except Refusal as refusal:
        raise Trouble(refusal.code, refusal.text) from refusal
