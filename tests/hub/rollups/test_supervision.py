"""Officers hear of recalled claims as a count, once a day, and of every one of them."""

import datetime

import pytest

from hub.accounts.inviting import make_officer
from hub.actor import SYSTEM
from hub.clock import TIME_ZONE, standing_at
from hub.communities.models import Community
from hub.communities.provisioning import create_community
from hub.rollups.supervision import supervise, tell_officers
from hub.sms.models import Message

pytestmark = pytest.mark.django_db

MONDAY = datetime.datetime(2026, 5, 11, 9, tzinfo=TIME_ZONE)
TOLD = datetime.timedelta(minutes=30)
A_DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _officer(community: Community) -> None:
    make_officer("13900987654", "韩主任", community.region_code[:6])


def told() -> list[str]:
    return [message.params["count"] for message in Message.objects.order_by("created_at")]


def test_one_message_a_day_speaks_of_all_communities(community: Community, other_community: Community) -> None:
    with standing_at(MONDAY):
        supervise(community, MONDAY.date(), 2)
        supervise(other_community, MONDAY.date(), 1)
        assert tell_officers() == 0
    with standing_at(MONDAY + TOLD):
        assert tell_officers() == 1
        assert tell_officers() == 0
    assert told() == ["3"]


def test_what_comes_after_the_days_message_is_told_the_next_day(community: Community) -> None:
    with standing_at(MONDAY + TOLD):
        supervise(community, MONDAY.date(), 1)
        tell_officers()
        supervise(community, MONDAY.date(), 4)
        assert tell_officers() == 0
    with standing_at(MONDAY + TOLD + A_DAY):
        assert tell_officers() == 1
    assert told() == ["1", "4"]


def test_nothing_is_told_at_night(community: Community) -> None:
    with standing_at(MONDAY + datetime.timedelta(hours=13)):
        supervise(community, MONDAY.date(), 1)
        assert tell_officers() == 0


def test_an_officer_of_several_towns_is_not_told_that_one_town_has_all(community: Community) -> None:
    names = ["青海省", "海东市", "民和回族土族自治县", "古鄯镇"]
    elsewhere = create_community(
        slug="gushan", name="古鄯村", region_code="630222101201", region_names=names, by=SYSTEM
    )
    with standing_at(MONDAY + TOLD):
        supervise(community, MONDAY.date(), 2)
        supervise(elsewhere, MONDAY.date(), 1)
        tell_officers()
    (message,) = Message.objects.all()
    assert message.params == {"region": "川口镇等2个街镇", "count": "3"}
