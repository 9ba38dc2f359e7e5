import datetime

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.claims.claiming import is_branch_only
from tenants.people.consents import withdraw_consent
from tenants.people.models import Consent
from tenants.wishes.models import Wish
from tenants.wishes.opening import open_wish, open_wishes
from tests.world import World, later

S = Wish.State


def test_without_a_consent_to_show_it_a_wish_is_not_opened(world: World) -> None:
    wish = world.wish(S.ADMITTED)
    withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="show"), by=world.collector)
    with pytest.raises(Refusal) as refused:
        open_wish(wish, by=world.assessor)
    assert refused.value.code == "no_consent_to_show"
    assert wish.number in refused.value.text.zh


def test_a_consent_for_another_purpose_opens_nothing(world: World) -> None:
    withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="show"), by=world.collector)
    assert Consent.objects.filter(beneficiary=world.elder, withdrawn_at=None).exists()
    with pytest.raises(Refusal, match="no_consent_to_show"):
        open_wish(world.wish(S.ADMITTED), by=world.assessor)


def test_a_wish_of_a_branch_is_that_branchs_alone_for_three_working_days(world: World) -> None:
    wish = world.wish(S.OPEN, branch=world.office)
    assert wish.branch_only_until == datetime.date(2026, 3, 12)
    for days, alone in ((0, True), (1, True), (2, True), (3, False)):
        with standing_at(later(days=days)):
            assert is_branch_only(wish) is alone, days


def test_a_wish_without_a_branch_is_open_to_all_at_once(world: World) -> None:
    assert world.wish(S.OPEN).branch_only_until is None


def test_one_that_cannot_be_opened_does_not_keep_the_others_back(world: World) -> None:
    wishes = [world.wish(S.ADMITTED), world.wish(S.ADMITTED, person=world.child), world.wish(S.VERIFIED)]
    withdraw_consent(Consent.objects.get(beneficiary=world.child, purpose="show"), by=world.collector)
    opened, refused = open_wishes(wishes, by=world.assessor)
    assert [wish.pk for wish in opened] == [wishes[0].pk]
    assert {number: r.code for number, r in refused.items()} == {
        wishes[1].number: "no_consent_to_show",
        wishes[2].number: "illegal_move",
    }
