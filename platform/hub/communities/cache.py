"""The cache of a community is its own: the key says which, whoever asks."""

from typing import Any

import structlog
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from hub.communities.whereabouts import schema_here

log = structlog.get_logger(__name__)


def key_with_community(key: str, key_prefix: str, version: int) -> str:
    """Django's cache key, led by the schema of the block that runs: "c_haihong:…" or "public:…"."""
    return f"{schema_here()}:{key_prefix}:{version}:{key}"


class ForgivingRedisCache(RedisCache):
    """Valkey is expendable: while it is away, halted or full, nothing is found in the cache and nothing breaks. Counting up
    what is not found raises ValueError, as of any cache. How long an answer is waited for, the settings say."""

    def _or_nothing(self, act: Any, nothing: Any) -> Any:
        try:
            return act()
        except (RedisError, OSError) as problem:
            log.warning("cache.away", problem=type(problem).__name__)
            return nothing

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._or_nothing(lambda: super(ForgivingRedisCache, self).get(key, default, version), default)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._or_nothing(lambda: super(ForgivingRedisCache, self).set(*args, **kwargs), None)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).add(*args, **kwargs), False))

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).touch(*args, **kwargs), False))

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).has_key(*args, **kwargs), False))

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).delete(*args, **kwargs), False))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        found = self._or_nothing(lambda: super(ForgivingRedisCache, self).incr(key, delta, version), None)
        if found is None:
            raise ValueError(f"Key {key!r} not found")
        return int(found)

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return dict(self._or_nothing(lambda: super(ForgivingRedisCache, self).get_many(*args, **kwargs), {}))

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> list[Any]:
        return list(
            self._or_nothing(lambda: super(ForgivingRedisCache, self).set_many(data, *args, **kwargs), list(data))
        )

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        self._or_nothing(lambda: super(ForgivingRedisCache, self).delete_many(*args, **kwargs), None)

    def clear(self) -> None:
        self._or_nothing(super().clear, None)
