"""A confirmed import is taken back, whole, while nothing was done with it (experience.md, number 10)."""

import datetime

import pytest

from hub.refusal import Refusal
from tenants.forms.batches import correct_row
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import ConsentsGiven
from tenants.forms.models import ImportBatch, ImportedRow
from tenants.forms.taking_back import take_back_import
from tenants.members.models import Branch, Member
from tenants.members.register import edit_member
from tenants.people.consents import consented
from tenants.people.editing import edit_beneficiary
from tenants.people.models import Beneficiary, BeneficiaryEntry, Consent, Household
from tenants.wishes.models import Wish, WishEntry
from tests.tenants.forms.test_confirming import (
    MEMBERS,
    check,
    confirm,
    in_april,  # noqa: F401 - every test here is in April
)
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx
from tests.world import World

pytestmark = pytest.mark.django_db

PURPOSES = (Consent.Purpose.COLLECT, Consent.Purpose.SHOW, Consent.Purpose.DISCLOSE)


def standing() -> list[object]:
    """Everything that an import of wishes writes to, as counts and as what is known of each resident."""
    people = Beneficiary.objects.order_by("pk")
    return [
        Wish.objects.count(), WishEntry.objects.count(), ImportedRow.objects.count(), Household.objects.count(),
        [(p.name, p.phone, p.age, p.age_on, p.categories, p.situation, p.household_id) for p in people],
    ]  # fmt: skip


def test_what_came_in_is_gone_and_the_file_stands_on_its_check_page_again(world: World) -> None:
    before = standing()
    checked = check(world)
    rows = checked.rows
    batch = confirm_import(
        checked, consents=ConsentsGiven(PURPOSES, "written", datetime.date(2026, 3, 8)), by=world.collector
    )
    assert Wish.objects.count() == 72
    numbers = sorted(Wish.objects.values_list("number", flat=True))
    batch = take_back_import(batch, by=world.assessor)
    assert standing() == before
    assert (batch.state, batch.imported, batch.rows) == (ImportBatch.State.CHECKED, None, rows)
    told = batch.history.last()
    assert told is not None
    assert (told.verb, told.actor_name, sorted(told.changes["wishes"])) == ("taken_back", "李国俊", numbers)


def test_the_same_file_can_be_imported_again_with_new_numbers(world: World) -> None:
    batch = confirm(world)
    first = set(Wish.objects.values_list("number", flat=True))
    batch = take_back_import(batch, by=world.collector)
    batch = confirm_import(batch, by=world.collector)
    assert batch.imported == 72
    assert first.isdisjoint(Wish.objects.values_list("number", flat=True))
    assert take_back_import(batch, by=world.collector).state == "checked"


def test_a_resident_who_was_known_gets_back_what_the_survey_changed_and_keeps_their_wishes(world: World) -> None:
    elder = world.elder
    kept = world.wish(Wish.State.OPEN)
    # As somebody who was never asked about it: a wish that had passed the step before stays.
    elder.consents.filter(purpose=Consent.Purpose.COLLECT).delete()
    before = standing()
    row = wish_row(1, name="马福山", age=83, address="滨河小区5号楼1单元101室")
    given = ConsentsGiven(PURPOSES, "written", datetime.date(2026, 3, 8))
    batch, _ = correct_row(check(world, xlsx([HEADER, row])), 1, {"on_record": "update"}, by=world.collector)
    batch = confirm_import(batch, consents=given, by=world.collector)
    elder.refresh_from_db()
    assert (elder.age, elder.household.address) == (83, "滨河小区5号楼1单元101室")
    take_back_import(batch, by=world.collector)
    assert standing() == before
    assert [entry.verb for entry in BeneficiaryEntry.objects.filter(beneficiary=elder)][-1] == "consent_taken_back"
    # What was consented to before this import stays; what came with it is withdrawn.
    assert consented([elder.pk], Consent.Purpose.SHOW) == {elder.pk}
    assert consented([elder.pk], Consent.Purpose.COLLECT) == set()
    kept.refresh_from_db()
    assert kept.state == Wish.State.OPEN


def test_nothing_is_taken_back_once_a_row_was_worked_on(world: World) -> None:
    batch = confirm(world)
    wish = Wish.objects.order_by("serial")[4]
    edit_beneficiary(wish.beneficiary, {"situation": "腿脚不便"}, by=world.collector)
    before = standing()
    with pytest.raises(Refusal, match="import_worked_on") as refused:
        take_back_import(batch, by=world.collector)
    assert wish.number in refused.value.text.zh
    assert standing() == before


def test_members_are_taken_back_with_the_branches_that_came_with_them(world: World) -> None:
    members, branches = Member.objects.count(), Branch.objects.count()
    batch = confirm(world, MEMBERS, "members")
    assert Member.objects.count() > members
    take_back_import(batch, by=world.administrator)
    assert (Member.objects.count(), Branch.objects.count()) == (members, branches)
    batch = confirm_import(batch, by=world.administrator)
    edit_member(Member.objects.order_by("pk")[members], {"skills": "理发"}, by=world.administrator)
    with pytest.raises(Refusal, match="import_worked_on"):
        take_back_import(batch, by=world.administrator)


def test_only_a_confirmed_import_is_taken_back_and_only_while_its_rows_are_kept(world: World) -> None:
    with pytest.raises(Refusal, match="import_not_confirmed"):
        take_back_import(check(world), by=world.collector)
    batch = confirm(world)
    ImportBatch.objects.filter(pk=batch.pk).update(about={}, rows=[], forgotten=True)
    with pytest.raises(Refusal, match="import_too_old"):
        take_back_import(batch, by=world.collector)
