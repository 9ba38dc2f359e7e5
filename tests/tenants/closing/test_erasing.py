"""Personal fields are erased a set time after the campaign closes, statistics stay (domain.md, Privacy rules)."""

import datetime
from dataclasses import asdict
from fnmatch import fnmatch
from typing import Any

import pytest
from django.apps import apps

from hub.clock import standing_at, today
from hub.privacy.blind import blind
from hub.privacy.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from hub.refusal import Refusal
from tenants.campaigns.running import edit_campaign
from tenants.claims.giving_up import withdraw
from tenants.closing.erasing import Erased, _months_after, erase_what_is_over, erase_year, erased_from
from tenants.closing.personal import KEPT, OF_A_HOUSEHOLD, OF_A_RESIDENT, OF_A_RESIDENTS_HISTORY, OF_A_YEAR
from tenants.closing.years import begin_campaign, close_campaign
from tenants.figures.counting import count
from tenants.figures.lines import line_of
from tenants.figures.models import FrozenFigures
from tenants.forms.batches import check_import
from tenants.forms.confirming import confirm_import
from tenants.forms.models import ImportBatch, ImportedRow
from tenants.forms.statistics.numbers import totals
from tenants.forms.statistics.standing import standings
from tenants.people.models import Beneficiary, BeneficiaryEntry, Household
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Wish, WishEntry
from tests.contract.stage import WORKBOOK
from tests.world import MONDAY, World

S = Wish.State
TWO_YEARS_LATER = MONDAY.replace(year=2028)
JUST_BEFORE = TWO_YEARS_LATER - datetime.timedelta(days=1)


pytestmark = pytest.mark.usefixtures("nobody_is_drawn_for_a_follow_up")


def a_closed_year(world: World) -> Wish:
    """A wish at each end of its life; one of them was edited. Returns that one."""
    told = world.collect(story="老人腿脚不便", person=world.child)
    edit_wish(told, {"story": "孩子想要一个书包"}, person={"name": "小明明"}, by=world.collector)
    told.refresh_from_db()
    withdraw(told, reason="moved_away", by=world.assessor)
    for state in (S.FULFILLED, S.FULFILLED, S.DECLINED, S.REFERRED, S.OPEN):
        world.wish(state, person=world.elder if state != S.OPEN else world.neighbour)
    world.follow_up(world.wish(S.FULFILLED), "satisfied", remark="张奶奶很满意")
    close_campaign(world.campaign, by=world.administrator)
    world.campaign.refresh_from_db()
    return told


def all_told(world: World) -> Any:
    day = today()
    line = line_of(world.campaign)
    sums = [totals(standings(world.campaign, day - datetime.timedelta(days=back))) for back in (0, 100, 364, 366)]
    return asdict(count(world.campaign)), line.counts, line.longest, line.categories, sums


def test_a_set_time_after_closing_nothing_names_a_resident_and_the_statistics_are_the_same(world: World) -> None:
    told = a_closed_year(world)
    before = FrozenFigures.objects.get().counts
    with standing_at(JUST_BEFORE):
        assert erase_what_is_over() == 0
        assert Beneficiary.objects.filter(erased_at=None).count() == 3
    with standing_at(TWO_YEARS_LATER):
        counted = all_told(world)
        assert erase_what_is_over() == 1
        assert all_told(world) == counted
        assert erase_what_is_over() == 0
    assert FrozenFigures.objects.get().counts == before
    for person in Beneficiary.objects.select_related("household"):
        assert (person.name, person.phone, person.situation, person.guardian_name) == ("", "", "", "")
        assert (person.household.address, person.household.address_index) == ("", None)
        assert all(entry.changes == {} for entry in person.history.all())
    assert not Beneficiary.objects.filter(name_index=blind("name", "张秀英")).exists()
    for model, way, blank in OF_A_YEAR:
        for row in model._default_manager.filter(**{way: world.campaign}):
            assert {name: getattr(row, name) for name in blank} == blank, model
    assert told.history.get(verb="edited").changes == {"story": None}
    world.campaign.refresh_from_db()
    assert world.campaign.history.last().changes == {"wishes": 7, "people": 3}  # type: ignore[union-attr]


def test_who_has_a_wish_in_another_year_keeps_name_and_telephone_until_its_time(world: World) -> None:
    a_closed_year(world)
    with standing_at(JUST_BEFORE):
        # What nobody claimed comes again: the neighbour's wish. The elder has a new one.
        world.campaign = begin_campaign(2027, by=world.administrator)
        world.collect(person=world.elder)
    with standing_at(TWO_YEARS_LATER):
        assert erase_what_is_over() == 1
    for kept in (world.elder, world.neighbour):
        kept.refresh_from_db()
        assert kept.name
        assert kept.erased_at is None
        assert Household.objects.get(pk=kept.household_id).code
    world.child.refresh_from_db()
    assert world.child.name == ""
    assert Wish.objects.filter(campaign=world.campaign, beneficiary=world.neighbour).count() == 1


def test_a_person_is_erased_when_the_last_campaign_with_a_wish_of_theirs_has_had_its_time(world: World) -> None:
    occasion = begin_campaign(2026, yearly=False, title="重阳", by=world.administrator)
    for person in (world.elder, world.child):
        world.wish(S.DECLINED, person=person)
    own, world.campaign = world.campaign, occasion
    of_occasion = world.wish(S.DECLINED, person=world.elder, story="老人一个人住")
    world.campaign = own
    close_campaign(own, by=world.administrator)
    with standing_at(MONDAY.replace(month=6)):
        close_campaign(occasion, by=world.administrator)
    with standing_at(TWO_YEARS_LATER):
        assert erase_what_is_over() == 1
        world.elder.refresh_from_db()
        world.child.refresh_from_db()
        of_occasion.refresh_from_db()
        assert (world.elder.name, world.child.name) == ("马福山", "")
        assert of_occasion.story == "老人一个人住"
    with standing_at(TWO_YEARS_LATER.replace(month=6)):
        assert erase_what_is_over() == 1
    world.elder.refresh_from_db()
    of_occasion.refresh_from_db()
    assert (world.elder.name, world.elder.phone, of_occasion.story) == ("", "", "")


def test_a_person_who_was_erased_is_a_new_one_when_they_come_back(world: World) -> None:
    known = Person(name=world.child.name, phone=world.child.phone, age=9)
    a_closed_year(world)
    with standing_at(TWO_YEARS_LATER):
        erase_what_is_over()
        assert register_beneficiary(known, by=world.collector).pk != world.child.pk


def test_what_waited_to_be_carried_over_is_not_taken_into_a_later_year(world: World) -> None:
    a_closed_year(world)
    with standing_at(TWO_YEARS_LATER):
        erase_what_is_over()
        assert begin_campaign(2027, by=world.administrator).wishes.count() == 0


def test_rows_of_an_import_are_forgotten_with_their_year(world: World) -> None:
    batch = check_import(
        WORKBOOK.encode(), kind="wishes", file_name="张奶奶.csv", campaign=world.campaign, by=world.collector
    )
    confirm_import(batch, by=world.collector)
    Wish.objects.update(state=S.DECLINED)
    close_campaign(world.campaign, by=world.administrator)
    with standing_at(TWO_YEARS_LATER):
        erase_year(world.campaign, by=world.administrator)
    batch = ImportBatch.objects.get()
    assert (batch.file_name, batch.rows, batch.forgotten) == ("", [], True)
    assert not ImportedRow.objects.exists()
    assert not Wish.objects.exclude(fingerprint=None).exists()


def test_nothing_is_erased_before_its_time_or_of_a_year_that_goes_on(world: World) -> None:
    world.wish(S.DECLINED)
    assert erased_from(world.campaign) is None
    with pytest.raises(Refusal, match="too_early_to_erase"):
        erase_year(world.campaign, by=world.administrator)
    close_campaign(world.campaign, by=world.administrator)
    with standing_at(JUST_BEFORE), pytest.raises(Refusal, match="too_early_to_erase"):
        erase_year(world.campaign, by=world.administrator)
    with standing_at(TWO_YEARS_LATER):
        assert erase_year(world.campaign, by=world.administrator) == Erased(1, 1)
        assert erase_year(world.campaign, by=world.administrator) == Erased(0, 0)
    world.elder.refresh_from_db()
    assert world.elder.name == ""


def test_the_time_is_the_campaigns_policy(world: World) -> None:
    world.campaign = edit_campaign(world.campaign, {"erase_after_months": 2}, by=world.administrator)
    a_closed_year(world)
    assert erased_from(world.campaign) == datetime.date(2026, 5, 9)
    with pytest.raises(Refusal, match="policy_out_of_range"):
        begin_campaign(2027, policy={"erase_after_months": 1}, by=world.administrator)


def test_months_end_where_they_end() -> None:
    assert _months_after(datetime.date(2026, 12, 31), 2) == datetime.date(2027, 3, 1)
    assert _months_after(datetime.date(2026, 2, 28), 12) == datetime.date(2027, 2, 28)
    assert _months_after(datetime.date(2028, 2, 29), 12) == datetime.date(2029, 3, 1)
    assert _months_after(datetime.date(2026, 11, 30), 1) == datetime.date(2026, 12, 30)


def test_every_encrypted_field_of_a_community_is_erased_or_kept_for_a_reason() -> None:
    erased = {f"{model._meta.label}.{name}" for model, _, blank in OF_A_YEAR for name in blank}
    for model, blank in (
        (Beneficiary, OF_A_RESIDENT),
        (BeneficiaryEntry, OF_A_RESIDENTS_HISTORY),
        (Household, OF_A_HOUSEHOLD),
    ):
        erased |= {f"{model._meta.label}.{name}" for name in blank}
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("tenants.")
        for field in model._meta.fields
        if isinstance(field, EncryptedTextField | EncryptedJSONField | EncryptedBinaryField)
    }
    forgotten = {name for name in fields - erased if not any(fnmatch(name, kept) for kept in KEPT)}
    assert forgotten == set()
    assert "wishes.WishEntry.reason" in erased
    assert WishEntry._meta.label == "wishes.WishEntry"
