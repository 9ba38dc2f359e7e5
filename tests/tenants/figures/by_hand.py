"""Counting a community by hand: every row looked at one by one, from its history, by the words of domain.md.

Knows nothing of how the product counts: no aggregate, no column that it reads for it, no calendar of its own.
"""

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tenants.campaigns.models import Campaign
from tenants.members.models import Member
from tenants.wishes.models import Wish, WishEntry

FREE_DAYS = {datetime.date(2026, 4, 6)}
"""The only working day's name without work (清明) in the weeks that are counted here."""
FIRST_NOTICE = {
    "collected": 5, "verified": 5, "admitted": 10, "open": 10, "delivered": 3, "backstopped": 5, "follow_up": 10,
}  # fmt: skip
"""Working days after which the default ladder speaks of what waits."""
BEIJING = datetime.timezone(datetime.timedelta(hours=8))


def _came_by(moves: Sequence[WishEntry]) -> WishEntry | None:
    """The move by which a wish came where it stands; one that was taken back has never been."""
    stood: list[WishEntry] = []
    for entry in moves:
        if entry.verb != "undone":
            stood.append(entry)
            continue
        while stood and stood[-1].to_state != entry.to_state:
            stood.pop()
    return stood[-1] if stood else None


def working_days_after(since: datetime.date, until: datetime.date) -> int:
    """Working days after the one day, up to and including the other."""
    days, day = 0, since
    while day < until:
        day += datetime.timedelta(days=1)
        days += _is_workday(day)
    return days


def _is_workday(day: datetime.date) -> bool:
    return day.weekday() < 5 and day not in FREE_DAYS


def _workday_from(day: datetime.date) -> datetime.date:
    while not _is_workday(day):
        day += datetime.timedelta(days=1)
    return day


def counted(
    campaigns: Campaign | list[Campaign], today: datetime.date
) -> tuple[dict[str, int], dict[str, int], dict[str, list[int]]]:
    """The counts, the longest waits, and the sensitive breakdown of one campaign, or of a year's campaigns together."""
    these = [campaigns] if isinstance(campaigns, Campaign) else campaigns
    told: Counter[str] = Counter()
    longest: Counter[str] = Counter()
    people: dict[str, list[int]] = {}
    for wish in Wish.objects.filter(campaign__in=these):
        again = [copy.campaign for copy in wish.carried_to.all()]
        if any(each in these and each.year == wish.campaign.year for each in again):
            continue  # it counts where it arrived
        one = _one(wish, today)
        told.update(one["told"])
        for stage, days in one["late"].items():
            told[stage] += 1
            longest[stage] = max(longest[stage], days)
        if one["told"]["in_pool"]:
            for category in wish.beneficiary.categories:
                cell = people.setdefault(category, [0, 0])
                cell[0] += 1
                cell[1] += one["told"]["fulfilled"]
    told["members"] = sum(member.state == "active" for member in Member.objects.all())
    return dict(told), dict(longest), people


def _one(wish: Wish, today: datetime.date) -> dict[str, Any]:
    moves = [entry for entry in wish.history.order_by("at", "id") if entry.from_state != entry.to_state]
    state = moves[-1].to_state if moves else "collected"
    first = wish.history.order_by("at", "id").first()
    assert first is not None
    since = (_came_by(moves) or first).at.astimezone(BEIJING).date()
    if state == "admitted" and wish.campaign.running_since is not None:
        since = max(since, wish.campaign.running_since.astimezone(BEIJING).date())
    admitted = False
    for move in moves:
        admitted = (admitted or move.to_state == "admitted") and not (
            move.verb == "undone" and move.from_state == "admitted"
        )
    in_pool = admitted and state != "withdrawn"
    deliveries = [delivery for delivery in wish.deliveries.all() if delivery.rejected_at is None]
    delivery = deliveries[-1] if state == "fulfilled" else None
    claims = sorted(wish.claims.all(), key=lambda claim: claim.claimed_at)
    answers = sorted(wish.follow_ups.all(), key=lambda answer: (answer.at, answer.pk))
    late = {}
    # On a free day the notice of the working day before it is over, as on the working day after it.
    waited = working_days_after(since, _workday_from(today))
    if state in FIRST_NOTICE and waited > FIRST_NOTICE[state]:
        late[f"late_{state}"] = waited - FIRST_NOTICE[state]
    wanted = [each for each in deliveries if each.current and each.follow_up_wanted]
    if state == "fulfilled" and wanted and not any(answer.at >= wanted[-1].at for answer in answers):
        waited = working_days_after(wanted[-1].confirmed_at.astimezone(BEIJING).date(), _workday_from(today))
        if waited > FIRST_NOTICE["follow_up"]:
            late["late_follow_up"] = waited - FIRST_NOTICE["follow_up"]
    if state == "claimed" and claims[-1].deadline < today:
        late["overdue"] = working_days_after(claims[-1].deadline, today)
    known = {
        "in_pool": in_pool,
        "left_the_pool": admitted and state == "withdrawn",
        "claimed": in_pool
        and (state == "claimed" or (state in ("delivered", "fulfilled") and deliveries[-1].claim is not None)),
        "held": state == "claimed",
        "by_claimer": delivery is not None and delivery.claim is not None,
        "by_backstop": delivery is not None and delivery.claim is None,
        "on_time": delivery is not None
        and delivery.claim is not None
        and delivery.delivered_on <= delivery.claim.first_deadline,
        "followed_up": bool(answers),
        "satisfied": bool(answers) and answers[-1].outcome == "satisfied",
        **{
            name: state == name
            for name in ("collected", "verified", "admitted", "open", "delivered", "backstopped", "fulfilled")
        },
    }
    return {"told": {name: int(value) for name, value in known.items()}, "late": late}
