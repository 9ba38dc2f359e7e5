"""The honest sheet of a region: what stands behind each rate, as counts, and what each part of the region adds to it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from hub.language import Text
from hub.rollups.rates import RATES

NAMES: Mapping[str, Text] = {
    "in_pool": Text(zh="入库的心愿", en="Wishes in the pool"),
    "claimed": Text(zh="由认领人认领、送达或办结", en="Claimed, delivered or fulfilled through a claim"),
    "fulfilled": Text(zh="已办结", en="Fulfilled"),
    "by_claimer": Text(zh="由认领人办结", en="Fulfilled through a claim"),
    "backstop_apart": Text(zh="由社区兜底办结", en="Fulfilled by backstop"),
    "backstop_within": Text(
        zh="由社区兜底办结（旧口径算在内）", en="Fulfilled by backstop (within it by definition 1)"
    ),
    "backstop_delivered": Text(zh="社区兜底已送达，还没有确认", en="Delivered by backstop, not confirmed yet"),
    "on_time": Text(zh="在首次期限内送达", en="Delivered by the first deadline"),
    "followed_up": Text(zh="回访过的心愿", en="Wishes that were followed up"),
    "satisfied": Text(zh="答“满意”", en="Answered “satisfied”"),
    "by_backstop": Text(zh="由社区兜底", en="By backstop"),
    "collected": Text(zh="待核查", en="To be verified"),
    "verified": Text(zh="待评估", en="To be assessed"),
    "admitted": Text(zh="已入库，还没有公开", en="Admitted, not open yet"),
    "open": Text(zh="待认领", en="Open"),
    "held": Text(zh="已认领，还没有送达", en="Claimed, not delivered yet"),
    "delivered": Text(zh="已送达，还没有确认", en="Delivered, not confirmed yet"),
    "backstopped": Text(zh="社区兜底办理中", en="In backstop"),
    "left_the_pool": Text(
        zh="入库后撤回（另行解决、搬离、去世、本人意愿）", en="Withdrawn from the pool for a neutral reason"
    ),
    "elsewhere": Text(zh="其他（如结转）", en="Other (such as carried over)"),
    "late": Text(zh="晚于首次期限送达", en="Delivered after the first deadline"),
    "not_satisfied": Text(zh="答“基本满意”或“不满意”", en="Answered “partly” or “not”"),
    "not_followed_up": Text(zh="已办结，没有回访", en="Fulfilled, not followed up"),
    "not_fulfilled": Text(zh="入库，还没有办结", en="In the pool, not fulfilled yet"),
}


class _Behind(NamedTuple):
    parts: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    remainder: str = ""
    """What is left of the denominator after the numerator and the rest."""
    excluded: tuple[str, ...] = ()


_BEHIND: Mapping[str, _Behind] = {
    "claim": _Behind(
        rest=("admitted", "open", "backstopped", "backstop_delivered", "backstop_apart"),
        remainder="elsewhere",
        excluded=("left_the_pool", "collected", "verified"),
    ),
    "completion": _Behind(
        parts=("by_backstop",),
        rest=("admitted", "open", "held", "delivered", "backstopped"),
        remainder="elsewhere",
        excluded=("left_the_pool", "collected", "verified"),
    ),
    "on_time": _Behind(rest=("backstop_within",), remainder="late", excluded=("backstop_apart", "not_fulfilled")),
    "satisfaction": _Behind(remainder="not_satisfied", excluded=("not_followed_up",)),
}


def rates_of(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Each rate with numerator, denominator, and what is in neither or only one of them; counts of nothing left out."""
    # A region may hold lines of both definitions: what of the backstops stands apart from the claims, and what does not.
    apart = counts["fulfilled"] - counts["by_claimer"]
    known = {
        **counts,
        "backstop_apart": apart,
        "backstop_within": counts["by_backstop"] - apart,
        "backstop_delivered": max(counts["held"] + counts["delivered"] + counts["by_claimer"] - counts["claimed"], 0),
        "not_fulfilled": counts["in_pool"] - counts["fulfilled"],
        # A wish that was reopened has a follow-up and is not fulfilled.
        "not_followed_up": max(counts["fulfilled"] - counts["followed_up"], 0),
    }
    return [_rate(rate.key, rate.numerator, rate.denominator, rate.name, rate.definition, known) for rate in RATES]


def _rate(key: str, numerator: str, denominator: str, name: Text, definition: Text, known: dict[str, int]) -> Any:
    behind = _BEHIND[key]
    left = known[denominator] - known[numerator] - sum(known[part] for part in behind.rest)
    rest = [*_numbers(behind.rest, known), *_numbers((behind.remainder,), {behind.remainder: left})]
    return {
        "key": key,
        "name": str(name),
        "definition": str(definition),
        "numerator": _number(numerator, known[numerator]),
        "denominator": _number(denominator, known[denominator]),
        "parts": _numbers(behind.parts, known),
        "rest": rest,
        "excluded": _numbers(behind.excluded, known),
    }


def _numbers(keys: tuple[str, ...], known: Mapping[str, int]) -> list[dict[str, Any]]:
    return [_number(key, known[key]) for key in keys if known[key]]


def _number(key: str, count: int) -> dict[str, Any]:
    return {"key": key, "what": str(NAMES[key]), "count": count}
