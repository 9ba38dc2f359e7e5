import pytest

from hub.refusal import Refusal
from tenants.people.register import Person, register_beneficiary
from tenants.wishes import deciding
from tenants.wishes.editing import edit_person, edit_wish
from tenants.wishes.models import Wish
from tests.world import World

S = Wish.State


def test_old_and_new_stand_in_one_entry_and_nothing_that_did_not_change(world: World) -> None:
    wish = world.collect()
    edit_wish(wish, {"item": "电暖器", "budget_yuan": 180, "quantity": 2}, by=world.assessor)
    entries = wish.history.filter(verb="edited")
    assert [(e.changes, e.actor_name, e.from_state == e.to_state) for e in entries] == [
        ({"item": ["电饭锅", "电暖器"], "quantity": [1, 2]}, "李国俊", True)
    ]


def test_an_edit_that_changes_nothing_leaves_no_entry(world: World) -> None:
    wish = world.collect()
    edit_wish(wish, {"item": wish.item}, by=world.assessor, person={"name": world.elder.name})
    assert not wish.history.filter(verb="edited").exists()
    assert not world.elder.history.filter(verb="edited").exists()


def test_what_was_missing_is_completed_and_the_next_step_goes(world: World) -> None:
    person = register_beneficiary(Person(name="马小龙", age=8, address="东村"), by=world.collector)
    wish = world.collect(person=person)
    other = world.collect("书包", person=person)
    assert wish.missing == ["phone_missing", "guardian_missing", "category_missing"]
    edit_wish(
        wish,
        {},
        by=world.assessor,
        person={"phone": "139 0012 0424", "guardian_name": "马桂英", "categories": ["left_behind_child"]},
    )
    assert deciding.verify(wish, manner="visit", by=world.collector, consents=["collect"]).state == S.VERIFIED
    other.refresh_from_db()
    assert other.missing == [], "the person's other wish waited for the same"


def test_a_more_telling_code_of_the_import_stays_until_the_gap_is_filled(world: World) -> None:
    person = register_beneficiary(
        Person(name="马小龙", age=80, categories=("senior",), address="东村"), by=world.collector
    )
    wish = world.collect(person=person, missing=("phone_invalid",))
    assert wish.missing == ["phone_invalid"]
    edit_person(person, {"without_phone": True}, by=world.assessor)
    wish.refresh_from_db()
    assert wish.missing == []


def test_a_budget_over_the_limit_warns_and_hinders_nothing(world: World) -> None:
    wish = world.collect(budget_yuan=500)
    assert wish.warnings == []
    assert edit_wish(wish, {"budget_yuan": 501}, by=world.assessor).warnings == ["budget_over_limit"]
    assert edit_wish(wish, {"budget_yuan": 499}, by=world.assessor).warnings == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"item": ""}, "item"),
        ({"kind": "gold"}, "kind"),
        ({"budget_yuan": -1}, "budget_yuan"),
        ({"quantity": 0}, "quantity"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(world: World, changes: dict, field: str) -> None:
    wish = world.collect()
    with pytest.raises(Refusal) as refused:
        edit_wish(wish, changes, by=world.assessor)
    assert (refused.value.status, refused.value.field) == (400, field)
    wish.refresh_from_db()
    assert (wish.item, wish.kind, wish.budget_yuan, wish.quantity) == ("电饭锅", "appliance", 180, 1)


@pytest.mark.parametrize("state", [S.FULFILLED, S.DECLINED, S.REFERRED, S.WITHDRAWN, S.CARRIED_OVER])
def test_a_wish_at_its_end_stays_as_it_is(world: World, state: str) -> None:
    with pytest.raises(Refusal, match="wish_ended"):
        edit_wish(world.wish(state), {"item": "金条"}, by=world.assessor)
