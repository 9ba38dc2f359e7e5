"""Planting a fault in the product: something of it is replaced for a while, and put back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

Place = ModuleType | type
Change = tuple[Place, str, Any]
"""Where, what, and what stands there instead."""

Fault = Callable[[], list[Change]]
"""Its name says what is wrong, its docstring what people would see."""


@contextmanager
def changed(changes: Sequence[Change]) -> Iterator[None]:
    """The product with these changes in the block."""
    before = [(place, what, vars(place)[what]) for place, what, _ in changes]
    try:
        for place, what, wrong in changes:
            setattr(place, what, wrong)
        yield
    finally:
        for place, what, right in before:
            setattr(place, what, right)
