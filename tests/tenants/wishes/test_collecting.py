import pytest
from django.db import IntegrityError, transaction

from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.wishes.kinds import kind_of
from tenants.wishes.models import KINDS, Wish
from tests.world import World


def test_a_wish_comes_in_with_the_next_number_and_its_first_entry(world: World) -> None:
    wish = world.collect("  电饭锅   3升 ")
    assert (wish.number, wish.item, wish.state, wish.missing) == ("HH26-001", "电饭锅 3升", "collected", [])
    assert [(e.verb, e.from_state, e.to_state, e.actor_name) for e in wish.history.all()] == [
        ("collected", "collected", "collected", "马秀兰")
    ]


def test_numbers_go_on_beyond_a_thousand(world: World) -> None:
    Campaign.objects.update(last_number=999)
    assert world.collect().number == "HH26-1000"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"item": " "}, "item"),
        ({"item": "长" * 121}, "item"),
        ({"kind": "gold"}, "kind"),
        ({"budget_yuan": 1_000_001}, "budget_yuan"),
        ({"quantity": 1001}, "quantity"),
    ],
)
def test_a_wish_that_cannot_be_kept_is_refused_with_the_field_and_takes_no_number(
    world: World, values: dict, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        world.collect(**values)
    assert (refused.value.status, refused.value.field) == (400, field)
    assert world.collect().number == "HH26-001"


def test_a_closed_year_takes_no_wish(world: World) -> None:
    Campaign.objects.update(state=Campaign.State.CLOSED)
    world.campaign.refresh_from_db()
    with pytest.raises(Refusal, match="campaign_closed"):
        world.collect()


def test_an_original_row_comes_in_once(world: World) -> None:
    world.collect(fingerprint=b"row 1")
    with pytest.raises(IntegrityError), transaction.atomic():
        world.collect(fingerprint=b"row 1")
    assert Wish.objects.count() == 1


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("电饭锅一个", "appliance"),
        ("护眼台灯", "school"),
        ("周末辅导孩子数学", "service"),
        ("轮椅", "health"),
        ("棉被两床", "clothing_bedding"),
        ("清油一桶", "food"),
        ("一只羊", "other"),
    ],
)
def test_the_kind_is_guessed_from_the_words(item: str, kind: str) -> None:
    assert kind_of(item) == kind
    assert kind in KINDS
