"""The ladder over several campaigns: one message a person, kind and day; what is being prepared has no clock yet."""

import datetime
from typing import Any

from django.db import transaction
from django_tenants.utils import tenant_context

from hub.accounts.inviting import invite
from hub.actor import STAFF
from hub.clock import TIME_ZONE, standing_at
from hub.sms.models import Message
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.campaigns.working_days import add_working_days
from tenants.closing.years import close_campaign
from tenants.escalation.models import StepMessage, StepTaken
from tenants.escalation.rechecking import withdraw_untrue
from tenants.escalation.taking import next_moment, take_due_steps
from tenants.wishes.models import Wish
from tests.world import MONDAY, World

S = Wish.State


def occasion_of(world: World) -> Campaign:
    return make_campaign(2026, yearly=False, title="春节", by=world.administrator)


def beside(world: World, campaign: Campaign, state: str, **values: Any) -> Wish:
    own, world.campaign = world.campaign, campaign
    try:
        return world.wish(state, **values)
    finally:
        world.campaign = own


def look(day: datetime.date) -> None:
    at = datetime.datetime.combine(day, datetime.time(10), TIME_ZONE)
    with standing_at(at), transaction.atomic():
        take_due_steps(at)


def staff(world: World) -> None:
    with tenant_context(world.community):
        invite("13900980002", "周海宁", {STAFF}, community=world.community, by=world.administrator)


def test_what_was_admitted_while_it_prepared_waits_from_the_day_its_campaign_runs(world: World) -> None:
    staff(world)
    occasion = occasion_of(world)
    wish = beside(world, occasion, S.ADMITTED)
    look(add_working_days(MONDAY.date(), 30))
    assert not StepTaken.objects.filter(wish=wish).exists()
    begins = MONDAY + datetime.timedelta(days=70)
    with standing_at(begins):
        start_campaign(occasion, by=world.administrator)
        due = next_moment(begins)
    first = add_working_days(begins.date(), 10)
    assert due is not None
    assert due.astimezone(TIME_ZONE).date() == first
    look(first - datetime.timedelta(days=1))
    assert not StepTaken.objects.filter(wish=wish).exists()
    look(first)
    (step,) = StepTaken.objects.filter(wish=wish)
    assert (step.key, step.counted_from, step.day) == ("admitted+10", begins.date(), first)


def test_what_waits_in_two_campaigns_is_one_message_and_the_other_goes_on_when_one_is_closed(world: World) -> None:
    staff(world)
    occasion = occasion_of(world)
    start_campaign(occasion, by=world.administrator)
    own, other = world.wish(S.ADMITTED), beside(world, occasion, S.ADMITTED, person=world.child)
    assert (own.number, other.number) == ("HH26-001", "HH26C-001")
    day = add_working_days(MONDAY.date(), 10)
    look(day)
    (message,) = Message.objects.all()
    assert message.params["count"] == "2"
    assert StepMessage.objects.filter(purpose=message.purpose).count() == 2
    with standing_at(datetime.datetime.combine(day, datetime.time(10, 5), TIME_ZONE)):
        close_campaign(occasion, wait=True, by=world.administrator)
        withdraw_untrue(world.community)
    message.refresh_from_db()
    assert message.params["no"] == "HH26-001", "what is left is named by its own number"
