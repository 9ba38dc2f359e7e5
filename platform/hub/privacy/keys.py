"""The keys in use, unwrapped, in this process's memory only.

The cache is keyed by the wrapped bytes, so a community that was re-keyed misses it by itself.
"""

import dataclasses
import functools
import time
import uuid
from typing import Literal

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import connection

from hub import envelope
from hub.communities.current import current
from hub.communities.models import Community, HubKey

Scope = Literal["community", "hub"]

HUB_KEY_IS_LOOKED_AT_EVERY_S = 5.0


@dataclasses.dataclass(frozen=True, repr=False)
class Keys:
    """What one scope encrypts and indexes with: two keys derived apart, and the owner both are bound to."""

    owner: str
    encrypting: bytes
    blinding: bytes

    def __repr__(self) -> str:
        return f"<Keys of {self.owner}>"


def _derived(data_key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"wishbridge " + purpose).derive(data_key)


@functools.lru_cache(maxsize=4096)
def _unwrapped(owner: str, wrapped: bytes) -> Keys:
    data_key = envelope.unwrap(wrapped, owner)
    return Keys(owner, _derived(data_key, b"fields"), _derived(data_key, b"blind index"))


def owner_of(community_id: uuid.UUID) -> str:
    """The name a community's keys and fields are bound to."""
    return f"community {community_id}"


def keys_of(community: Community) -> Keys:
    """The keys of one community. Raises envelope.KeyTrouble when the master key does not open them."""
    return _unwrapped(owner_of(community.pk), bytes(community.wrapped_key))


def keys_for(scope: Scope) -> Keys:
    """The keys to use now: those of the current community, or the hub's.

    Raises OutsideCommunity for the scope "community" outside of one.
    """
    return _hub_keys() if scope == "hub" else keys_of(current())


_hub_seen: tuple[float, bytes] | None = None


def _hub_keys() -> Keys:
    global _hub_seen
    seen = _hub_seen
    if seen is None or time.monotonic() - seen[0] > HUB_KEY_IS_LOOKED_AT_EVERY_S:
        seen = (time.monotonic(), _wrapped_hub_key())
        _hub_seen = seen
    return _unwrapped("hub", seen[1])


def forget_keys() -> None:
    """Empty the cache, as a new process would be."""
    global _hub_seen
    _hub_seen = None
    _unwrapped.cache_clear()


def _wrapped_hub_key() -> bytes:
    found = HubKey.objects.filter(pk=1).values_list("wrapped_key", flat=True).first()
    if found is None:
        _make_hub_key()
        found = HubKey.objects.values_list("wrapped_key", flat=True).get(pk=1)
    return bytes(found)


def _make_hub_key() -> None:
    """Commits a key over a connection of its own: were it rolled back with somebody's transaction, what this process
    encrypts until it looks again could never be read. Another process may be first, and then its key is the one.
    """
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute(
                "INSERT INTO public.communities_hubkey (id, wrapped_key) VALUES (1, %s) ON CONFLICT DO NOTHING",
                [envelope.wrap(envelope.new_key(), "hub")],
            )
    finally:
        own.close()
