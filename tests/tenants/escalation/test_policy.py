"""The ladder of a campaign: what it can be, and whom a change concerns."""

import datetime
from datetime import date
from typing import Any

import pytest
from django_tenants.utils import tenant_context

from hub.accounts.members import ensure_member_account
from hub.clock import TIME_ZONE, standing_at
from hub.refusal import Refusal
from hub.rollups.models import Supervision
from hub.sms.models import Message
from tenants.campaigns.running import policy_of as frozen
from tenants.campaigns.working_days import add_working_days
from tenants.claims.extending import ask_for_extension, extend, grant
from tenants.claims.models import Claim
from tenants.escalation.deciding import claims_on_the_ladder, standing_of, to_decide
from tenants.escalation.ladder import DEFAULT
from tenants.escalation.models import StepTaken
from tenants.escalation.policy import restore_default, set_ladder
from tenants.escalation.taking import take_due_steps
from tenants.escalation.timeline import example_of, waiting_examples
from tenants.wishes.models import Wish
from tests.world import World

T = date(2026, 3, 30)
"""The deadline of a claim made on the world's Monday."""


def rung(days: int, what: str, *to: str) -> dict[str, Any]:
    return {"days": days, "what": what, "to": list(to)}


def at(day: date, hour: int = 10) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)


def live_through(world: World, first: date, last: date) -> None:
    day = first
    while day <= last:
        with standing_at(at(day)):
            take_due_steps(at(day))
        day += datetime.timedelta(days=1)


SHORTER = [rung(-2, "reminder", "claimer"), rung(2, "decision", "staff"), rung(3, "recall", "officer")]


def test_a_ladder_is_kept_whole_and_the_default_of_today_can_be_restored(world: World) -> None:
    assert world.campaign.ladder == DEFAULT
    campaign = set_ladder(world.campaign, {"claim": SHORTER[::-1], "open": DEFAULT["open"]}, by=world.administrator)
    assert campaign.ladder == {**DEFAULT, "claim": SHORTER}
    assert frozen(campaign)["ladder"] == {**DEFAULT, "claim": SHORTER}
    assert restore_default(campaign, by=world.administrator).ladder == DEFAULT
    assert [entry.verb for entry in campaign.history.all()] == ["made", "started", "edited", "edited"]


@pytest.mark.parametrize(
    ("part", "rungs"),
    [
        ("claim", []),
        ("claim", SHORTER[:2]),
        ("claim", [*SHORTER, rung(9, "urging", "claimer")]),
        ("claim", [SHORTER[0], SHORTER[2]]),
        ("claim", [*SHORTER[:2], rung(2, "recall", "officer")]),
        ("claim", [rung(1, "reminder", "claimer"), *SHORTER[1:]]),
        ("claim", [rung(-2, "urging", "claimer"), *SHORTER[1:]]),
        ("claim", [rung(-2, "reminder", "secretary"), *SHORTER[1:]]),
        ("claim", [rung(-2, "reminder"), *SHORTER[1:]]),
        ("claim", [rung(-2, "notice", "staff"), *SHORTER[1:]]),
        ("open", [rung(0, "notice", "staff")]),
        ("collected", [rung(5, "notice", "secretary")]),
        ("delivered", [rung(5, "reminder", "staff")]),
        ("verified", [rung(days, "notice", "staff") for days in range(1, 12)]),
        ("backstopped", [rung(5, "supervision", "officer")]),
        ("request", [rung(1, "notice", "secretary")]),
        ("follow_up", [rung(5, "notice", "staff"), rung(9, "supervision", "staff")]),
    ],
    ids=["nothing", "no recall", "after the recall", "no decision", "twice a day", "late reminder", "early urging",
         "wrong audience", "nobody", "wrong kind", "at once", "secretary before allocation", "kind of a claim", "many",
         "staff hear nothing", "secretary of a request", "staff as officers"],
)  # fmt: skip
def test_a_ladder_that_cannot_be_is_refused_with_its_part(world: World, part: str, rungs: list[Any]) -> None:
    with pytest.raises(Refusal) as refused:
        set_ladder(world.campaign, {part: rungs}, by=world.administrator)
    assert (refused.value.status, refused.value.code, refused.value.field) == (400, "ladder_impossible", part)
    world.campaign.refresh_from_db()
    assert world.campaign.ladder == DEFAULT


def test_what_is_claimed_keeps_the_ladder_it_was_claimed_under(world: World) -> None:
    before = world.claim_of(world.wish(Wish.State.CLAIMED))
    set_ladder(world.campaign, {"claim": SHORTER}, by=world.administrator)
    after = world.claim_of(world.wish(Wish.State.CLAIMED, member=world.qi, item="棉被"))
    live_through(world, T - datetime.timedelta(days=10), T)
    steps = {claim.pk: [step.key for step in StepTaken.objects.filter(claim=claim)] for claim in (before, after)}
    assert steps == {before.pk: ["T-5", "T-1"], after.pk: ["T-2"]}


def test_without_recall_by_itself_the_wish_stays_claimed_and_the_town_hears(world: World) -> None:
    set_ladder(world.campaign, {"recall_by_itself": False}, by=world.administrator)
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    live_through(world, T, add_working_days(T, 8))
    claim.refresh_from_db()
    assert (claim.ended_at, claim.wish.state) == (None, Wish.State.CLAIMED)
    assert [row.count for row in Supervision.objects.all()] == [1]
    with standing_at(at(add_working_days(T, 8))):
        [(wanting, where)] = to_decide([world.campaign])
        assert (wanting.pk, where.recalled_on) == (claim.pk, None)


def test_an_extended_wish_hears_nothing_of_the_old_deadline_and_everything_of_the_new(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    with standing_at(at(add_working_days(T, -2))):
        grant(ask_for_extension(claim, days=10, reason="货没到", by=world.as_member(world.zhang)), by=world.assessor)
    claim.refresh_from_db()
    live_through(world, add_working_days(T, -1), add_working_days(claim.deadline, 6))
    said = [
        (row.template, row.not_before.astimezone(TIME_ZONE).date()) for row in Message.objects.order_by("not_before")
    ]
    assert said == [
        ("reminder_one", add_working_days(claim.deadline, -5)),
        ("reminder_one", add_working_days(claim.deadline, -1)),
        ("urging_one", add_working_days(claim.deadline, 1)),
    ]
    claim.refresh_from_db()
    assert claim.end == Claim.End.RECALLED


def test_extended_on_the_morning_of_its_recall_it_is_not_recalled(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    live_through(world, T, add_working_days(T, 4))
    day = add_working_days(T, 5)
    with standing_at(at(day, 8)):
        extend(claim, days=3, reason="明天送", by=world.assessor)
    live_through(world, day, day)
    claim.refresh_from_db()
    assert (claim.ended_at, claim.deadline) == (None, add_working_days(day, 3))


@pytest.mark.parametrize(("after", "wants"), [(2, False), (3, True), (4, True)])
def test_a_decision_is_wanted_from_its_day_with_the_day_of_the_recall(world: World, after: int, wants: bool) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    with standing_at(at(add_working_days(T, after))):
        found = to_decide([world.campaign])
        where = standing_of(claims_on_the_ladder([world.campaign]).get())
    assert [each.pk for each, _ in found] == ([claim.pk] if wants else [])
    assert (where.decide_from, where.recalled_on) == (add_working_days(T, 3), add_working_days(T, 5))


def test_what_was_said_for_the_present_deadline_is_counted(world: World) -> None:
    with tenant_context(world.community):
        ensure_member_account(world.zhang.pk, world.zhang.phone, world.zhang.name, world.community)
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    live_through(world, add_working_days(T, -6), add_working_days(T, 1))
    where = standing_of(claims_on_the_ladder([world.campaign]).get())
    assert (where.reminded, where.urged, where.secretary_told) == (2, 1, False)
    with standing_at(at(add_working_days(T, 1), 12)):
        extend(claim, days=3, reason="明天送", by=world.assessor)
        where = standing_of(claims_on_the_ladder([world.campaign]).get())
    assert (where.reminded, where.urged) == (0, 0)


def test_the_timeline_counts_working_days_and_marks_what_may_still_move(world: World) -> None:
    told = example_of(DEFAULT, claimed_on=date(2026, 9, 14), claim_length_days=15)
    assert [(step.days, step.day) for step in told.steps] == [
        (-5, date(2026, 9, 28)),
        (-1, date(2026, 10, 9)),
        (1, date(2026, 10, 12)),
        (3, date(2026, 10, 14)),
        (5, date(2026, 10, 16)),
    ]
    assert (told.deadline, told.provisional) == (date(2026, 10, 10), False)
    assert [holiday.name for holiday in told.holidays] == ["中秋节", "国庆节"]
    across = example_of(DEFAULT, claimed_on=date(2026, 12, 21), claim_length_days=15)
    assert (across.provisional, [step.provisional for step in across.steps]) == (True, [True] * 5)


def test_a_step_before_the_claim_is_shown_as_left_out(world: World) -> None:
    told = example_of(DEFAULT, claimed_on=date(2026, 3, 9), claim_length_days=5)
    assert [step.skipped for step in told.steps] == [True, False, False, False, False]


@pytest.mark.django_db
def test_notices_of_what_waits_have_dates_too() -> None:
    told = waiting_examples(DEFAULT, since=date(2026, 3, 9))
    assert [(step.scope, step.day) for step in told][:2] == [("open", date(2026, 3, 23)), ("open", date(2026, 3, 30))]
