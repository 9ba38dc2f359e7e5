"""Faults to plant in the product, so that the replay shows whether it would find them."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def planted(name: str | None) -> Iterator[None]:
    yield
