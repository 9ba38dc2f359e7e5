"""Closing a year, reopening it, starting the next (issue 3, demand 10)."""

import datetime
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.clock import standing_at, today
from hub.refusal import Refusal
from hub.rollups.models import CommunityDay, CommunityYear
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import current_campaign, edit_campaign, policy_of, start_campaign
from tenants.claims import claiming, delivering, extending, giving_up
from tenants.claims.models import FollowUp
from tenants.closing.blocking import what_blocks
from tenants.closing.years import close_campaign, reopen_campaign, start_year, what_is_carried_over
from tenants.figures.counting import count
from tenants.figures.models import FrozenFigures
from tenants.figures.recounting import recount
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.members.register import NewMember, let_member_leave, register_member
from tenants.people.consents import record_consents, withdraw_consent
from tenants.people.models import Consent
from tenants.wishes import allocation, deciding
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Balancing, Wish
from tests.tenants.forms.test_confirming import REGISTER
from tests.world import MONDAY, World, later

S = Wish.State


@pytest.fixture(autouse=True)
def _nobody_is_drawn_for_a_follow_up(world: World) -> None:
    world.campaign = edit_campaign(world.campaign, {"follow_up_percent": 0}, by=world.administrator)


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
    assert current_campaign() is None


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
    assert "登记到本年度" in refused.value.text.zh
    assert "reopen" in refused.value.text.en


# The next year


def test_the_next_year_starts_from_the_last_ones_policy_ladder_and_title(world: World) -> None:
    ladder = {"recall_by_itself": False}
    Campaign.objects.update(ladder=ladder, title="2026 年“圆梦”微心愿", claim_length_days=20, budget_limit_yuan=300)
    world.campaign.refresh_from_db()
    made = start_year(2027, like=world.campaign, by=world.administrator)
    assert policy_of(made) == policy_of(world.campaign)
    assert (made.title, made.prefix, made.ladder, made.claim_length_days) == ("2027 年“圆梦”微心愿", "HH27", ladder, 20)
    assert made.history.get().changes == {"like": 2026}
    other = start_year(2028, like=world.campaign, policy={"claim_length_days": 10}, by=world.administrator)
    assert (other.claim_length_days, other.budget_limit_yuan) == (10, 300)


def test_what_was_carried_over_comes_in_with_the_next_year_to_be_verified_anew(world: World) -> None:
    old = world.wish(S.OPEN, item="电暖器", budget_yuan=480, requirements=("220V",), story="屋里冷")
    close(world)
    Campaign.objects.update(budget_limit_yuan=400)
    world.campaign.refresh_from_db()
    with standing_at(later(days=300)):
        made = start_year(2027, like=world.campaign, by=world.administrator)
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
    record_consents(world.child, [Consent.Purpose.COLLECT], manner=Consent.Manner.WRITTEN, by=world.collector)
    withdraw_consent(world.child.consents.get(purpose=Consent.Purpose.COLLECT), by=world.collector)
    close(world)
    made = start_year(2027, by=world.administrator)
    assert [wish.carried_from_id for wish in made.wishes.all()] == [stays.pk]
    assert world.elder.consents.filter(withdrawn_at=None).count() == 2


def test_a_wish_bound_to_a_branch_stays_with_it_in_the_next_year(world: World) -> None:
    bound = world.wish(S.ADMITTED, branch=world.school)
    world.wish(S.ADMITTED, branch=world.school)
    edit_wish(bound, {"branch_fixed": True}, by=world.collector)
    close(world)
    made = start_year(2027, by=world.administrator)
    assert [wish.branch_id for wish in made.wishes.order_by("serial")] == [world.school.pk, None]


def test_into_a_later_year_that_goes_on_it_comes_at_once(world: World) -> None:
    world.wish(S.OPEN)
    made = start_year(2027, like=world.campaign, by=world.administrator)
    assert not made.wishes.exists()
    close(world)
    assert [wish.number for wish in made.wishes.all()] == ["HH27-001"]
    assert world.campaign.history.get(verb="closed").changes["arrived"] == {"year": 2027, "count": 1}


def test_nothing_comes_in_twice_and_what_waits_longest_comes_too(world: World) -> None:
    world.wish(S.OPEN)
    close(world)
    first = start_year(2027, by=world.administrator)
    assert first.wishes.count() == 1
    assert not start_year(2028, by=world.administrator).wishes.exists()
    with pytest.raises(Refusal, match="campaign_exists"):
        start_year(2027, by=world.administrator)
    assert Wish.objects.count() == 2


def test_an_earlier_year_that_is_started_late_gets_nothing_of_a_later_one(world: World) -> None:
    world.wish(S.OPEN)
    close(world)
    assert not start_year(2025, by=world.administrator).wishes.exists()


# Reopening


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
    made = start_year(2027, by=world.administrator)
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


# Size


def test_three_hundred_wishes_are_closed_with_a_handful_of_queries(world: World) -> None:
    for _ in range(6):
        world.wish(S.ADMITTED)
    template = Wish.objects.filter(state=S.ADMITTED).first()
    assert template is not None
    columns = {f.attname: getattr(template, f.attname) for f in Wish._meta.concrete_fields if not f.primary_key}
    Wish.objects.bulk_create(Wish(**{**columns, "serial": n, "number": f"HH26-{n:03d}"}) for n in range(7, 301))
    start_campaign(2027, by=world.administrator)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        close(world)
    assert Wish.objects.filter(campaign__year=2027, state=S.COLLECTED).count() == 300
    assert len(asked) < 60
    assert datetime.timedelta(seconds=sum(float(query["time"]) for query in asked)) < datetime.timedelta(seconds=2)
