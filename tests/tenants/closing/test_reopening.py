"""A closed year is opened again: everything is back where it stood."""

from dataclasses import asdict

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.claims import claiming
from tenants.closing.years import begin_campaign, reopen_campaign
from tenants.figures.counting import count
from tenants.figures.recounting import recount
from tenants.wishes import deciding
from tenants.wishes.models import Wish
from tests.tenants.closing.finished_year import a_finished_year, close, line
from tests.world import World, later

S = Wish.State

pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


def test_reopening_brings_everything_back_to_where_it_stood(world: World) -> None:
    year = a_finished_year(world)
    since = {state: wish.state_since for state, wish in year.items()}
    before = asdict(count(world.campaign))
    with standing_at(later(hours=1)):
        close(world)
    with standing_at(later(hours=2)):
        reopen_campaign(world.campaign, reason="点错了", by=world.administrator)
        for state, wish in year.items():
            wish.refresh_from_db()
            assert (wish.state, wish.state_since) == (state, since[state])
        assert asdict(count(world.campaign)) == before
        recount(later(hours=2))
    assert (line().campaign_state, line().counts["open"]) == ("running", 1)
    entry = Campaign.objects.get(year=2026).history.get(verb="reopened")
    assert (entry.reason, entry.changes) == ("点错了", {"back": 2, "stay": 0})
    claiming.claim(year[S.OPEN], member=world.qi, by=world.as_member(world.qi))


def test_a_reopened_year_can_be_closed_again_and_is_frozen_anew(world: World) -> None:
    a_finished_year(world)
    first = close(world)
    reopen_campaign(world.campaign, reason="漏了一件", by=world.administrator)
    wish = world.wish(S.FULFILLED)
    second = close(world)
    assert second.counts["fulfilled"] == first.counts["fulfilled"] + 1
    first.refresh_from_db()
    assert first.thawed_at is not None
    assert wish.state == S.FULFILLED


def test_reopening_takes_back_what_came_into_the_next_year_and_was_not_touched_there(world: World) -> None:
    untouched, verified = world.wish(S.OPEN), world.wish(S.OPEN)
    made = begin_campaign(2027, by=world.administrator)
    close(world)
    deciding.verify(verified.carried_to.get(), manner="visit", by=world.collector)
    reopen_campaign(world.campaign, reason="点错了", by=world.administrator)
    states = {wish.number: wish.state for wish in Wish.objects.all()}
    assert states == {"HH26-001": S.OPEN, "HH26-002": S.CARRIED_OVER, "HH27-002": S.VERIFIED}
    assert [e.changes for e in untouched.history.filter(verb="taken_back")] == [{"from": "HH27-001"}]
    assert world.campaign.history.get(verb="reopened").changes == {"back": 1, "stay": 1}
    close(world)
    assert sorted(made.wishes.values_list("number", flat=True)) == ["HH27-002", "HH27-003"]


def test_reopening_wants_a_reason_a_closed_year_and_comes_within_thirty_days(world: World) -> None:
    with pytest.raises(Refusal, match="campaign_not_closed"):
        reopen_campaign(world.campaign, reason="x", by=world.administrator)
    close(world)
    with pytest.raises(Refusal, match="reason_missing"):
        reopen_campaign(world.campaign, reason=" ", by=world.administrator)
    with standing_at(later(days=30, minutes=1)), pytest.raises(Refusal, match="too_late_to_reopen"):
        reopen_campaign(world.campaign, reason="x", by=world.administrator)
    with standing_at(later(days=30)):
        reopen_campaign(world.campaign, reason="x", by=world.administrator)
