"""The numbers of a form and of its honest sheet: each is a set of wishes, told by how they stood at the end of a day.

Where a number has the name of one in `tenants.figures.counting.Figures` it is the same number: a test compares them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from hub.language import Text
from hub.rollups.rates import DEFINITION, Rate, rates_of_definition
from tenants.claims.models import FollowUp
from tenants.forms.statistics.standing import Standing
from tenants.wishes.leaving import WITHDRAWAL_REASONS
from tenants.wishes.models import Wish

S = Wish.State
_TAKEN = (S.CLAIMED, S.DELIVERED, S.FULFILLED)


@dataclass(frozen=True)
class Number:
    """`holds` tells whether a wish is counted."""

    name: Text
    holds: Callable[[Standing], bool]


def _in_pool(it: Standing) -> bool:
    return it.admitted and it.state != S.WITHDRAWN


def _by_claimer(it: Standing) -> bool:
    return it.claim is not None


def _on_time(it: Standing) -> bool:
    return (
        it.state == S.FULFILLED
        and it.delivery is not None
        and it.first_deadline is not None
        and it.delivery.delivered_on <= it.first_deadline
    )


def _answered(outcome: str) -> Callable[[Standing], bool]:
    return lambda it: it.follow_up is not None and it.follow_up.outcome == outcome


def _standing_in(state: str) -> Callable[[Standing], bool]:
    return lambda it: it.state == state


def _left_because(reason: str) -> Callable[[Standing], bool]:
    return lambda it: it.admitted and it.state == S.WITHDRAWN and it.withdrawn_because == reason


NUMBERS: Mapping[str, Number] = {
    "all": Number(Text(zh="征集", en="Collected"), lambda it: True),
    # Not in the pool, and why.
    "collected": Number(Text(zh="待核查", en="Waiting for verification"), _standing_in(S.COLLECTED)),
    "verified": Number(Text(zh="待评估", en="Waiting for assessment"), _standing_in(S.VERIFIED)),
    "declined": Number(Text(zh="不予受理", en="Declined"), _standing_in(S.DECLINED)),
    "referred": Number(Text(zh="转其他渠道", en="Referred to another channel"), _standing_in(S.REFERRED)),
    "withdrawn_before": Number(
        Text(zh="入库前撤回", en="Withdrawn before it was admitted"),
        lambda it: it.state == S.WITHDRAWN and not it.admitted,
    ),
    "left_the_pool": Number(
        Text(zh="入库后撤回", en="Withdrawn from the pool"), lambda it: it.state == S.WITHDRAWN and it.admitted
    ),
    **{
        f"left_{reason}": Number(
            Text(zh=f"入库后撤回：{text.zh}", en=f"Withdrawn from the pool: {text.en}"), _left_because(reason)
        )
        for reason, text in WITHDRAWAL_REASONS.items()
    },
    "outside_the_pool": Number(Text(zh="不在库里", en="Not in the pool"), lambda it: not _in_pool(it)),
    # In the pool, by state.
    "in_pool": Number(Text(zh="入库", en="In the pool"), _in_pool),
    "admitted": Number(Text(zh="已入库，还没有开放认领", en="Admitted, not opened yet"), _standing_in(S.ADMITTED)),
    "open": Number(Text(zh="待认领", en="Open"), _standing_in(S.OPEN)),
    "backstopped": Number(Text(zh="社区兜底办理中", en="Backstop under way"), _standing_in(S.BACKSTOPPED)),
    "carried_over": Number(Text(zh="结转", en="Carried over"), _standing_in(S.CARRIED_OVER)),
    "claimed": Number(
        Text(zh="由认领人认领、送达或办结", en="Claimed, delivered or fulfilled through a claim"),
        lambda it: _in_pool(it) and it.state in _TAKEN and _by_claimer(it),
    ),
    "held": Number(Text(zh="已认领，还没有送达", en="Claimed, not delivered yet"), _standing_in(S.CLAIMED)),
    "overdue": Number(
        Text(zh="认领逾期", en="Overdue claims"),
        lambda it: it.state == S.CLAIMED and it.deadline is not None and it.deadline < it.day,
    ),
    "delivered": Number(Text(zh="已送达，待确认", en="Delivered, not confirmed yet"), _standing_in(S.DELIVERED)),
    "delivered_by_claimer": Number(
        Text(zh="认领人已送达，待确认", en="Delivered by the claimer, not confirmed yet"),
        lambda it: it.state == S.DELIVERED and _by_claimer(it),
    ),
    "delivered_by_backstop": Number(
        Text(zh="社区兜底已送达，待确认", en="Delivered by backstop, not confirmed yet"),
        lambda it: it.state == S.DELIVERED and not _by_claimer(it),
    ),
    # Fulfilled, and what the claimers did.
    "fulfilled": Number(Text(zh="已办结", en="Fulfilled"), _standing_in(S.FULFILLED)),
    "unfulfilled": Number(
        Text(zh="在库里，还没有办结", en="In the pool, not fulfilled yet"),
        lambda it: _in_pool(it) and it.state != S.FULFILLED,
    ),
    "by_claimer": Number(
        Text(zh="认领人办结", en="Fulfilled by claimers"), lambda it: it.state == S.FULFILLED and _by_claimer(it)
    ),
    "by_backstop": Number(
        Text(zh="社区兜底办结", en="Fulfilled by backstop"), lambda it: it.state == S.FULFILLED and not _by_claimer(it)
    ),
    "on_time": Number(Text(zh="按期送达", en="Delivered by the first deadline"), _on_time),
    "late": Number(
        Text(zh="超过首次期限才送达", en="Delivered after the first deadline"),
        lambda it: it.state == S.FULFILLED and _by_claimer(it) and not _on_time(it),
    ),
    # What the beneficiaries said.
    "followed_up": Number(Text(zh="已回访", en="Followed up"), lambda it: it.follow_up is not None),
    "satisfied": Number(Text(zh="满意", en="Satisfied"), _answered(FollowUp.Outcome.SATISFIED)),
    "partly": Number(Text(zh="基本满意", en="Partly satisfied"), _answered(FollowUp.Outcome.PARTLY)),
    "not_satisfied": Number(Text(zh="不满意", en="Not satisfied"), _answered(FollowUp.Outcome.NOT_SATISFIED)),
    "not_asked": Number(
        Text(zh="已办结，没有回访", en="Fulfilled, not followed up"),
        lambda it: it.state == S.FULFILLED and it.follow_up is None,
    ),
    "nothing_to_ask": Number(
        Text(zh="还没有办结", en="Not fulfilled"), lambda it: it.state != S.FULFILLED and it.follow_up is None
    ),
}


_BEFORE: Mapping[str, Number] = {
    **NUMBERS,
    "claimed": Number(
        Text(zh="已认领、已送达或已办结", en="Claimed, delivered or fulfilled"),
        lambda it: _in_pool(it) and it.state in _TAKEN,
    ),
}


def numbers_of(definition: int) -> Mapping[str, Number]:
    """The numbers as they were defined then (`hub.rollups.rates.DEFINITION`)."""
    return NUMBERS if definition >= DEFINITION else _BEFORE


def totals(rows: Iterable[Standing], definitions: Mapping[UUID, int] | int = DEFINITION) -> dict[str, int]:
    """Every number over these wishes, each counted by the definition of its campaign."""
    told = dict.fromkeys(NUMBERS, 0)
    for row in rows:
        definition = definitions if isinstance(definitions, int) else definitions[row.wish.campaign_id]
        for key, number in numbers_of(definition).items():
            told[key] += number.holds(row)
    return told


def by_definition(rows: Iterable[Standing], definitions: Mapping[UUID, int]) -> dict[int, list[Standing]]:
    """The wishes of the campaigns that go by each definition, the newest definition first."""
    found: dict[int, list[Standing]] = {number: [] for number in sorted(set(definitions.values()), reverse=True)}
    for row in rows:
        found[definitions[row.wish.campaign_id]].append(row)
    return found


def said_of_rate(key: str, definitions: Iterable[int]) -> str:
    """What a rate means; by each definition where several hold and say another thing."""
    said = {number: str(_rate(key, number).definition) for number in definitions}
    if len(set(said.values())) == 1:
        return next(iter(said.values()))
    return " ".join(str(BY_DEFINITION.format(number=number, what=text)) for number, text in said.items())


BY_DEFINITION = Text(zh="口径 {number}：{what}", en="Definition {number}: {what}")


def _rate(key: str, definition: int) -> Rate:
    return next(rate for rate in rates_of_definition(definition) if rate.key == key)
