"""The next year: what it starts from, and what comes into it."""

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.default_ladder import DEFAULT
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import policy_of
from tenants.closing.years import begin_campaign
from tenants.figures.counting import count
from tenants.people.consents import withdraw_consent
from tenants.people.models import Consent
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Wish
from tests.tenants.closing.finished_year import close
from tests.world import World, later

S = Wish.State

pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


def test_the_next_year_starts_from_the_last_ones_policy_ladder_and_title(world: World) -> None:
    ladder = {**DEFAULT, "recall_by_itself": False}
    Campaign.objects.update(ladder=ladder, title="2026 年“圆梦”微心愿", claim_length_days=20, budget_limit_yuan=300)
    world.campaign.refresh_from_db()
    made = begin_campaign(2027, like=world.campaign, by=world.administrator)
    assert policy_of(made) == policy_of(world.campaign)
    assert (made.title, made.prefix, made.ladder, made.claim_length_days) == ("2027 年“圆梦”微心愿", "HH27", ladder, 20)
    assert made.history.get().changes == {"like": 2026}
    other = begin_campaign(2028, like=world.campaign, policy={"claim_length_days": 10}, by=world.administrator)
    assert (other.claim_length_days, other.budget_limit_yuan) == (10, 300)


def test_what_was_carried_over_comes_in_with_the_next_year_to_be_verified_anew(world: World) -> None:
    old = world.wish(S.OPEN, item="电暖器", budget_yuan=480, requirements=("220V",), story="屋里冷")
    close(world)
    Campaign.objects.update(budget_limit_yuan=400)
    world.campaign.refresh_from_db()
    with standing_at(later(days=300)):
        made = begin_campaign(2027, like=world.campaign, by=world.administrator)
    fresh = old.carried_to.get()
    assert (fresh.campaign, fresh.number, fresh.state) == (made, "HH27-001", S.COLLECTED)
    assert (fresh.beneficiary_id, fresh.item, fresh.story, fresh.requirements) == (
        world.elder.pk, "电暖器", "屋里冷", ["220V"],
    )  # fmt: skip
    assert (fresh.missing, fresh.warnings) == ([], ["budget_over_limit"])
    assert (fresh.admitted_at, fresh.opened_at, fresh.branch_id) == (None, None, None)
    assert [(e.verb, e.changes) for e in fresh.history.all()] == [("carried_in", {"from": "HH26-001"})]
    assert old.history.last().changes == {"as": "HH27-001"}  # type: ignore[union-attr]
    old.refresh_from_db()
    assert old.state == S.CARRIED_OVER
    assert count(made).in_pool == 0, "until it is admitted again"


def test_consents_hold_on_and_who_withdrew_the_one_to_be_on_record_is_left_out(world: World) -> None:
    stays = world.wish(S.OPEN)
    world.wish(S.OPEN, person=world.child)
    withdraw_consent(world.child.consents.get(purpose=Consent.Purpose.COLLECT), by=world.collector)
    close(world)
    made = begin_campaign(2027, by=world.administrator)
    assert [wish.carried_from_id for wish in made.wishes.all()] == [stays.pk]
    assert world.elder.consents.filter(withdrawn_at=None).count() == 3


def test_a_wish_bound_to_a_branch_stays_with_it_in_the_next_year(world: World) -> None:
    bound = world.wish(S.ADMITTED, branch=world.school)
    world.wish(S.ADMITTED, branch=world.school)
    edit_wish(bound, {"branch_fixed": True}, by=world.collector)
    close(world)
    made = begin_campaign(2027, by=world.administrator)
    assert [wish.branch_id for wish in made.wishes.order_by("serial")] == [world.school.pk, None]


def test_into_a_later_year_that_goes_on_it_comes_at_once(world: World) -> None:
    world.wish(S.OPEN)
    made = begin_campaign(2027, like=world.campaign, by=world.administrator)
    assert not made.wishes.exists()
    close(world)
    assert [wish.number for wish in made.wishes.all()] == ["HH27-001"]
    assert world.campaign.history.get(verb="closed").changes["arrived"] == {
        "year": 2027,
        "title": "2027 年微心愿",
        "count": 1,
    }


def test_nothing_comes_in_twice_and_what_waits_longest_comes_too(world: World) -> None:
    world.wish(S.OPEN)
    close(world)
    first = begin_campaign(2027, by=world.administrator)
    assert first.wishes.count() == 1
    assert not begin_campaign(2028, by=world.administrator).wishes.exists()
    with pytest.raises(Refusal, match="campaign_exists"):
        begin_campaign(2027, by=world.administrator)
    assert Wish.objects.count() == 2


def test_an_earlier_year_that_is_started_late_gets_nothing_of_a_later_one(world: World) -> None:
    world.wish(S.OPEN)
    close(world)
    assert not begin_campaign(2025, by=world.administrator).wishes.exists()
