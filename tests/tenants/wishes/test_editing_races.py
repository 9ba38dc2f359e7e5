"""Staff who correct, propose and collect at once: nobody is told of a deadlock, and nobody is put on record twice."""

import pytest

from tenants.people.models import Beneficiary, Household
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import allocation
from tenants.wishes.editing import edit_person, edit_wish
from tenants.wishes.models import Wish
from tests.tenants.claims.racing import at_once
from tests.world import World

S = Wish.State

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_wishes_of_one_person_are_corrected_at_once(world: World) -> None:
    person = register_beneficiary(Person(name="马小龙", age=8, address="东村"), by=world.collector)
    wishes = [world.collect(person=person) for _ in range(4)]
    doings = []
    for n in range(24):
        changes = {"phone": f"1390012{n:04d}"} if n % 2 else {"phone": "", "guardian_name": f"家长{n}"}
        wish = wishes[n % 4]
        doings.append(lambda w=wish, c=changes: edit_wish(w, {}, by=world.assessor, person=c))
        doings.append(lambda c=changes: edit_person(person, {**c, "address": "西村1号"}, by=world.collector))
    at_once(world.community, doings)
    person.refresh_from_db()
    assert all(("phone_missing" in w.missing) is (not person.phone) for w in Wish.objects.filter(beneficiary=person))


def test_wishes_are_corrected_while_a_balancing_is_proposed_and_others_come_in(world: World) -> None:
    wishes = [world.wish(S.ADMITTED) for _ in range(6)]
    doings = []
    for n in range(8):
        doings += [lambda w=w, n=n: edit_wish(w, {"budget_yuan": 100 + n}, by=world.assessor) for w in wishes]
        doings.append(lambda: allocation.propose(world.campaign, by=world.assessor))
        doings.append(lambda: world.collect())
    at_once(world.community, doings)
    assert Wish.objects.count() == 14
    assert sorted(Wish.objects.values_list("serial", flat=True)) == list(range(1, 15))


def test_one_new_person_entered_by_many_at_once_is_one_person_in_one_household(world: World) -> None:
    before = Beneficiary.objects.count(), Household.objects.count()
    person = Person(name="马得福", phone="+8613900120999", age=77, address="滨河小区9号楼")
    found = at_once(world.community, [lambda: register_beneficiary(person, by=world.collector) for _ in range(20)])
    assert len({made.pk for made in found if isinstance(made, Beneficiary)}) == 1
    assert (Beneficiary.objects.count(), Household.objects.count()) == (before[0] + 1, before[1] + 1)
