"""The wall counts what it shows, and its codes lead by a short address that a telephone reads from afar."""

import pytest
from django.test import Client

from hub.qr import qr_svg
from tenants.claims.board import wall
from tenants.people.models import Consent
from tests.world import S, World

pytestmark = pytest.mark.django_db


def get(world: World, address: str) -> object:
    return Client().get(address, headers={"host": f"{world.community.slug}.localhost"})


def test_the_wall_counts_what_it_shows(world: World) -> None:
    world.wish(S.OPEN, item="电饭锅")
    hidden = world.wish(S.OPEN, item="书包", person=world.child)
    assert wall()["open"] == len(wall()["cards"]) == 2
    Consent.objects.filter(beneficiary=hidden.beneficiary, purpose=Consent.Purpose.SHOW).update(
        withdrawn_at="2026-01-01T00:00Z"
    )
    assert wall()["open"] == len(wall()["cards"]) == 1


def test_the_wall_has_what_was_fulfilled_newest_first_and_only_what_may_be_shown(world: World) -> None:
    first = world.wish(S.FULFILLED, item="电饭锅", member=world.han)
    second = world.wish(S.FULFILLED, item="棉被", member=world.qi, person=world.neighbour)
    assert [card["number"] for card in wall()["just_fulfilled"]] == [second.number, first.number]
    Consent.objects.filter(beneficiary=second.beneficiary, purpose=Consent.Purpose.SHOW).update(
        withdrawn_at="2026-01-01T00:00Z"
    )
    assert [card["number"] for card in wall()["just_fulfilled"]] == [first.number]
    assert wall()["fulfilled"] == 1


def test_a_short_address_leads_to_the_wish_however_it_is_written(world: World) -> None:
    wish = world.wish(S.OPEN)
    for written in (wish.number, wish.number.lower()):
        answer = get(world, f"/w/{written}")
        assert (answer.status_code, answer["Location"]) == (302, f"/wish/{wish.pk}")


def test_a_short_address_of_nothing_that_is_shown_leads_to_the_board(world: World) -> None:
    withdrawn = world.wish(S.WITHDRAWN)
    collected = world.wish(S.COLLECTED)
    for number in (withdrawn.number, collected.number, "HH26-999", "%00", "x" * 300):
        answer = get(world, f"/w/{number}")
        assert (answer.status_code, answer["Location"]) == (302, "/"), number


def test_the_walls_code_holds_the_short_address(world: World) -> None:
    wish = world.wish(S.OPEN)
    host = f"{world.community.slug}.localhost"
    answer = get(world, f"/api/board/{wish.pk}/qr")
    assert answer.content == qr_svg(f"http://{host}/w/{wish.number}", "l", border=2)
    assert get(world, "/api/board/01890000-0000-7000-8000-000000000000/qr").status_code == 404
