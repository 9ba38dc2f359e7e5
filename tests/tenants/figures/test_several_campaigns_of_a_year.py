"""The figures of a year are the sum of its campaigns; a wish counts once, where it arrived."""

import datetime
from dataclasses import asdict
from typing import Any

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from hub.rollups.models import COUNTS, CommunityDay, CommunityYear
from tenants.campaigns.finding import campaigns_of
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.claims import giving_up
from tenants.closing.years import begin_campaign, close_campaign, reopen_campaign
from tenants.figures.counting import count, figures_of, longest_waits
from tenants.figures.recounting import recount
from tenants.figures.sheet import sheet_of, wishes_behind
from tenants.figures.today import wish_sections
from tenants.forms.statistics.numbers import totals
from tenants.forms.statistics.standing import standings
from tenants.wishes import deciding
from tenants.wishes.models import Wish
from tests.tenants.figures.by_hand import counted
from tests.world import MONDAY, World, later

S = Wish.State
NOBODY_DRAWN = {"follow_up_percent": 0}

pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


@pytest.fixture
def occasion(world: World) -> Campaign:
    made = make_campaign(2026, yearly=False, title="春节送温暖", policy=NOBODY_DRAWN, by=world.administrator)
    return start_campaign(made, by=world.administrator)


def beside(world: World, campaign: Campaign, state: str, **values: Any) -> Wish:
    """A wish of the other campaign, by the same verbs."""
    own, world.campaign = world.campaign, campaign
    try:
        return world.wish(state, **values)
    finally:
        world.campaign = own


def line(year: int = 2026) -> CommunityYear:
    return CommunityYear.objects.get(year=year)


def both_live(world: World, occasion: Campaign) -> None:
    world.wish(S.FULFILLED)
    world.wish(S.OPEN)
    beside(world, occasion, S.FULFILLED, member=world.qi, person=world.child)
    beside(world, occasion, S.ADMITTED, person=world.neighbour)
    beside(world, occasion, S.COLLECTED)


def test_the_line_of_a_year_is_the_sum_of_its_campaigns_and_none_overwrites_it(
    world: World, occasion: Campaign
) -> None:
    both_live(world, occasion)
    recount(MONDAY)
    one, other = count(world.campaign), count(occasion)
    for name in set(COUNTS) - {"members"}:
        assert line().counts[name] == getattr(one, name) + getattr(other, name), name
    assert line().counts["members"] == 4
    assert line().counts["in_pool"] == 4
    assert line().categories == {
        "senior": [2, 1], "lonely_elderly": [2, 1], "left_behind_child": [1, 1], "low_income": [1, 0],
    }  # fmt: skip
    (day,) = CommunityDay.objects.filter(year=2026)
    assert (day.counts, day.in_pool) == (line().counts, 4)
    assert line().campaign_state == "running"


def test_a_wish_carried_over_within_the_year_counts_only_where_it_arrived(world: World, occasion: Campaign) -> None:
    both_live(world, occasion)
    reopened = beside(world, occasion, S.FULFILLED, member=world.han)
    world.follow_up(reopened, "not", remark="坏了")
    giving_up.withdraw(Wish.objects.get(campaign=occasion, state=S.COLLECTED), reason="own_wish", by=world.assessor)
    close_campaign(occasion, by=world.administrator)
    year = campaigns_of(2026)
    recount(MONDAY)
    assert (line().counts["in_pool"], line().counts["collected"], line().counts["followed_up"]) == (3, 2, 0)
    assert line().counts["in_pool"] == figures_of(year).in_pool
    for again in world.campaign.wishes.exclude(carried_from=None):
        deciding.verify(again, manner="visit", by=world.collector)
        deciding.admit(again, by=world.assessor)
    recount(MONDAY)
    assert (line().counts["in_pool"], line().counts["admitted"]) == (5, 2)
    assert line().categories["low_income"] == [1, 0], "once"
    counts, _, people = counted(year, MONDAY.date())
    assert line().counts == {name: counts.get(name, 0) for name in COUNTS}
    assert line().categories == people
    assert count(occasion).in_pool == 3, "the campaign's own figures say what was in its pool"


def test_the_line_is_frozen_when_all_campaigns_of_the_year_are_closed_and_not_before(
    world: World, occasion: Campaign
) -> None:
    world.wish(S.FULFILLED)
    beside(world, occasion, S.FULFILLED, member=world.qi, person=world.child)
    close_campaign(world.campaign, by=world.administrator)
    with standing_at(later(days=1)):
        recount(later(days=1))
        assert (line().campaign_state, line().counts["fulfilled"]) == ("running", 2)
        beside(world, occasion, S.FULFILLED, member=world.han)
        assert recount(later(days=1)) is not None
        assert line().counts["fulfilled"] == 3
    with standing_at(later(days=2)):
        close_campaign(occasion, by=world.administrator)
        recount(later(days=2))
    kept = (line().counts, line().longest, line().categories, line().active_at)
    assert (line().campaign_state, line().counts["fulfilled"]) == ("closed", 3)
    with standing_at(later(days=9)):
        type(world.child).objects.filter(pk=world.child.pk).update(categories=["disabled"])
        type(world.qi).objects.filter(pk=world.qi.pk).update(state="left")
        assert recount(later(days=9)) is None
        assert (line().counts, line().longest, line().categories, line().active_at) == kept
        assert max(CommunityDay.objects.values_list("day", flat=True)) == MONDAY.date() + datetime.timedelta(days=2)
        reopen_campaign(world.campaign, reason="漏了一件", by=world.administrator)
        recount(later(days=9))
        assert (line().campaign_state, line().counts["members"]) == ("running", 3)
        assert line().categories["disabled"] == [1, 1]
        close_campaign(world.campaign, by=world.administrator)
        recount(later(days=9))
        assert (line().campaign_state, line().counts["members"]) == ("closed", 3)


def test_another_campaign_of_a_closed_year_lets_its_line_live_again(world: World) -> None:
    world.wish(S.FULFILLED)
    close_campaign(world.campaign, by=world.administrator)
    recount(MONDAY)
    assert line().campaign_state == "closed"
    made = begin_campaign(2026, yearly=False, title="重阳", policy=NOBODY_DRAWN, by=world.administrator)
    beside(world, made, S.FULFILLED, member=world.qi)
    recount(MONDAY)
    assert (line().campaign_state, line().counts["fulfilled"]) == ("running", 2)


def test_what_waited_and_comes_into_a_campaign_of_the_same_year_later_is_counted_once(
    world: World, occasion: Campaign
) -> None:
    beside(world, occasion, S.OPEN)
    close_campaign(occasion, wait=True, by=world.administrator)
    recount(MONDAY)
    assert line().counts["in_pool"] == 1
    made = begin_campaign(2026, yearly=False, title="六一", policy=NOBODY_DRAWN, leftovers=True, by=world.administrator)
    assert made.wishes.count() == 1
    recount(MONDAY)
    assert (line().counts["in_pool"], line().counts["collected"]) == (0, 1)


def test_other_years_are_other_lines(world: World, occasion: Campaign) -> None:
    both_live(world, occasion)
    beside(world, begin_campaign(2027, by=world.administrator), S.ADMITTED, person=world.child)
    recount(MONDAY)
    assert (line(2026).counts["in_pool"], line(2027).counts["in_pool"]) == (4, 1)
    assert line(2027).campaign_state == "preparing"


def test_form_and_sheet_of_a_year_are_those_of_its_campaigns_together(world: World, occasion: Campaign) -> None:
    both_live(world, occasion)
    giving_up.withdraw(Wish.objects.get(campaign=occasion, state=S.COLLECTED), reason="own_wish", by=world.assessor)
    with standing_at(later(days=1)):
        close_campaign(occasion, by=world.administrator)
        year, day = campaigns_of(2026), MONDAY.date()
        before, after = standings(year, day), standings(year, day + datetime.timedelta(days=1))
        assert [it.wish.number for it in before][:2] == ["HH26-001", "HH26-002"]
        assert len(before) == len(after) == 5, "the one that was carried over stands where it arrived"
        assert [it.state for it in after if it.carried_in] == [S.COLLECTED]
        assert (totals(before)["in_pool"], totals(after)["in_pool"]) == (4, 3)
        assert totals(after)["in_pool"] == figures_of(year).in_pool
        assert len(standings(occasion, day + datetime.timedelta(days=1))) == 3, "a campaign's own form names it"
        sheet = sheet_of(year, day + datetime.timedelta(days=1))
        for rate in sheet.rates:
            assert rate.numerator.count == getattr(figures_of(year), rate.rate.numerator)
            assert rate.denominator.count == getattr(figures_of(year), rate.rate.denominator)
        assert len(wishes_behind(year, day + datetime.timedelta(days=1), "all")) == 5


def test_what_is_admitted_waits_at_the_earliest_from_the_day_its_campaign_runs(world: World) -> None:
    made = make_campaign(2026, yearly=False, title="六一", by=world.administrator)
    wish = beside(world, made, S.ADMITTED)
    with standing_at(later(days=60)):
        assert (count(made).late_admitted, longest_waits(made)["late_admitted"]) == (0, 0)
        made = start_campaign(made, by=world.administrator)
        assert (count(made).late_admitted, longest_waits(made)["late_admitted"]) == (0, 0)
        (row,) = wish_sections([made])["to_balance"]["rows"]
        assert (row["number"], row["waiting_days"], row["too_long"]) == (wish.number, 0, False)
    with standing_at(later(days=60 + 15)):
        assert count(made).late_admitted == 1
        assert 0 < longest_waits(made)["late_admitted"] < 5
        (row,) = wish_sections([made])["to_balance"]["rows"]
        assert row["too_long"]


def test_a_year_without_a_campaign_has_no_form(world: World) -> None:
    with pytest.raises(Refusal, match="no_campaign"):
        campaigns_of(2030)
    assert asdict(figures_of([])) == dict.fromkeys(asdict(figures_of([])), 0)
