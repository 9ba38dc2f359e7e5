"""Closing a year."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.clock import standing_at, today
from hub.refusal import Refusal
from hub.rollups.models import CommunityDay
from tenants.campaigns.finding import going_on
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign
from tenants.claims import claiming, delivering, extending, giving_up
from tenants.claims.models import FollowUp
from tenants.closing.blocking import what_blocks
from tenants.closing.years import what_is_carried_over
from tenants.figures.counting import count
from tenants.figures.models import FrozenFigures
from tenants.figures.recounting import recount
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.members.register import NewMember, let_member_leave, register_member
from tenants.wishes import allocation, deciding
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Balancing, Wish
from tests.tenants.closing.finished_year import a_finished_year, close, line
from tests.tenants.forms.test_confirming import REGISTER
from tests.world import MONDAY, World, later

S = Wish.State

pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (S.COLLECTED, "collected"),
        (S.VERIFIED, "verified"),
        (S.CLAIMED, "claimed"),
        (S.DELIVERED, "delivered"),
        (S.BACKSTOPPED, "backstopped"),
    ],
)
def test_a_wish_that_somebody_has_to_do_something_about_blocks_the_closing(world: World, state: str, code: str) -> None:
    a_finished_year(world)
    wish = world.wish(state)
    (blocker,) = what_blocks(world.campaign)
    assert (blocker.code, blocker.count, [row.pk for row in blocker.rows]) == (code, 1, [wish.pk])
    with pytest.raises(Refusal) as refused:
        close(world)
    assert refused.value.code == "campaign_blocked"
    assert "1 件" in refused.value.text.zh
    assert Wish.objects.filter(state=S.CARRIED_OVER).count() == 0
    assert not FrozenFigures.objects.exists()


def test_a_follow_up_that_was_drawn_and_not_done_blocks_the_closing(world: World) -> None:
    edit_campaign(world.campaign, {"follow_up_percent": 100}, by=world.administrator)
    wish = world.wish(S.FULFILLED)
    assert [blocker.code for blocker in what_blocks(world.campaign)] == ["follow_ups"]
    world.follow_up(wish)
    assert what_blocks(world.campaign) == []


def test_a_request_for_more_time_blocks_the_closing_beside_its_claim(world: World) -> None:
    claim = world.claim_of(world.wish(S.CLAIMED))
    extending.ask_for_extension(claim, days=3, reason="缺货", by=world.as_member(world.zhang))
    assert [blocker.code for blocker in what_blocks(world.campaign)] == ["extensions", "claimed"]


def test_an_import_that_is_neither_confirmed_nor_discarded_blocks_the_closing(world: World) -> None:
    check_import(REGISTER, kind="wishes", file_name="登记表.xlsx", campaign=world.campaign, by=world.collector)
    (blocker,) = what_blocks(world.campaign)
    assert (blocker.code, [row.file_name for row in blocker.rows]) == ("imports", ["登记表.xlsx"])


def test_everything_that_blocks_is_named_at_once_with_its_count(world: World) -> None:
    for state in (S.COLLECTED, S.COLLECTED, S.CLAIMED, S.DELIVERED):
        world.wish(state, member=world.qi if state == S.CLAIMED else world.zhang)
    with pytest.raises(Refusal) as refused:
        close(world)
    assert "2 件还没有核查、1 件已认领、还没有送达、1 件已送达、还没有确认" in refused.value.text.zh
    assert "2 not verified, 1 claimed and not delivered, 1 delivered and not confirmed" in refused.value.text.en


def test_what_nobody_claimed_is_carried_over_and_the_rest_stays_as_it_ended(world: World) -> None:
    year = a_finished_year(world)
    assert list(what_is_carried_over(world.campaign)) == [year[S.ADMITTED], year[S.OPEN]]
    close(world)
    for state, wish in year.items():
        wish.refresh_from_db()
        assert wish.state == (S.CARRIED_OVER if state in (S.ADMITTED, S.OPEN) else state)
    moved = year[S.OPEN].history.get(verb="carried_over")
    assert (moved.from_state, moved.to_state, moved.actor_name) == ("open", "carried_over", "王桂花")
    assert world.campaign.state == Campaign.State.CLOSED
    entry = world.campaign.history.get(verb="closed")
    assert (entry.actor_name, entry.changes) == ("王桂花", {"carried_over": 2, "arrived": None})
    assert not going_on().exists()


def test_the_figures_before_closing_are_the_frozen_ones_and_the_line_of_the_levels_above(world: World) -> None:
    a_finished_year(world)
    before = asdict(count(world.campaign))
    frozen = close(world)
    recount(MONDAY)
    # What nobody claimed no longer waits: it is carried over. Nothing that is reported has changed by that.
    moved = {"admitted": 0, "open": 0, "late_open": 0}
    assert frozen.counts == {**before, **moved, "members": 4}
    assert frozen.counts["in_pool"] == 3
    assert (line().counts, line().campaign_state) == (frozen.counts, "closed")
    assert asdict(count(world.campaign)) == {**before, **moved}


def test_after_closing_the_line_stays_whatever_becomes_of_the_register_and_the_trend_ends(world: World) -> None:
    a_finished_year(world)
    close(world)
    recount(MONDAY)
    kept = (line().counts, line().longest, line().categories, line().active_at)
    with standing_at(later(days=40)):
        let_member_leave(world.stranger, by=world.administrator)
        register_member(NewMember(name="新人", phone="13909720009", branch=world.school), by=world.administrator)
        type(world.elder).objects.filter(pk=world.elder.pk).update(categories=["disabled"])
        assert recount(later(days=40)) is None, "nothing goes on, so no midnight is waited for"
    assert (line().counts, line().longest, line().categories, line().active_at) == kept
    assert [day.day for day in CommunityDay.objects.filter(year=2026)] == [today()]
    assert line().categories == {"lonely_elderly": [3, 1], "senior": [3, 1]}


def test_a_figure_that_a_later_version_has_thought_of_is_counted_for_a_closed_year(world: World) -> None:
    a_finished_year(world)
    frozen = close(world)
    older = {name: value for name, value in frozen.counts.items() if name != "late_open"}
    FrozenFigures.objects.update(counts={**older, "in_pool": 99, "a figure of old": 1})
    recount(MONDAY)
    assert line().counts == {**frozen.counts, "in_pool": 99}


def test_closing_again_changes_nothing(world: World) -> None:
    a_finished_year(world)
    frozen = close(world)
    with standing_at(later(days=1)):
        assert close(world) == frozen
    assert world.campaign.history.filter(verb="closed").count() == 1


def test_a_year_without_a_wish_can_be_closed(world: World) -> None:
    frozen = close(world)
    assert set(frozen.counts.values()) == {0, 4}


def test_a_proposal_to_share_out_that_nobody_confirmed_is_put_aside(world: World) -> None:
    world.wish(S.ADMITTED)
    proposal = allocation.propose(world.campaign, by=world.administrator)
    close(world)
    proposal.refresh_from_db()
    assert proposal.state == Balancing.State.DISCARDED


Doing = Callable[[World, dict[str, Wish]], Any]

AFTERWARDS: dict[str, Doing] = {
    "collect": lambda w, y: w.collect(),
    "collect with a campaign read before": lambda w, y: collect_wish(
        Campaign(pk=w.campaign.pk, year=2026), w.elder, NewWish(item="米"), by=w.collector
    ),
    "check an import": lambda w, y: check_import(
        REGISTER, kind="wishes", file_name="x", campaign=w.campaign, by=w.collector
    ),
    "edit the policy": lambda w, y: edit_campaign(w.campaign, {"branch_only_days": 1}, by=w.administrator),
    "edit what is fulfilled": lambda w, y: edit_wish(y[S.FULFILLED], {"item": "别的"}, by=w.collector),
    "edit what is carried over": lambda w, y: edit_wish(y[S.OPEN], {"item": "别的"}, by=w.collector),
    "undo declining": lambda w, y: deciding.undo(y[S.DECLINED], by=w.assessor),
    "undo referring": lambda w, y: deciding.undo(y[S.REFERRED], by=w.assessor),
    "claim": lambda w, y: claiming.claim(y[S.OPEN], member=w.qi, by=w.as_member(w.qi)),
    "withdraw": lambda w, y: giving_up.withdraw(y[S.OPEN], reason="moved_away", by=w.assessor),
    "backstop": lambda w, y: giving_up.backstop(y[S.OPEN], reason="无人认领", by=w.assessor),
    "confirm": lambda w, y: delivering.confirm(y[S.FULFILLED], by=w.assessor),
    "reject": lambda w, y: delivering.reject(y[S.FULFILLED], reason="没收到", by=w.assessor),
    "follow up": lambda w, y: w.follow_up(y[S.FULFILLED]),
    "follow up, not satisfied": lambda w, y: w.follow_up(y[S.FULFILLED], FollowUp.Outcome.NOT_SATISFIED, remark="坏了"),
    "share out": lambda w, y: allocation.propose(w.campaign, by=w.administrator),
    "undo the sharing out": lambda w, y: allocation.undo(Balancing.objects.get(), by=w.administrator),
}


@pytest.mark.parametrize("name", AFTERWARDS)
def test_a_closed_year_refuses_every_further_move(world: World, name: str) -> None:
    year = a_finished_year(world)
    allocation.confirm(allocation.propose(world.campaign, by=world.administrator), by=world.administrator)
    close(world)
    before = count(world.campaign)
    with pytest.raises(Refusal) as refused:
        AFTERWARDS[name](world, year)
    assert refused.value.status == 409
    assert count(world.campaign) == before
    for wish in year.values():
        assert wish.state == Wish.objects.get(pk=wish.pk).state or wish.state in (S.ADMITTED, S.OPEN)


def test_an_import_that_was_checked_before_cannot_be_confirmed_after_the_closing(world: World) -> None:
    batch = check_import(REGISTER, kind="wishes", file_name="x", campaign=world.campaign, by=world.collector)
    # Put aside by staff, or checked in the moment in which the year was closed.
    type(batch).objects.update(state="discarded")
    close(world)
    type(batch).objects.update(state="checked")
    with pytest.raises(Refusal, match="campaign_closed"):
        confirm_import(batch, by=world.collector)
    assert not Wish.objects.exists()


def test_a_dissatisfied_answer_after_the_closing_says_where_to_turn(world: World) -> None:
    wish = world.wish(S.FULFILLED)
    close(world)
    with pytest.raises(Refusal) as refused:
        world.follow_up(wish, FollowUp.Outcome.NOT_SATISFIED, remark="坏了")
    assert refused.value.code == "campaign_closed"
    assert "登记到没有结项的活动" in refused.value.text.zh
    assert "reopen" in refused.value.text.en


def test_three_hundred_wishes_are_closed_with_a_handful_of_queries(world: World) -> None:
    for _ in range(6):
        world.wish(S.ADMITTED)
    template = Wish.objects.filter(state=S.ADMITTED).first()
    assert template is not None
    columns = {f.attname: getattr(template, f.attname) for f in Wish._meta.concrete_fields if not f.primary_key}
    Wish.objects.bulk_create(Wish(**{**columns, "serial": n, "number": f"HH26-{n:03d}"}) for n in range(7, 301))
    make_campaign(2027, by=world.administrator)
    with CaptureQueriesContext(connection) as asked:
        close(world)
    assert Wish.objects.filter(campaign__year=2027, state=S.COLLECTED).count() == 300
    assert len(asked) < 60
