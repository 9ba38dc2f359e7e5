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
    """Valkey is expendable: while it is away, nothing is found in the cache and nothing breaks."""

    def _or_nothing(self, act: Any, nothing: Any) -> Any:
        try:
            return act()
        except RedisError as problem:
            log.warning("cache.away", problem=type(problem).__name__)
            return nothing

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._or_nothing(lambda: super(ForgivingRedisCache, self).get(key, default, version), default)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._or_nothing(lambda: super(ForgivingRedisCache, self).set(*args, **kwargs), None)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).add(*args, **kwargs), False))

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return bool(self._or_nothing(lambda: super(ForgivingRedisCache, self).delete(*args, **kwargs), False))

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return dict(self._or_nothing(lambda: super(ForgivingRedisCache, self).get_many(*args, **kwargs), {}))
