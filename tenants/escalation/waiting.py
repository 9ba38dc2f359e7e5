"""All that waits for somebody: wishes in a state, wanted follow-ups, requests for more time, each since a day.

No state is without a clock (domain.md, Life of a wish): what stands here has rungs of its own on the campaign's ladder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from hub.clock import TIME_ZONE
from tenants.campaigns.models import Campaign
from tenants.claims.board import off_the_board
from tenants.claims.following_up import to_follow_up
from tenants.claims.models import Claim, Delivery, Extension
from tenants.escalation.ladder import FOLLOW_UP, REQUEST, WAITING_STATES
from tenants.escalation.models import StepTaken
from tenants.wishes.models import Wish


@dataclass(frozen=True)
class Waits:
    """What waits (`ladder.WAITING`), since which day, and the steps that were taken for it. `claim` is a request's.

    `claimable`: a claimer can be looked for. An open wish that has left the board waits for staff alone.
    """

    scope: str
    since: date
    wish: Wish
    claim: Claim | None
    taken: Iterable[StepTaken]
    claimable: bool = True


def all_that_waits(today: date) -> Iterator[Waits]:
    """Everything in campaigns that are not closed, in the order of the wishes' numbers, requests last."""
    hidden = set(waiting_wishes().filter(off_the_board(), state=Wish.State.OPEN).values_list("pk", flat=True))
    for wish in waiting_wishes():
        if (since := waits_since(wish, today)) is not None:
            yield Waits(wish.state, since, wish, None, wish.steps.all(), claimable=wish.pk not in hidden)
    for wish in wanted_follow_ups():
        if (confirmed := confirmed_on(wish)) is not None:
            yield Waits(FOLLOW_UP, confirmed, wish, None, wish.steps.all())
    for request in open_requests():
        yield Waits(REQUEST, _day(request.asked_at), request.claim.wish, request.claim, request.claim.steps.all())


def waiting_wishes() -> QuerySet[Wish]:
    """Wishes in a state that may take too long."""
    return _going_on().filter(state__in=WAITING_STATES).order_by("campaign__first_day", "serial", "pk")


def wanted_follow_ups() -> QuerySet[Wish]:
    """Fulfilled wishes whose household is to be asked, with the delivery that was confirmed."""
    current = Prefetch("deliveries", queryset=Delivery.objects.filter(current=True), to_attr="current_ones")
    return to_follow_up(_going_on()).prefetch_related(current).order_by("campaign__first_day", "serial", "pk")


def open_requests() -> QuerySet[Extension]:
    """Requests of claimers that nobody has answered, those asked first before the others."""
    return (
        Extension.objects.filter(state=Extension.State.OPEN, by_claimer=True, claim__ended_at=None)
        .filter(claim__wish__state=Wish.State.CLAIMED)
        .exclude(claim__wish__campaign__state=Campaign.State.CLOSED)
        .select_related("claim__wish__campaign")
        .prefetch_related("claim__steps")
    )


def waits_since(wish: Wish, today: date) -> date | None:
    """The day from which a wish's waiting counts. An admitted one waits at the earliest from the day its campaign runs;
    None while that is being prepared."""
    moment = waiting_from(wish)
    return None if moment is None else _day(moment)


def waiting_from(wish: Wish) -> datetime | None:
    """The same as a moment. To be asked with the wish's campaign read."""
    if wish.state != Wish.State.ADMITTED:
        return wish.state_since
    if wish.campaign.state == Campaign.State.PREPARING:
        return None
    running = wish.campaign.running_since
    return wish.state_since if running is None else max(wish.state_since, running)


def confirmed_on(wish: Wish) -> date | None:
    """The day on which the delivery of a wish of `wanted_follow_ups` was confirmed."""
    moments = [delivery.confirmed_at for delivery in wish.current_ones if delivery.confirmed_at]  # type: ignore[attr-defined]
    return _day(moments[0]) if moments else None


def _going_on() -> QuerySet[Wish]:
    wishes = Wish.objects.exclude(campaign__state=Campaign.State.CLOSED)
    return wishes.select_related("campaign").prefetch_related("steps")


def _day(moment: datetime) -> date:
    return moment.astimezone(TIME_ZONE).date()
