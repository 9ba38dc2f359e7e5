"""Cards to print."""

import re

import pytest

from hub.privacy.models import AccessLog
from hub.refusal import Refusal
from tenants.forms.cards.cards import household_cards, remember_printed, wish_cards
from tenants.wishes.models import Wish
from tests.world import S, World

pytestmark = pytest.mark.django_db


def here(path: str) -> str:
    return f"https://haihong.example.org{path}"


def test_a_wish_card_has_number_and_qr_and_neither_name_nor_category(world: World) -> None:
    wish = world.wish(S.OPEN, item="电饭锅", public_text="想吃上热乎饭")
    (card,) = wish_cards([wish], address=here, by=world.assessor)
    assert (card["number"], card["item"], card["public_text"]) == (wish.number, "电饭锅", "想吃上热乎饭")
    assert card["address"] == f"https://haihong.example.org/wish/{wish.pk}"
    assert card["qr_svg"].startswith("<svg")
    assert not {"name", "categories", "phone"} & card.keys()
    assert "马福山" not in str(card)


def test_a_qr_code_keeps_its_quiet_zone(world: World) -> None:
    (card,) = wish_cards([world.wish()], address=here, by=world.assessor)
    size = re.search(r'viewBox="0 0 (\d+) \1"', card["qr_svg"])
    assert size
    modules = int(size[1]) - 8
    assert (modules - 17) % 4 == 0, "four modules on each side are left free"


def test_a_household_card_has_the_code_that_deliveries_ask_for(world: World) -> None:
    first, second = world.wish(S.OPEN), world.wish(S.VERIFIED, item="棉被")
    other = world.wish(S.CLAIMED, item="书包", person=world.child)
    world.wish(S.FULFILLED, item="办完的", person=world.neighbour)
    cards = household_cards([world.campaign], address=here, by=world.assessor)
    assert [(card["name"], card["numbers"]) for card in cards] == [
        ("马福山", [first.number, second.number]),
        ("马小花", [other.number]),
    ] or [(card["name"], card["numbers"]) for card in cards] == [
        ("马小花", [other.number]),
        ("马福山", [first.number, second.number]),
    ]
    elder = next(card for card in cards if card["name"] == "马福山")
    assert elder["code"] == world.elder.household.code
    assert elder["address"] == "滨河小区4号楼2单元501室"


def test_some_households_can_be_named(world: World) -> None:
    world.wish(S.VERIFIED)
    world.wish(S.VERIFIED, item="书包", person=world.child)
    cards = household_cards([world.campaign], households=[world.child.household_id], address=here, by=world.assessor)
    assert [card["name"] for card in cards] == ["马小花"]


def test_printing_cards_is_on_the_access_log(world: World) -> None:
    wish_cards([world.wish(S.VERIFIED)], address=here, by=world.assessor)
    household_cards([world.campaign], address=here, by=world.assessor)
    assert sorted(AccessLog.objects.values_list("subject", flat=True)) == ["household_cards", "wish_cards"]
    assert "code" in AccessLog.objects.get(subject="household_cards").fields


def test_nobody_to_print_for_is_no_error(world: World) -> None:
    assert wish_cards(Wish.objects.none(), address=here, by=world.assessor) == []
    assert household_cards([world.campaign], address=here, by=world.assessor) == []
    assert not AccessLog.objects.exists()
    assert Refusal


def test_no_household_gets_a_card_before_its_wish_is_verified(world: World) -> None:
    world.wish(S.COLLECTED)
    assert household_cards([world.campaign], address=here, by=world.assessor) == []
    verified = world.wish(S.VERIFIED, item="棉被")
    [card] = household_cards([world.campaign], address=here, by=world.assessor)
    assert card["numbers"] == [verified.number]


def test_what_was_printed_is_remembered_and_can_be_taken_back(world: World) -> None:
    wish = world.wish(S.OPEN)
    assert wish_cards([wish], address=here, by=world.assessor)[0]["printed_at"] is None
    remember_printed([wish.pk], printed=True)
    wish.refresh_from_db()
    assert wish_cards([wish], address=here, by=world.assessor)[0]["printed_at"] is not None
    remember_printed([wish.pk], printed=False)
    wish.refresh_from_db()
    assert wish.card_printed_at is None


def test_a_card_names_the_building_and_no_door(world: World) -> None:
    (card,) = wish_cards([world.wish(S.OPEN)], address=here, by=world.assessor)
    assert "501" not in card["building"]
    assert "4号楼" in card["building"]


def test_a_household_card_names_what_it_is_chosen_by(world: World) -> None:
    wish = world.wish(S.OPEN, branch=world.office)
    (card,) = household_cards([world.campaign], address=here, by=world.assessor)
    assert wish.branch is not None
    assert (card["building"], card["branch_names"]) == ("滨河小区4号楼", [wish.branch.name])
