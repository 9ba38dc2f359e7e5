"""One sentence for each moment of a claim, also on days off."""

import datetime

import pytest

from hub.clock import TIME_ZONE, standing_at
from hub.language import Text
from tenants.campaigns.working_days import add_working_days
from tenants.claims import clock
from tenants.claims.answers import claim_row, claims_for_rows
from tenants.claims.extending import ask_for_extension, extend
from tenants.claims.models import Claim
from tenants.wishes.models import Wish
from tests.world import World

FRIDAY = datetime.date(2026, 4, 3)
"""The claim's deadline, given four more days; Monday the 6th is free, Tuesday is worked."""


def said(claim: Claim, day: datetime.date, hour: int = 10) -> tuple[str, Text | None]:
    with standing_at(datetime.datetime.combine(day, datetime.time(hour), TIME_ZONE)):
        return clock.standing_to_deadline(Claim.objects.get(pk=claim.pk))


@pytest.mark.parametrize(
    ("day", "state", "zh"),
    [
        (datetime.date(2026, 4, 1), "coming", "还有 2 个工作日"),
        (datetime.date(2026, 4, 2), "coming", "下个工作日到期"),
        (FRIDAY, "today", "今天到期"),
        (datetime.date(2026, 4, 4), "overdue", "已逾期（4月3日到期）"),
        (datetime.date(2026, 4, 6), "overdue", "已逾期（4月3日到期）"),
        (datetime.date(2026, 4, 7), "overdue", "已逾期 1 个工作日（4月3日到期）"),
    ],
)
def test_today_is_said_on_the_deadlines_day_alone(world: World, day: datetime.date, state: str, zh: str) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    extend(claim, days=4, reason="再给几天", by=world.assessor)
    assert Claim.objects.get(pk=claim.pk).deadline == FRIDAY
    found, text = said(claim, day)
    assert text is not None
    assert (found, text.zh) == (state, zh)


def test_a_claim_whose_clock_is_stopped_waits_for_an_answer_and_is_in_no_list_of_overdue_ones(world: World) -> None:
    claim = world.claim_of(world.wish(Wish.State.CLAIMED))
    ask_for_extension(claim, days=3, reason="货没到", by=world.as_member(world.zhang))
    saturday = add_working_days(claim.deadline, 2)
    found, text = said(claim, saturday)
    assert text is not None
    assert (found, text.zh) == ("asking", "等社区答复（3月30日到期）")
    with standing_at(datetime.datetime.combine(saturday, datetime.time(10), TIME_ZONE)):
        assert claim_row(claims_for_rows().get(pk=claim.pk))["deadline_state"] == "asking"


def test_what_is_delivered_has_no_sentence(world: World) -> None:
    assert clock.standing_to_deadline(world.claim_of(world.wish(Wish.State.DELIVERED))) == ("", None)
