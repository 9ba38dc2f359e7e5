"""The rates that are reported: each with its numerator, its denominator and what it says (domain.md, Numbers that are reported).

They stand here once for the community's form, its honest sheet, and the sheets and exports of the levels above.
"""

from dataclasses import dataclass, replace

from hub.language import Text

DEFINITION = 2
"""Of the rates below. It is kept with the figures of a closed campaign, and the honest sheet names it: what the community
fulfilled itself counts as claimed in definition 1, and stands beside the claims in definition 2."""


@dataclass(frozen=True)
class Rate:
    """`numerator` and `denominator` are names of counts (`models.COUNTS`, `tenants.figures.counting.Figures`)."""

    key: str
    name: Text
    numerator: str
    denominator: str
    definition: Text


RATES = (
    Rate(
        "claim",
        Text(zh="认领率", en="Claim rate"),
        "claimed",
        "in_pool",
        Text(
            zh="入库的心愿里，现在由认领人认领、送达或办结的占多少；由社区兜底的另列。",
            en="Of the wishes in the pool, how many are now claimed, delivered or fulfilled through a claim; those by backstop"
            " are shown apart.",
        ),
    ),
    Rate(
        "completion",
        Text(zh="完成率", en="Completion rate"),
        "fulfilled",
        "in_pool",
        Text(
            zh="入库的心愿里，已办结的占多少；其中由社区兜底的另列。",
            en="Of the wishes in the pool, how many are fulfilled; those by backstop are shown apart.",
        ),
    ),
    Rate(
        "on_time",
        Text(zh="按期率", en="On-time rate"),
        "on_time",
        "by_claimer",
        Text(
            zh="由认领人办结的心愿里，在认领时约定的期限内送达的占多少。延期不改变这个期限；工作人员确认得晚，不算认领人的。",
            en="Of the wishes fulfilled through a claim, how many were delivered by the first deadline. An extension does not"
            " move it, and a late confirmation by staff is not the claimer's.",
        ),
    ),
    Rate(
        "satisfaction",
        Text(zh="满意率", en="Satisfaction"),
        "satisfied",
        "followed_up",
        Text(
            zh="回访过的心愿里，最近一次回访答“满意”的占多少。",
            en="Of the wishes that were followed up, how many said “satisfied” at the latest follow-up.",
        ),
    ),
)

_BEFORE = {
    "claim": ("in_pool", Text(
        zh="入库的心愿里，现在已认领、已送达或已办结的占多少，社区兜底的也算在内。",
        en="Of the wishes in the pool, how many are now claimed, delivered or fulfilled, by backstop included.",
    )),
    "on_time": ("fulfilled", Text(
        zh="已办结的心愿里，在认领时约定的期限内送达的占多少；社区兜底的也在分母里。",
        en="Of the fulfilled wishes, by backstop included, how many were delivered by the first deadline.",
    )),
}  # fmt: skip

NAMES_OF_DEFINITIONS = {
    1: Text(
        zh="口径 1：社区兜底的算在认领率和按期率里。",
        en="Definition 1: what was done by backstop counts in the claim rate and the on-time rate.",
    ),
    2: Text(
        zh="口径 2：认领率、按期率只算由认领人办的，社区兜底的另列。",
        en="Definition 2: claim rate and on-time rate count what claimers did; by backstop stands apart.",
    ),
}


def rates_of_definition(definition: int) -> tuple[Rate, ...]:
    """The rates as they were defined then: closed campaigns and past days keep their figures."""
    if definition >= DEFINITION:
        return RATES
    return tuple(
        replace(rate, denominator=_BEFORE[rate.key][0], definition=_BEFORE[rate.key][1])
        if rate.key in _BEFORE
        else rate
        for rate in RATES
    )


def share(part: int, whole: int) -> float | None:
    """The rate as a number from 0 to 1; None where there is nothing to divide by."""
    return part / whole if whole else None
