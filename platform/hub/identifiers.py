"""Keys of rows: UUIDv7, so that URLs cannot be guessed and indexes stay in the order of time."""

import uuid

from uuid_utils import compat


def uuid7() -> uuid.UUID:
    """A new identifier. From uuid-utils, since neither Python 3.11 nor PostgreSQL 15 makes them."""
    return compat.uuid7()
