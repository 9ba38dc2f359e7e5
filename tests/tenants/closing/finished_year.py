"""A year to close: what has come to an end in it, and what nobody claimed."""

from hub.rollups.models import CommunityYear
from tenants.closing.years import close_campaign
from tenants.figures.models import FrozenFigures
from tenants.wishes.models import Wish
from tests.world import World

S = Wish.State


def close(world: World) -> FrozenFigures:
    frozen = close_campaign(world.campaign, by=world.administrator)
    world.campaign.refresh_from_db()
    return frozen


def a_finished_year(world: World) -> dict[str, Wish]:
    """A wish at each end of its life, and two that nobody claimed."""
    ends = (S.FULFILLED, S.DECLINED, S.REFERRED, S.WITHDRAWN, S.ADMITTED, S.OPEN)
    return {state: world.wish(state) for state in ends}


def line(year: int = 2026) -> CommunityYear:
    return CommunityYear.objects.get(year=year)
