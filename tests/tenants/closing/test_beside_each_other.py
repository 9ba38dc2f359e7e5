"""Several campaigns beside each other: none takes anything of another from anybody's sight."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.campaigns.finding import campaign_for_new, campaign_meant
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign, next_serials, start_campaign
from tenants.campaigns.site import site_campaign
from tenants.claims import claiming, giving_up
from tenants.claims.board import OpenCards, wall
from tenants.claims.models import Claim
from tenants.closing.leaving import RECALL, leave_member
from tenants.closing.years import back_to_preparing, begin_campaign, close_campaign, next_of, reopen_campaign
from tenants.escalation.taking import _keep_still
from tenants.figures.counting import count, figures_of
from tenants.figures.today import claim_sections, delivery_sections, wish_sections
from tenants.wishes.api_list import refuse_same_wish
from tenants.wishes.collecting_days import demand_plausible, is_old
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish
from tests.world import World, later

S = Wish.State
C = Campaign.State

pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


def spring(world: World, **values: Any) -> Campaign:
    policy = {"follow_up_percent": 0, **values.pop("policy", {})}
    return begin_campaign(2026, yearly=False, title="春节送温暖", policy=policy, by=world.administrator, **values)


def in_campaign(world: World, campaign: Campaign, state: str, **values: Any) -> Wish:
    """A wish of another campaign than the year's own, by the same verbs."""
    before, world.campaign = world.campaign, campaign
    try:
        return world.wish(state, **values)
    finally:
        world.campaign = before


def seen(world: World) -> dict[str, Any]:
    """What the running year shows to members, hall and office."""
    mine = [world.campaign]
    sections = {**claim_sections(mine), **delivery_sections(mine), **wish_sections(mine)}
    board = {row["number"] for row in OpenCards()[:]}
    return {
        "board": {number for number in board if number.startswith("HH26-")},
        "wall": {row["number"] for row in wall()["cards"] if row["number"].startswith("HH26-")},
        "today": {name: section["count"] for name, section in sections.items()},
        "figures": count(world.campaign),
    }


def test_making_starting_closing_or_reopening_one_takes_nothing_of_another_from_anybodys_sight(world: World) -> None:
    for state in (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.OPEN, S.CLAIMED, S.DELIVERED):
        world.wish(state, member=world.han if state == S.DELIVERED else None)
    before = seen(world)
    assert (len(before["board"]), before["today"]["to_confirm"]) == (2, 1)
    occasion = spring(world)
    steps: list[Callable[[], object]] = [
        lambda: start_campaign(occasion, by=world.administrator),
        lambda: back_to_preparing(occasion, by=world.administrator),
        lambda: begin_campaign(2027, by=world.administrator),
        lambda: start_campaign(Campaign.objects.get(year=2027), by=world.administrator),
        lambda: close_campaign(occasion, by=world.administrator),
        lambda: reopen_campaign(occasion, reason="还有两件", by=world.administrator),
        lambda: close_campaign(Campaign.objects.get(year=2027), by=world.administrator),
    ]
    assert seen(world) == before
    for step in steps:
        step()
        assert seen(world) == before


def test_made_while_another_runs_it_prepares_and_made_while_none_runs_it_runs(world: World) -> None:
    assert world.campaign.state == C.RUNNING
    occasion = spring(world)
    assert (occasion.state, occasion.running_since, occasion.prefix) == (C.PREPARING, None, "HH26C")
    close_campaign(occasion, by=world.administrator)
    close_campaign(world.campaign, by=world.administrator)
    assert make_campaign(2028, by=world.administrator).state == C.RUNNING
    Campaign.objects.filter(year=2028).update(state=C.CLOSED)
    assert make_campaign(2029, prepare=True, by=world.administrator).state == C.PREPARING


def test_while_it_prepares_nothing_of_it_is_opened_or_shown(world: World) -> None:
    occasion = spring(world)
    wish = in_campaign(world, occasion, S.ADMITTED)
    with pytest.raises(Refusal, match="campaign_preparing"):
        open_wish(wish, by=world.assessor)
    assert wish_sections([world.campaign, occasion])["to_balance"]["count"] == 1
    start_campaign(occasion, by=world.administrator)
    open_wish(wish, by=world.assessor)
    assert [row["number"] for row in OpenCards()[:]] == ["HH26C-001"]


def test_the_board_covers_what_runs_and_can_be_narrowed_to_one(world: World) -> None:
    occasion = spring(world, first_day=datetime.date(2026, 2, 1), last_day=datetime.date(2026, 3, 31))
    start_campaign(occasion, by=world.administrator)
    world.wish(S.OPEN)
    in_campaign(world, occasion, S.OPEN)
    assert [row["number"] for row in OpenCards()[:]] == ["HH26-001", "HH26C-001"]
    assert [row["number"] for row in OpenCards(campaign_id=occasion.pk)[:]] == ["HH26C-001"]
    assert [row["number"] for row in wall(occasion)["cards"]] == ["HH26C-001"]
    assert wall()["open"] == 2


def test_it_goes_back_to_preparing_only_while_none_of_its_wishes_was_ever_open(world: World) -> None:
    occasion = spring(world)
    start_campaign(occasion, by=world.administrator)
    assert back_to_preparing(occasion, by=world.administrator).state == C.PREPARING
    start_campaign(occasion, by=world.administrator)
    wish = in_campaign(world, occasion, S.OPEN)
    giving_up.withdraw(wish, reason="own_wish", by=world.assessor)
    with pytest.raises(Refusal, match="was_open"):
        back_to_preparing(occasion, by=world.administrator)


def test_a_code_is_unique_for_ever_and_changes_until_the_first_number(world: World) -> None:
    occasion = spring(world)
    with pytest.raises(Refusal, match="code_taken"):
        edit_campaign(occasion, {"prefix": "HH26"}, by=world.administrator)
    with pytest.raises(Refusal, match="code_unfit"):
        edit_campaign(occasion, {"prefix": "春节"}, by=world.administrator)
    assert edit_campaign(occasion, {"prefix": "hh26cj"}, by=world.administrator).prefix == "HH26CJ"
    next_serials(occasion)
    with pytest.raises(Refusal, match="code_in_use"):
        edit_campaign(occasion, {"prefix": "HH26X"}, by=world.administrator)
    assert spring(world).prefix == "HH26C"
    assert spring(world).prefix == "HH26J"


def test_a_new_wish_goes_where_it_is_told_and_is_asked_about_where_several_go_on(world: World) -> None:
    assert campaign_for_new() == world.campaign
    occasion = spring(world)
    with pytest.raises(Refusal) as refused:
        campaign_for_new()
    assert (refused.value.code, refused.value.status, refused.value.field) == ("campaign_needed", 400, "campaign")
    assert campaign_for_new(str(occasion.pk)) == occasion
    assert campaign_meant("2026") == world.campaign, "a year means the year's own"


def test_a_member_takes_a_wish_while_their_claims_of_all_campaigns_are_fewer_than_its_limit(world: World) -> None:
    wide = spring(world, policy={"live_claims_per_member": 4})
    start_campaign(wide, by=world.administrator)
    me = {"member": world.zhang, "by": world.as_member(world.zhang)}
    claims = [claiming.claim(in_campaign(world, wide, S.OPEN), **me) for _ in range(3)]
    with pytest.raises(Refusal, match="limit_reached"):
        claiming.claim(world.wish(S.OPEN), **me)
    giving_up.hand_back(claims[0], by=world.as_member(world.zhang))
    assert sorted(Claim.objects.filter(ended_at=None).values_list("slot", flat=True)) == [1, 2]
    with pytest.raises(Refusal, match="limit_reached"):
        claiming.claim(world.wish(S.OPEN), **me)
    giving_up.hand_back(claims[1], by=world.as_member(world.zhang))
    claiming.claim(world.wish(S.OPEN), **me)
    claiming.claim(in_campaign(world, wide, S.OPEN), **me)
    assert sorted(Claim.objects.filter(ended_at=None).values_list("slot", flat=True)) == [1, 2, 3]


def test_what_is_left_over_comes_into_the_campaign_that_is_chosen(world: World) -> None:
    occasion = spring(world)
    start_campaign(occasion, by=world.administrator)
    in_campaign(world, occasion, S.OPEN)
    following = begin_campaign(2027, by=world.administrator)
    assert next_of(occasion) == world.campaign, "the running one of the year is proposed"
    close_campaign(occasion, into=following, by=world.administrator)
    assert [wish.number for wish in following.wishes.all()] == ["HH27-001"]
    reopen_campaign(occasion, reason="弄错了", by=world.administrator)
    close_campaign(occasion, by=world.administrator)
    assert [wish.number for wish in world.campaign.wishes.all()] == ["HH26-001"]
    earlier, another = begin_campaign(2025, by=world.administrator), spring(world)
    in_campaign(world, another, S.ADMITTED)
    with pytest.raises(Refusal, match="not_a_later_campaign"):
        close_campaign(another, into=earlier, by=world.administrator)


def test_a_wish_carried_over_within_its_year_counts_only_where_it_arrived(world: World) -> None:
    occasion = spring(world)
    start_campaign(occasion, by=world.administrator)
    in_campaign(world, occasion, S.OPEN)
    world.wish(S.OPEN)
    both = [world.campaign, occasion]
    assert figures_of(both).in_pool == 2
    close_campaign(occasion, by=world.administrator)
    assert (count(occasion).in_pool, figures_of(both).in_pool) == (1, 1), "until it is admitted where it came"
    with standing_at(later(days=1)):
        again = world.campaign.wishes.exclude(carried_from=None).get()
        assert again.state == S.COLLECTED


def test_nothing_is_left_over_into_itself_or_into_a_closed_campaign(world: World) -> None:
    occasion, closed = spring(world), spring(world)
    close_campaign(closed, by=world.administrator)
    for into in (occasion, closed):
        with pytest.raises(Refusal, match="not_a_later_campaign"):
            close_campaign(occasion, into=into, by=world.administrator)
    occasion.refresh_from_db()
    assert occasion.state == C.PREPARING


def test_what_prepares_is_no_news_for_the_hall_where_the_last_one_is_closed(world: World) -> None:
    world.wish(S.FULFILLED)
    close_campaign(world.campaign, by=world.administrator)
    begin_campaign(2027, prepare=True, by=world.administrator)
    assert (wall()["fulfilled"], wall()["year"]) == (1, 2026)
    assert site_campaign()["campaign"]["title"] == "2026 年微心愿"
    assert site_campaign()["campaigns"] == []
    assert site_campaign(office=True)["campaign"]["year"] == 2027


def test_a_wish_under_way_in_another_campaign_of_the_year_is_told_twice(world: World) -> None:
    there = in_campaign(world, spring(world), S.VERIFIED, item="电热毯一床")
    with pytest.raises(Refusal) as refused:
        refuse_same_wish(world.campaign, world.elder, "电热毯1床")
    assert (refused.value.code, there.number in refused.value.text.zh) == ("same_person_and_wish", True)
    refuse_same_wish(begin_campaign(2027, by=world.administrator), world.elder, "电热毯1床")


def test_a_day_exactly_a_year_before_the_end_is_not_old_in_a_leap_year_either(world: World) -> None:
    for end, year_before in (
        (datetime.date(2026, 12, 31), datetime.date(2025, 12, 31)),
        (datetime.date(2028, 12, 31), datetime.date(2027, 12, 31)),
        (datetime.date(2028, 2, 29), datetime.date(2027, 2, 28)),
        (datetime.date(2028, 3, 31), datetime.date(2027, 3, 31)),
    ):
        assert not is_old(year_before, end)
        assert is_old(year_before - datetime.timedelta(days=1), end)


def test_a_day_of_collecting_is_old_by_the_end_of_its_own_campaign(world: World) -> None:
    assert not is_old(datetime.date(2025, 3, 1), datetime.date(2026, 2, 28))
    occasion = spring(world, first_day=datetime.date(2026, 1, 20), last_day=datetime.date(2026, 2, 20))
    day = datetime.date(2025, 2, 10)
    with pytest.raises(Refusal, match="old_day"):
        demand_plausible(day, occasion.last_day, old_day=False)
    demand_plausible(datetime.date(2025, 3, 10), occasion.last_day, old_day=False)


def test_every_verb_that_locks_wishes_of_several_campaigns_takes_them_in_one_order(world: World) -> None:
    """Two wishes of one serial in two campaigns: whoever locks both takes them as everybody else does."""
    occasion = spring(world)
    start_campaign(occasion, by=world.administrator)
    world.wish(S.CLAIMED)
    in_campaign(world, occasion, S.CLAIMED)
    for taking in (_keep_still, lambda: leave_member(world.zhang, claims=RECALL, by=world.administrator)):
        with CaptureQueriesContext(connection) as asked:
            taking()
        locks = [q["sql"] for q in asked if "FOR NO KEY UPDATE" in q["sql"] and 'FROM "wishes_wish"' in q["sql"]]
        many = [sql for sql in locks if "ORDER BY" in sql]
        assert many
        assert all('"wishes_wish"."id" ASC' in sql for sql in many)


def test_one_that_prepares_is_named_to_nobody_outside_the_office(world: World) -> None:
    close_campaign(world.campaign, by=world.administrator)
    make_campaign(2027, by=world.administrator, prepare=True)
    everybody, office = site_campaign(), site_campaign(office=True)
    assert (everybody["campaign"]["year"], everybody["campaigns"]) == (2026, [])
    assert (office["campaign"]["year"], [each["year"] for each in office["campaigns"]]) == (2027, [2027])
    assert [each["prefix"] for each in wall()["campaigns"]] == ["HH26"]


def test_before_the_first_runs_nobody_outside_the_office_hears_of_it(world: World) -> None:
    Campaign.objects.filter(pk=world.campaign.pk).update(state=C.PREPARING)
    assert site_campaign() == {"campaign": None, "campaigns": []}
    assert wall()["year"] is None
