"""Faults to plant in the product, so that the replay shows whether it would find them: `--fault a_day_late`."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.replay.faults import rooms
from tests.replay.faults.planting import Fault, changed

FAULTS: dict[str, Fault] = {fault.__name__: fault for room in rooms.ALL for fault in room.FAULTS}


@contextmanager
def planted(name: str | None) -> Iterator[None]:
    """The product with that fault in the block; without one for None. Raises ValueError for an unknown name."""
    if name is not None and name not in FAULTS:
        raise ValueError(f"There is no fault “{name}”. There are: {', '.join(FAULTS)}.")
    with changed(FAULTS[name]() if name else []):
        yield
