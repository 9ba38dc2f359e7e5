"""The regions of an officer: prefixes of the 12-digit code, with their names."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from hub.accounts.models import RegionRole
from hub.communities.models import Community, Region
from hub.communities.regions import LEVELS, prefixes
from hub.language import Text
from hub.refusal import Refusal

NO_REGION = Text(zh="没有这个地区，或不在您的范围内。", en="There is no such region, or it is not in your charge.")


def regions_of(account_id: uuid.UUID | None) -> list[str]:
    """The prefixes that an officer is in charge of, the largest first; none that lies in another one of them."""
    held = sorted(
        RegionRole.objects.filter(account=account_id).values_list("region", flat=True),
        key=lambda code: (len(code), code),
    )
    return [code for code in held if not any(code != other and code.startswith(other) for other in held)]


def checked_region(prefix: str, *, mine: Iterable[str]) -> str:
    """The prefix, if it is one of the officer's regions or lies in one, and there is one of that code.

    Raises `Refusal` (404) otherwise, with the same words: what lies outside cannot be told from what does not exist.
    """
    mine = list(mine)
    if len(prefix) in LEVELS and prefix.isdigit() and any(prefix.startswith(region) for region in mine):
        # One's own region is there before its first community is.
        if prefix in mine or Community.objects.filter(region_code__startswith=prefix).exists():
            return prefix
        if Region.objects.filter(code=prefix).exists():
            return prefix
    raise Refusal("not_found", NO_REGION, status=404)


def next_level(prefix: str) -> int:
    """How long the prefixes one level below are; a community's own length for a community."""
    return next((length for length in LEVELS if length > len(prefix)), LEVELS[-1])


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names of prefixes; of communities too."""
    codes = set(codes)
    full = [code for code in codes if len(code) == LEVELS[-1]]
    names = dict(Region.objects.filter(code__in=codes.difference(full)).values_list("code", "name"))
    if full:
        names.update(Community.objects.filter(region_code__in=full).values_list("region_code", "name"))
    return names


def path_to(prefix: str, *, mine: Iterable[str], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The regions from the largest down to the prefix, each with whether the officer may open it."""
    mine = list(mine)
    return [
        {"code": code, "name": names.get(code, code), "open": any(code.startswith(region) for region in mine)}
        for code in prefixes(prefix)
    ]
