import datetime

import pytest

from hub.clock import standing_at
from hub.refusal import Refusal
from tenants.people.editing import edit_beneficiary
from tenants.people.finding import by_person
from tenants.people.models import Beneficiary
from tenants.people.register import Person, register_beneficiary
from tests.world import MONDAY, World

NEXT_YEAR = MONDAY.replace(year=2027)


def again(world: World, **values: object) -> Beneficiary:
    person = {"name": "马福山", "phone": "+8613900120422", "address": "滨河小区4号楼2单元501室"}
    return register_beneficiary(Person(**{**person, **values}), by=world.assessor)  # type: ignore[arg-type]


def test_who_comes_back_next_year_is_the_person_we_know(world: World) -> None:
    with standing_at(NEXT_YEAR):
        assert again(world, age=83, name=" 马福山 ").pk == world.elder.pk
    world.elder.refresh_from_db()
    assert (world.elder.age, world.elder.situation) == (83, "独居,腿脚不便"), "what the survey did not ask stays"


def test_without_a_telephone_name_and_address_tell_who_it_is(world: World) -> None:
    known = register_beneficiary(Person(name="祁永寿", address="东村三社 14号"), by=world.assessor)
    assert known.pk == world.neighbour.pk
    assert register_beneficiary(Person(name="祁永寿", address="西村"), by=world.assessor).pk != world.neighbour.pk


def test_one_name_under_two_telephones_is_two_people(world: World) -> None:
    assert again(world, phone="+8613900120499").pk != world.elder.pk


def test_people_of_no_address_live_each_for_themselves(world: World) -> None:
    first, second = (register_beneficiary(Person(name=name), by=world.collector) for name in ("甲某", "乙某"))
    assert first.household_id != second.household_id


def test_people_of_one_address_share_a_household_and_its_code_of_four_digits(world: World) -> None:
    wife = register_beneficiary(Person(name="韩氏", address="滨河小区4号楼 2单元501室"), by=world.collector)
    assert wife.household_id == world.elder.household_id
    assert wife.household.code.isdigit()
    assert len(wife.household.code) == 4


def test_a_survey_that_does_not_ask_the_age_leaves_the_day_it_was_true_on(world: World) -> None:
    with standing_at(NEXT_YEAR):
        again(world)
        world.elder.refresh_from_db()
        assert world.elder.age_now == 83


def test_an_age_corrected_a_year_later_is_the_age_of_that_day(world: World) -> None:
    with standing_at(NEXT_YEAR):
        edit_beneficiary(world.elder, {"age": 90}, by=world.assessor)
        world.elder.refresh_from_db()
        assert world.elder.age_now == 90


def test_the_age_that_the_page_showed_saved_again_changes_nothing(world: World) -> None:
    with standing_at(NEXT_YEAR):
        assert edit_beneficiary(world.elder, {"age": 83}, by=world.assessor) == []


def test_a_child_is_under_fourteen_on_the_day_of_the_survey(world: World) -> None:
    for age, child in ((0, True), (13, True), (14, False), (None, False)):
        made = register_beneficiary(Person(name=f"孩子{age}", age=age), by=world.collector)
        assert made.is_child is child


@pytest.mark.parametrize(
    ("values", "field"),
    [({"name": "  "}, "name"), ({"age": 126}, "age"), ({"age": -1}, "age"), ({"categories": ("rich",)}, "categories")],
)
def test_a_person_that_cannot_be_kept_is_refused_with_the_field(world: World, values: dict, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        again(world, **values)
    assert (refused.value.status, refused.value.field) == (400, field)


def test_corrections_keep_old_and_new_and_find_the_person_anew(world: World) -> None:
    changed = edit_beneficiary(
        world.elder, {"name": "马福善", "phone": "139-0012-0488", "address": "西村二社3号"}, by=world.assessor
    )
    assert set(changed) == {"name", "phone", "household_id"}
    entry = world.elder.history.get(verb="edited")
    assert entry.changes["name"] == ["马福山", "马福善"]
    assert entry.changes["phone"] == ["+8613900120422", "+8613900120488"]
    assert entry.actor_name == "李国俊"
    found = {text: Beneficiary.objects.filter(by_person(text)).count() for text in ("马福山", "马福善", "mfs", "0488")}
    assert found == {"马福山": 0, "马福善": 1, "mfs": 1, "0488": 1}


def test_a_telephone_that_is_none_is_refused_and_a_found_one_ends_being_without(world: World) -> None:
    with pytest.raises(Refusal, match="phone_invalid"):
        edit_beneficiary(world.neighbour, {"phone": "12345"}, by=world.assessor)
    edit_beneficiary(world.neighbour, {"phone": "0972-8522333"}, by=world.assessor)
    world.neighbour.refresh_from_db()
    assert (world.neighbour.phone, world.neighbour.without_phone) == ("+869728522333", False)


@pytest.mark.parametrize(
    "query", ["马福山", " 马 福 山 ", "mfs", "MFS", "13900120422", "+86 139 0012 0422", "139-0012-0422", "0422"]
)
def test_staff_find_a_person_by_what_they_type(world: World, query: str) -> None:
    assert list(Beneficiary.objects.filter(by_person(query))) == [world.elder]


@pytest.mark.parametrize("query", ["马", "福山", "422", "1390012", "", "m", "马福山2"])
def test_a_part_of_a_name_or_number_finds_nobody(world: World, query: str) -> None:
    assert not Beneficiary.objects.filter(by_person(query)).exists()


def test_nothing_of_a_person_is_readable_in_the_row(world: World) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(people_beneficiary)::text FROM people_beneficiary")
        rows = "".join(row for (row,) in cursor.fetchall())
    assert "马福山" not in rows
    assert "13900120422" not in rows
    assert datetime.date(2026, 3, 9).isoformat() in rows


@pytest.mark.parametrize("dot", "·•‧∙・･．.●◦")
def test_a_name_in_parts_is_found_and_known_by_any_dot(world: World, dot: str) -> None:
    kept = register_beneficiary(Person(name="买买提·艾力", phone="+8613900120999"), by=world.assessor)
    again = register_beneficiary(Person(name=f"买买提{dot}艾力", phone="+8613900120999"), by=world.assessor)
    assert again == kept
    assert list(Beneficiary.objects.filter(by_person(f"买买提{dot}艾力"))) == [kept]
