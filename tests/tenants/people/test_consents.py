import datetime

import pytest

from hub.clock import today
from hub.refusal import Refusal
from tenants.people.consents import (
    consented,
    record_consents,
    record_everybodys_consents,
    withdraw_consent,
    withdraw_consents,
)
from tenants.people.models import Consent
from tenants.people.register import Person, register_beneficiary
from tests.tenants.claims.racing import at_once
from tests.world import World


def test_each_purpose_is_a_consent_of_its_own_and_is_withdrawn_for_itself(world: World) -> None:
    shown = Consent.objects.get(beneficiary=world.elder, purpose="show")
    withdraw_consent(shown, by=world.assessor)
    assert consented([world.elder.pk], "show") == set()
    assert consented([world.elder.pk], "disclose") == {world.elder.pk}
    shown.refresh_from_db()
    assert shown.withdrawn_at is not None, "the record stays"


def test_a_consent_in_force_is_not_recorded_twice(world: World) -> None:
    entries = world.elder.history.count()
    assert len(record_consents(world.elder, ["show", "show"], manner="oral", by=world.assessor)) == 1
    assert world.elder.consents.filter(purpose="show").count() == 1
    assert world.elder.history.count() == entries


def test_a_withdrawn_consent_can_be_given_again(world: World) -> None:
    withdraw_consent(Consent.objects.get(beneficiary=world.elder, purpose="show"), by=world.assessor)
    record_consents(world.elder, ["show"], manner="telephone", by=world.assessor)
    assert consented([world.elder.pk], "show") == {world.elder.pk}
    assert world.elder.consents.filter(purpose="show").count() == 2


def test_withdrawing_twice_is_refused(world: World) -> None:
    consent = Consent.objects.get(beneficiary=world.elder, purpose="show")
    withdraw_consent(consent, by=world.assessor)
    with pytest.raises(Refusal, match="already_withdrawn"):
        withdraw_consent(consent, by=world.assessor)


def test_a_childs_consent_is_the_guardians(world: World) -> None:
    assert {c.given_by_guardian for c in world.child.consents.all()} == {True}
    assert {c.given_by_guardian for c in world.elder.consents.all()} == {False}
    orphan = register_beneficiary(Person(name="马小龙", age=13), by=world.collector)
    with pytest.raises(Refusal, match="guardian_missing"):
        record_consents(orphan, ["show"], manner="oral", by=world.collector)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"purposes": ["fame"]}, "purposes"),
        ({"manner": "silence"}, "manner"),
        ({"given_on": 1}, "given_on"),
        ({"given_on": -36_525}, "given_on"),
    ],
)
def test_a_record_that_cannot_be_is_refused_with_the_field(world: World, values: dict, field: str) -> None:
    if "given_on" in values:
        values = {"given_on": today() + datetime.timedelta(days=values["given_on"])}
    asked = {"purposes": ["photo"], "manner": "oral", **values}
    with pytest.raises(Refusal) as refused:
        record_consents(world.elder, asked.pop("purposes"), by=world.collector, **asked)
    assert (refused.value.status, refused.value.field) == (400, field)


@pytest.mark.django_db(transaction=True)
def test_two_who_record_the_same_consent_at_once_make_one(world: World) -> None:
    at_once(
        world.community,
        [lambda: record_consents(world.elder, ["photo", "publicity"], manner="oral", by=world.collector)] * 10,
    )
    assert world.elder.consents.filter(purpose__in=["photo", "publicity"]).count() == 2


def test_consents_recorded_for_many_are_taken_back_together_and_their_records_stay(world: World) -> None:
    written = record_everybodys_consents(
        [world.elder, world.neighbour], ["photo"], manner="written", by=world.collector
    )
    assert len(written) == 2
    withdraw_consent(written[0], by=world.collector)
    left = Consent.objects.filter(pk__in=[consent.pk for consent in written])
    assert withdraw_consents(left, by=world.collector) == 1
    assert consented([world.elder.pk, world.neighbour.pk], "photo") == set()
    assert Consent.objects.filter(purpose="photo").count() == 2
