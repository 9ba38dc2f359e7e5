"""Figures of a region: sums over a prefix of the 12-digit code. Officers read hub tables only."""

import datetime
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Sum

from hub.accounts.models import RegionRole
from hub.communities.models import Community, Region
from hub.communities.regions import LEVELS, prefixes
from hub.language import Text
from hub.refusal import Refusal
from hub.rollups.models import COUNTS, DAILY, STAGES, CommunityDay, CommunityYear

FEWEST_SHOWN = 5
"""A cell between 1 and 4 of a sensitive breakdown is hidden (domain.md, Privacy rules)."""

NO_REGION = Text(zh="没有这个地区,或不在您的范围内。", en="There is no such region, or it is not in your charge.")


def regions_of(account_id: uuid.UUID | None) -> list[str]:
    """The prefixes that an officer is in charge of, the largest first."""
    held = RegionRole.objects.filter(account=account_id).values_list("region", flat=True)
    return sorted(held, key=lambda prefix: (len(prefix), prefix))


def checked_region(prefix: str, *, mine: Iterable[str]) -> str:
    """The prefix, if it is one of the officer's regions or lies in one. Raises `Refusal` (404) otherwise."""
    if len(prefix) not in LEVELS or not prefix.isdigit() or not any(prefix.startswith(region) for region in mine):
        raise Refusal("not_found", NO_REGION, status=404)
    return prefix


def lines_below(prefix: str, year: int) -> list[CommunityYear]:
    """The lines of a region's active communities in a year."""
    lines = CommunityYear.objects.filter(year=year, region_code__startswith=prefix)
    return list(lines.filter(community__state=Community.State.ACTIVE).select_related("community"))


def summed(lines: Iterable[CommunityYear]) -> dict[str, int]:
    """The sum of every count."""
    total = dict.fromkeys(COUNTS, 0)
    for line in lines:
        for name in COUNTS:
            total[name] += line.counts[name]
    return total


def stuck(lines: Iterable[CommunityYear]) -> list[dict[str, Any]]:
    """Each stage with its count and its longest wait (working days), the fullest first."""
    lines = list(lines)
    found = [
        {
            "stage": stage,
            "count": sum(line.counts[stage] for line in lines),
            "longest": max((line.longest[stage] for line in lines), default=0),
        }
        for stage in STAGES
    ]
    return sorted(found, key=lambda row: -int(row["count"]))


def next_level(prefix: str) -> int | None:
    """How long the prefixes one level below are; None below a community."""
    return next((length for length in LEVELS if length > len(prefix)), None)


def grouped(lines: Iterable[CommunityYear], length: int) -> dict[str, list[CommunityYear]]:
    """Lines by the prefix of that length."""
    found: dict[str, list[CommunityYear]] = {}
    for line in lines:
        found.setdefault(line.region_code[:length], []).append(line)
    return found


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """The names of prefixes; of communities too."""
    codes = set(codes)
    names = dict(Region.objects.filter(code__in=codes).values_list("code", "name"))
    full = [code for code in codes if len(code) == LEVELS[-1]]
    names.update(Community.objects.filter(region_code__in=full).values_list("region_code", "name"))
    return names


def path_to(prefix: str, *, mine: Iterable[str]) -> list[dict[str, Any]]:
    """The regions from the largest down to the prefix, each with whether the officer may open it."""
    names = names_of(prefixes(prefix))
    mine = list(mine)
    return [
        {"code": code, "name": names.get(code, code), "open": any(code.startswith(region) for region in mine)}
        for code in prefixes(prefix)
    ]


def trend(prefix: str, year: int, *, since: datetime.date | None, until: datetime.date) -> list[dict[str, Any]]:
    """The region's sums by day. A community that was not counted on a day counts as on its last day before."""
    days = CommunityDay.objects.filter(year=year, region_code__startswith=prefix, day__lte=until)
    days = days.filter(community__state=Community.State.ACTIVE)
    now_at: dict[object, Mapping[str, int]] = {}
    found: list[dict[str, Any]] = []
    for row in days.order_by("day").values("community", "day", *DAILY):
        now_at[row["community"]] = row
        if found and found[-1]["day"] == row["day"]:
            found.pop()
        found.append({"day": row["day"], **{name: sum(line[name] for line in now_at.values()) for name in DAILY}})
    return [day for day in found if since is None or day["day"] >= since]


def overdue_on(prefix: str, year: int, day: datetime.date) -> int:
    """How many claims were overdue in the region on a day (each community by its last count until then)."""
    latest = (
        CommunityDay.objects.filter(year=year, region_code__startswith=prefix, day__lte=day)
        .filter(community__state=Community.State.ACTIVE)
        .order_by("community", "-day")
        .distinct("community")
    )
    total = CommunityDay.objects.filter(pk__in=latest.values("pk")).aggregate(total=Sum("overdue"))["total"]
    return int(total or 0)


def categories(lines: Iterable[CommunityYear]) -> list[dict[str, Any]]:
    """The pool by category; None where a number is 1 to 4 (shown as “<5”).

    A person can have several categories, so the cells do not add up to the pool and a hidden one cannot be worked out
    by subtraction. Fulfilled ones are hidden with few not fulfilled, too: the difference would tell the same.
    """
    total: dict[str, list[int]] = {}
    for line in lines:
        for key, (pool, fulfilled) in line.categories.items():
            mine = total.setdefault(key, [0, 0])
            mine[0] += pool
            mine[1] += fulfilled
    return [
        {
            "category": key,
            "in_pool": _hidden(pool),
            "fulfilled": None if _hidden(pool) is None or _hidden(pool - fulfilled) is None else _hidden(fulfilled),
        }
        for key, (pool, fulfilled) in sorted(total.items(), key=lambda item: -item[1][0])
    ]


def _hidden(number: int) -> int | None:
    return None if 0 < number < FEWEST_SHOWN else number
