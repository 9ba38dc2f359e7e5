"""A definition of a rate that changes holds for what goes on; what was reported keeps its figures, and is named."""

import datetime

from hub.clock import standing_at
from hub.rollups.rates import DEFINITION, rates_of_definition
from tenants.campaigns.defining import NEVER, definition_on
from tenants.campaigns.models import Campaign
from tenants.claims import delivering
from tenants.closing.years import close_campaign, reopen_campaign
from tenants.figures.counting import count
from tenants.figures.lines import frozen_line
from tenants.figures.sheet import BEHIND, BEHIND_BEFORE, sheet_of, wishes_behind
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
    assert definition_on([world.campaign], MONDAY.date()) == 1
    again = reopen_campaign(world.campaign, reason="算错了", by=world.administrator)
    assert definition_on([again], MONDAY.date()) == DEFINITION
    assert definition_on([again], MONDAY.date() - DAY) == 1, "days that were reported keep their figures"
