"""Rows that an earlier program stored are read anew by the worker, which can be killed and goes on."""

import pytest

from hub.bells.models import Bell
from hub.bells.ringing import READING, answer, ring
from hub.clock import now
from hub.communities.current import current
from hub.communities.models import Community
from hub.privacy.blind import blind
from tenants.closing import rereading
from tenants.closing.rereading import reading_waits, reread
from tenants.people.finding import by_person
from tenants.people.models import Beneficiary, Household, StoredReading
from tenants.wishes.models import Wish
from tests.world import World


def as_an_earlier_program_stored_it(world: World) -> Beneficiary:
    """A child with what nobody sees in its name, an index of just that, and a relation in plain."""
    world.collect(person=world.child)
    world.collect(person=world.elder)
    told = world.collect(person=world.neighbour)
    child = Beneficiary.objects.get(pk=Wish.objects.order_by("serial")[0].beneficiary_id)
    Beneficiary.objects.filter(pk=child.pk).update(
        name="\ufeff马\u200b小\u00a0明",
        name_index=b"of other characters",
        relation_sealed=None,
        relation_in_plain="母\u200b亲",
    )
    Household.objects.filter(pk=child.household_id).update(address="东村三社\u200b12号", address_index=b"another")
    Wish.objects.filter(pk=told.pk).update(item="电\u200b饭锅", requirements=["3\u200b升"])
    child.refresh_from_db()
    return child


def read_all() -> int:
    """Answers the bell until it no longer rings; returns how many batches that took."""
    community = Community.objects.get(pk=current().pk)
    batches = 0
    while Bell.objects.filter(kind=READING, due_at__lte=now()).exists():
        assert answer(community, READING, reread)
        batches += 1
        assert batches < 100
    return batches


def test_what_was_stored_before_is_read_and_meanwhile_taken_as_it_is(world: World) -> None:
    child = as_an_earlier_program_stored_it(world)
    assert child.guardian_relation == "母\u200b亲"
    assert reading_waits()
    ring(READING)
    read_all()
    child = Beneficiary.objects.get(pk=child.pk)
    assert (child.name, child.guardian_relation, child.relation_in_plain) == ("马小明", "母亲", "")
    assert bytes(child.name_index) == blind("name", "马小明")
    assert child in Beneficiary.objects.filter(by_person("马小明"))
    home = child.household
    assert home.address == "东村三社12号"
    assert bytes(home.address_index or b"") == blind("address", "东村三社12号")
    assert Wish.objects.filter(item="电饭锅", requirements=["3升"]).count() == 1
    assert not reading_waits()
    assert not Bell.objects.filter(kind=READING).exists()


def test_whoever_is_killed_in_a_batch_leaves_it_undone_and_the_next_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_an_earlier_program_stored_it(world)
    monkeypatch.setattr(rereading, "BATCH", 1)
    ring(READING)
    community = Community.objects.get(pk=current().pk)
    assert answer(community, READING, reread)
    came_to = StoredReading.objects.get(model="people.beneficiary").after
    assert came_to is not None

    with monkeypatch.context() as broken:
        broken.setattr(StoredReading, "save", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            answer(community, READING, reread)
    assert StoredReading.objects.get(model="people.beneficiary").after == came_to

    Bell.objects.all().delete()
    ring(READING)  # as the nightly sweep does while something waits
    assert read_all() > 3
    assert not reading_waits()
    assert not Beneficiary.objects.exclude(relation_in_plain="").exists()


def test_an_earlier_edition_is_read_once_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    as_an_earlier_program_stored_it(world)
    ring(READING)
    read_all()
    monkeypatch.setattr(rereading, "EDITION", rereading.EDITION + 1)
    assert reading_waits()
    ring(READING)
    assert read_all() > 1
    assert not reading_waits()
