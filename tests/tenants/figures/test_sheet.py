"""The honest sheet: each wish is accounted for in each rate, and the wishes behind a number are as many as it says."""

import datetime

from hub.clock import standing_at
from hub.rollups.rates import RATES
from tenants.claims import delivering, giving_up
from tenants.figures.counting import count
from tenants.figures.sheet import BEHIND, sheet_of, wishes_behind
from tenants.forms.statistics.numbers import NUMBERS, totals
from tenants.forms.statistics.standing import standings
from tests.world import MONDAY, S, World

DAY = datetime.timedelta(days=1)


def everything(world: World) -> None:
    for state in S.values:
        world.wish(state, member=world.han)
    giving_up.withdraw(world.wish(S.OPEN), reason="deceased", by=world.assessor)
    for confirmed in (True, False):
        brought = world.wish(S.BACKSTOPPED)
        delivering.deliver_backstop(brought, evidence="witness", by=world.collector)
        if confirmed:
            delivering.confirm(brought, by=world.assessor)
    late = world.wish(S.CLAIMED)
    for outcome in ("satisfied", "partly", "not"):
        world.follow_up(world.wish(S.FULFILLED), outcome, remark="坏了")
    with standing_at(MONDAY + 40 * DAY):
        world.deliver(world.claim_of(late))
        delivering.confirm(late, by=world.assessor)


def test_numerator_rest_and_what_is_left_out_are_all_wishes(world: World) -> None:
    everything(world)
    with standing_at(MONDAY + 50 * DAY):
        for day in (MONDAY.date() - DAY, MONDAY.date(), MONDAY.date() + 40 * DAY):
            numbers = totals(standings(world.campaign, day))
            for rate in RATES:
                behind = BEHIND[rate.key]
                numerator, denominator = numbers[rate.numerator], numbers[rate.denominator]
                assert not behind.parts or sum(numbers[key] for key in behind.parts) == numerator, (rate.key, day)
                assert numerator + sum(numbers[key] for key in behind.rest) == denominator, (rate.key, day)
                assert denominator + sum(numbers[key] for key in behind.excluded) == numbers["all"], (rate.key, day)


def test_each_number_opens_as_many_wishes_as_it_says(world: World) -> None:
    everything(world)
    day = MONDAY.date() + 40 * DAY
    with standing_at(MONDAY + 41 * DAY):
        numbers = totals(standings(world.campaign, day))
        for key in NUMBERS:
            assert len(wishes_behind(world.campaign, day, key)) == numbers[key], key
        sheet = sheet_of(world.campaign, day)
        for rate in sheet.rates:
            for shown in (rate.numerator, rate.denominator, *rate.parts, *rate.rest, *rate.excluded):
                assert shown.count == numbers[shown.key]


def test_the_sheets_rates_are_those_of_the_figures(world: World) -> None:
    everything(world)
    with standing_at(MONDAY + 41 * DAY):
        figures = count(world.campaign)
        for rate in sheet_of(world.campaign, MONDAY.date() + 41 * DAY).rates:
            assert rate.numerator.count == getattr(figures, rate.rate.numerator)
            assert rate.denominator.count == getattr(figures, rate.rate.denominator)


def test_what_the_community_did_itself_is_shown_even_when_it_is_nothing(world: World) -> None:
    world.wish(S.FULFILLED)
    sheet = sheet_of(world.campaign, MONDAY.date())
    completion = next(rate for rate in sheet.rates if rate.rate.key == "completion")
    assert [(part.key, part.count) for part in completion.parts] == [("by_claimer", 1), ("by_backstop", 0)]
    assert completion.excluded == []


def test_a_reason_that_nobody_thought_of_would_be_seen(world: World) -> None:
    """The left-out wishes of a rate are told one by one: a new end of a wish has to find its place in the sheet."""
    ends = {key for key in NUMBERS if key.startswith("left_")} - {"left_the_pool"}
    assert ends <= set(BEHIND["claim"].excluded)
    assert {"declined", "referred", "withdrawn_before"} <= set(BEHIND["claim"].excluded)
