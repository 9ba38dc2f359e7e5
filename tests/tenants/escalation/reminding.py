"""A claim on its way up the ladder, for tests about what is said of it."""

import datetime

from django.db import transaction

from hub.clock import TIME_ZONE, standing_at
from tenants.campaigns.working_days import add_working_days
from tenants.claims.models import Claim
from tenants.escalation.taking import take_due_steps
from tenants.members.models import Member
from tenants.wishes.models import Wish
from tests.world import World


def claimed(world: World, *, member: Member | None = None, item: str = "电饭锅") -> Claim:
    """A new claim of 张建国's, or of another member's."""
    return world.claim_of(world.wish(Wish.State.CLAIMED, member=member, item=item))


def moment(claim: Claim, days: int, hour: int = 10) -> datetime.datetime:
    """So many working days after the claim's deadline (before it where negative), at an hour of the community's zone."""
    day = add_working_days(claim.deadline, days)
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


def climb(claim: Claim, days: int, hour: int = 10) -> datetime.datetime:
    """The ladder takes what is due so many working days after the deadline; returns the moment."""
    at = moment(claim, days, hour)
    with standing_at(at), transaction.atomic():
        take_due_steps(at)
    return at
