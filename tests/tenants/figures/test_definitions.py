"""A definition of a rate that changes holds for what goes on; what was reported keeps its figures, and is named."""

import datetime

import pytest

from hub.clock import standing_at
from hub.rollups.rates import DEFINITION, rates_of_definition
from tenants.campaigns.defining import NEVER, definition_on, definitions_named
from tenants.campaigns.finding import campaigns_of
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import start_campaign
from tenants.claims import delivering
from tenants.closing.years import close_campaign, reopen_campaign
from tenants.figures.counting import count
from tenants.figures.lines import frozen_line
from tenants.figures.sheet import BEHIND, BEHIND_BEFORE, is_number, sheet_of, wishes_behind
from tenants.forms.statistics.form import statistics_form
from tenants.forms.statistics.numbers import totals
from tenants.forms.statistics.standing import standings
from tests.world import MONDAY, S, World

DAY = datetime.timedelta(days=1)


def by_claim_and_by_backstop(world: World) -> None:
    """One through a claim, one by backstop, one by backstop that nobody has confirmed."""
    world.wish(S.FULFILLED)
    for confirmed in (True, False):
        brought = world.wish(S.BACKSTOPPED)
        delivering.deliver_backstop(
            brought, evidence="code", code=brought.beneficiary.household.code, by=world.collector
        )
        if confirmed:
            delivering.confirm(brought, by=world.assessor)


def rates(world: World, day: datetime.date) -> dict[str, tuple[int, int]]:
    sheet = sheet_of(world.campaign, day)
    return {it.rate.key: (it.numerator.count, it.denominator.count) for it in sheet.rates}


def test_what_the_community_did_itself_is_no_claim_and_stands_beside_it(world: World) -> None:
    by_claim_and_by_backstop(world)
    figures = count(world.campaign)
    assert (figures.claimed, figures.in_pool, figures.by_backstop) == (1, 3, 1)
    assert (figures.on_time, figures.by_claimer, figures.fulfilled) == (1, 1, 2)
    assert rates(world, MONDAY.date()) == {
        "claim": (1, 3), "completion": (2, 3), "on_time": (1, 1), "satisfaction": (0, 0)
    }  # fmt: skip
    claim = sheet_of(world.campaign, MONDAY.date()).rates[0]
    assert {it.key: it.count for it in claim.rest} == {"by_backstop": 1, "delivered_by_backstop": 1}
    form = statistics_form(world.campaign, MONDAY.date(), masked=True)
    assert {line.key: (line.numerator, line.denominator) for line in form.rates}["claim"] == (1, 3)


def test_days_before_the_change_keep_their_figures_and_the_sheet_names_the_definition(world: World) -> None:
    by_claim_and_by_backstop(world)
    changed = MONDAY.date() + 2 * DAY
    Campaign.objects.update(counted_anew_on=changed)
    world.campaign.refresh_from_db()
    with standing_at(MONDAY + 3 * DAY):
        for day, definition, claim in ((changed - DAY, 1, (3, 3)), (changed, 2, (1, 3))):
            sheet = sheet_of(world.campaign, day)
            assert (sheet.definition, rates(world, day)["claim"]) == (definition, claim)
            assert len(wishes_behind(world.campaign, day, "claimed")) == claim[0]
            form = statistics_form(world.campaign, day, masked=True)
            assert {line.key: (line.numerator, line.denominator) for line in form.rates}["claim"] == claim
            assert any(f"口径 {definition}" in note for note in form.notes)
        assert rates(world, changed - DAY)["on_time"] == (1, 2)


def test_both_definitions_account_for_every_wish(world: World) -> None:
    by_claim_and_by_backstop(world)
    for state in S.values:
        world.wish(state, member=world.han)
    found = standings(world.campaign, MONDAY.date())
    for definition, behind in ((1, BEHIND_BEFORE), (DEFINITION, BEHIND)):
        numbers = totals(found, definition)
        for rate in rates_of_definition(definition):
            of = behind[rate.key]
            assert not of.parts or sum(numbers[key] for key in of.parts) == numbers[rate.numerator]
            assert numbers[rate.numerator] + sum(numbers[key] for key in of.rest) == numbers[rate.denominator]
            assert numbers[rate.denominator] + sum(numbers[key] for key in of.excluded) == numbers["all"]


def test_a_closed_campaign_keeps_its_line_until_it_goes_on_again(world: World) -> None:
    by_claim_and_by_backstop(world)
    delivering.confirm(world.campaign.wishes.get(state=S.DELIVERED), by=world.assessor)
    frozen = close_campaign(world.campaign, by=world.administrator)
    assert frozen.definition == DEFINITION
    # As an earlier program had frozen it.
    old = {name: number for name, number in frozen.counts.items() if name != "by_claimer"}
    frozen.counts, frozen.definition = {**old, "claimed": 3}, 1
    frozen.save()
    Campaign.objects.update(counted_anew_on=NEVER)
    world.campaign.refresh_from_db()
    line = frozen_line(world.campaign, frozen)
    assert (line.counts["claimed"], line.counts["by_claimer"], line.counts["fulfilled"]) == (3, 3, 3)
    assert definition_on(world.campaign, MONDAY.date()) == 1
    again = reopen_campaign(world.campaign, reason="算错了", by=world.administrator)
    assert definition_on(again, MONDAY.date()) == DEFINITION
    assert definition_on(again, MONDAY.date() - DAY) == 1, "days that were reported keep their figures"


@pytest.fixture
def two_campaigns(world: World) -> list[Campaign]:
    """The year's own, closed by an earlier program, and one for an occasion that goes on."""
    by_claim_and_by_backstop(world)
    made = make_campaign(2026, yearly=False, title="春节送温暖", by=world.administrator)
    own, world.campaign = world.campaign, start_campaign(made, by=world.administrator)
    by_claim_and_by_backstop(world)
    world.wish(S.OPEN)
    world.campaign = own
    Campaign.objects.filter(pk=own.pk).update(counted_anew_on=NEVER)
    return list(campaigns_of(2026))


def test_a_years_sheet_is_the_sum_of_its_campaigns_each_by_its_own_definition(two_campaigns: list[Campaign]) -> None:
    day = MONDAY.date()
    alone = [sheet_of(each, day) for each in two_campaigns]
    assert {each.definition for each in alone} == {1, 2}
    whole = sheet_of(two_campaigns, day)
    assert whole.definition is None
    assert whole.definitions == {each.pk: definition_on(each, day) for each in two_campaigns}
    for n, it in enumerate(whole.rates):
        assert it.numerator.count == sum(sheet.rates[n].numerator.count for sheet in alone), it.rate.key
        assert it.denominator.count == sum(sheet.rates[n].denominator.count for sheet in alone), it.rate.key
    by_key = {it.rate.key: (it.numerator.count, it.denominator.count) for it in whole.rates}
    assert by_key == {
        "claim": (3 + 1, 3 + 4),
        "completion": (2 + 2, 7),
        "on_time": (1 + 1, 2 + 1),
        "satisfaction": (0, 0),
    }
    form = statistics_form(two_campaigns, day, masked=True)
    assert {line.key: (line.numerator, line.denominator) for line in form.rates} == by_key


def test_a_years_sheet_accounts_for_every_wish_and_opens_those_behind_each_number(
    two_campaigns: list[Campaign],
) -> None:
    day = MONDAY.date()
    sheet = sheet_of(two_campaigns, day)
    counted = {it.key: it.count for it in sheet.counts}
    for it in sheet.rates:
        if it.parts:
            assert sum(each.count for each in it.parts) == it.numerator.count
        assert it.numerator.count + sum(each.count for each in it.rest) == it.denominator.count
        assert it.denominator.count + sum(each.count for each in it.excluded) == counted["all"]
        for each in (it.numerator, it.denominator, *it.parts, *it.rest, *it.excluded):
            assert is_number(each.key)
            assert len(wishes_behind(two_campaigns, day, each.key)) == each.count, each.key
    [claim] = [it for it in sheet.rates if it.rate.key == "claim"]
    assert {"by_backstop.1"} <= {each.key for each in claim.parts}
    assert {"by_backstop.2"} <= {each.key for each in claim.rest}


def test_a_years_sheet_names_which_definition_holds_for_which_campaign(two_campaigns: list[Campaign]) -> None:
    named = definitions_named(two_campaigns, MONDAY.date()).zh
    assert "春节送温暖按口径 2：" in named
    assert "2026 年微心愿按口径 1：" in named
    form = statistics_form(two_campaigns, MONDAY.date(), masked=True)
    assert named in form.notes
    assert "口径 1：" in {line.key: line.definition for line in form.rates}["claim"]
    assert "口径" not in {line.key: line.definition for line in form.rates}["completion"]
