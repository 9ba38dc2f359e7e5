"""The form as a whole: head, rows and foot, filled from the data as of a day."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hub.clock import today
from hub.communities.current import current
from hub.language import Text
from hub.rollups.rates import rates_of_definition, share
from tenants.campaigns.defining import definitions_named, definitions_on
from tenants.campaigns.finding import Covered, covered
from tenants.campaigns.models import Campaign
from tenants.claims.board import may_be_shown
from tenants.forms.statistics.columns import Block, Column, Value, blocks_for, cells_of
from tenants.forms.statistics.numbers import NUMBERS, by_definition, numbers_of, said_of_rate, totals
from tenants.forms.statistics.standing import Standing, standings

TITLE = Text(
    zh="{community} {year} 年微心愿征集认领统计表", en="{community}: micro-wishes {year}, collection and claims"
)
TITLE_OF_AN_OCCASION = Text(
    zh="{community} {year} 年“{campaign}”微心愿征集认领统计表",
    en="{community}: micro-wishes {year}, {campaign}, collection and claims",
)
TITLE_OF_A_WHOLE_YEAR = Text(
    zh="{community} {year} 年微心愿征集认领统计表（全年 {count} 个活动）",
    en="{community}: micro-wishes {year}, all {count} campaigns, collection and claims",
)
TOGETHER = Text(
    zh="合在一起的活动：{campaigns}。年内结转的心愿只算在转入的活动里。",
    en="Campaigns together: {campaigns}. A wish carried over within the year counts only where it arrived.",
)
NOTE = Text(
    zh="状态、核查评估、认领、送达、回访和合计，是截至 {day} 24 时的情况；"
    "姓名、住址、电话、心愿内容、预算是现在登记的（改正过的按改正后的填）。",
    en="State, verification, assessment, claim, delivery, follow-up and totals are as they were at the end of {day}; name, "
    "address, telephone, wish and budget are as they stand now, corrections included.",
)
MASKED = Text(
    zh="脱敏版：姓名、住址、电话已遮盖，困难类别、家庭情况、监护人和意见不填，可以上报、张贴。",
    en="Masked: names, addresses and telephones are covered; categories, situation, guardian and opinions are left out. "
    "It may be handed up or posted.",
)
FULL = Text(
    zh="完整版：含居民个人信息，只供社区存档，请妥善保管，不要外传。",
    en="Full: it holds residents' personal data. For the community's own file only: keep it safe, do not pass it on.",
)
NOT_LISTED = Text(
    zh="有 {count} 件没有展示同意，或展示内容要改，这里不列出，合计里已经算上。",
    en="{count} without a consent to be shown, or whose words tell who it is, are not listed here and are in the totals.",
)
EMPTY = Text(zh="截至 {day}，{year} 年度还没有征集到心愿。", en="By the end of {day} no wish was collected in {year}.")
OUTSIDE = Text(
    zh="征集的 {all} 件里有 {count} 件不在库里：{which}。",
    en="{count} of the {all} collected are not in the pool: {which}.",
)
ALL_INSIDE = Text(zh="征集的都在库里。", en="All that was collected is in the pool.")
LISTED = Text(zh="{name} {count} 件", en="{name} {count}")

OUTSIDE_THE_POOL = (
    "collected",
    "verified",
    "declined",
    "referred",
    "withdrawn_before",
    "left_solved_elsewhere",
    "left_moved_away",
    "left_deceased",
    "left_own_wish",
)
"""Every wish that is not in the pool is in just one of these numbers."""

FOOT = (
    "all",
    "in_pool",
    "claimed",
    "fulfilled",
    "by_claimer",
    "by_backstop",
    "on_time",
    "overdue",
    "followed_up",
    "satisfied",
)
"""The totals that stand in the foot, in its order."""

BUDGET = Text(zh="预算合计（元）", en="Budget in all (yuan)")


@dataclass(frozen=True)
class Total:
    key: str
    name: str
    count: int


@dataclass(frozen=True)
class RateLine:
    """`value` from 0 to 1, None where the denominator is 0."""

    key: str
    name: str
    value: float | None
    numerator: int
    denominator: int
    definition: str


@dataclass(frozen=True)
class StatisticsForm:
    """`rows` hold their cells by column (`columns.COLUMNS`), in the order of the wishes' numbers."""

    title: str
    community: str
    year: int
    campaigns: tuple[str, ...]
    """The names of the campaigns that it is of."""
    blocks: tuple[Block, ...]
    day: datetime.date
    made_on: datetime.date
    filled_in_by: str
    masked: bool
    notes: tuple[str, ...]
    rows: list[dict[str, Value]]
    totals: list[Total]
    rates: list[RateLine]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of all blocks."""
        return tuple(column for block in self.blocks for column in block.columns)

    @property
    def empty(self) -> str:
        """What stands instead of rows where there are none."""
        return str(EMPTY.format(day=self.day, year=self.year))


def statistics_form(of: Covered, day: datetime.date, *, masked: bool, filled_in_by: str = "") -> StatisticsForm:
    """The form of a campaign as of the end of a day, in the reader's language; of several of a year in one, each row with
    its campaign's name."""
    campaigns = covered(of)
    found = standings(campaigns, day)
    definitions = definitions_on(campaigns, day)
    numbers = totals(found, definitions)
    named = numbers_of(max(definitions.values()))
    community = current().name
    blocks = blocks_for(len(campaigns))
    # What may not be shown is not printed for posting; its count stays in the totals.
    shown = set(may_be_shown().values_list("pk", flat=True)) if masked else set()
    listed = [it for it in found if not masked or it.wish.pk in shown]
    rows = [cells_of(it, masked=masked, blocks=blocks) for it in listed]
    hidden = len(found) - len(listed)
    together = TOGETHER.format(campaigns="、".join(each.title for each in campaigns))
    return StatisticsForm(
        title=str(_title(campaigns, community)),
        community=community,
        year=campaigns[0].year,
        campaigns=tuple(each.title for each in campaigns),
        blocks=blocks,
        day=day,
        made_on=today(),
        filled_in_by=filled_in_by,
        masked=masked,
        notes=(
            str(MASKED if masked else FULL),
            *([str(together)] if len(campaigns) > 1 else []),
            str(NOTE.format(day=day)),
            str(definitions_named(campaigns, day)),
            outside_the_pool(numbers),
            *([str(NOT_LISTED.format(count=hidden))] if hidden else []),
        ),
        rows=rows,
        totals=[*(Total(key, str(named[key].name), numbers[key]) for key in FOOT), _budget(found)],
        rates=rate_lines(found, definitions),
    )


def _title(campaigns: Sequence[Campaign], community: str) -> Text:
    first = campaigns[0]
    if len(campaigns) > 1:
        return TITLE_OF_A_WHOLE_YEAR.format(community=community, year=first.year, count=len(campaigns))
    if first.yearly:
        return TITLE.format(community=community, year=first.year)
    return TITLE_OF_AN_OCCASION.format(community=community, year=first.year, campaign=first.title)


def rate_lines(found: Sequence[Standing], definitions: Mapping[UUID, int]) -> list[RateLine]:
    """Each rate with its numerator and denominator; of several campaigns the sums, each by its own definition."""
    counted = {number: totals(rows, number) for number, rows in by_definition(found, definitions).items()}
    lines = []
    for rates in zip(*(rates_of_definition(number) for number in counted), strict=True):
        of_each = list(zip(rates, counted.values(), strict=True))
        numerator = sum(numbers[rate.numerator] for rate, numbers in of_each)
        denominator = sum(numbers[rate.denominator] for rate, numbers in of_each)
        key, name = rates[0].key, str(rates[0].name)
        lines.append(
            RateLine(key, name, share(numerator, denominator), numerator, denominator, said_of_rate(key, counted))
        )
    return lines


def outside_the_pool(numbers: dict[str, int]) -> str:
    """The sentence that says which wishes the denominators leave out, and how many of each."""
    which = [LISTED.format(name=NUMBERS[key].name, count=numbers[key]) for key in OUTSIDE_THE_POOL if numbers[key]]
    if not which:
        return str(ALL_INSIDE)
    listed = Text(zh="、".join(part.zh for part in which), en=", ".join(part.en for part in which))
    return str(OUTSIDE.format(all=numbers["all"], count=numbers["outside_the_pool"], which=listed))


def _budget(found: list[Standing]) -> Total:
    return Total("budget", str(BUDGET), sum(it.wish.budget_yuan or 0 for it in found))
