"""What may be the same wish as another comes in only when somebody has said that it is not."""

import datetime
from collections.abc import Iterator

import pytest

from hub.clock import TIME_ZONE, standing_at
from tenants.forms.batches import check_import, correct_row
from tenants.forms.confirming import confirm_import
from tenants.forms.models import ImportBatch
from tenants.members.secretaries import proposed
from tenants.wishes.models import Wish
from tests.tenants.forms.test_rows import MEMBER_HEADER, member_row
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx
from tests.world import World

pytestmark = pytest.mark.django_db

ROWS = [HEADER, wish_row(1, item="电热毯一床"), wish_row(2, item="电热毯1床"), wish_row(3, item="棉被")]


@pytest.fixture(autouse=True)
def in_april(world: World) -> Iterator[None]:
    with standing_at(datetime.datetime(2026, 4, 2, 10, tzinfo=TIME_ZONE)):
        yield


def check(world: World, rows: list[list[object]] = ROWS) -> ImportBatch:
    return check_import(xlsx(rows), kind="wishes", file_name="登记表.xlsx", campaign=world.campaign, by=world.collector)


def items() -> list[str]:
    return list(Wish.objects.order_by("serial").values_list("item", flat=True))


def test_an_unanswered_row_is_left_out_and_can_be_named(world: World) -> None:
    batch = confirm_import(check(world), by=world.collector)
    assert (batch.imported, items()) == (2, ["电热毯一床", "棉被"])
    [left] = [row for row in batch.rows if not row.get("number") and row["outcome"] == "attention"]
    assert (left["row"], left["reasons"][0]["code"]) == (3, "same_wish_perhaps")


def test_it_is_asked_about_again_by_the_next_upload_and_comes_in_once_answered(world: World) -> None:
    confirm_import(check(world), by=world.collector)
    batch = check(world)
    [asked] = [row for row in batch.rows if row["outcome"] == "attention"]
    batch, _ = correct_row(batch, asked["serial"], {"again": "yes"}, by=world.collector)
    batch = confirm_import(batch, by=world.collector)
    assert (batch.imported, items()) == (1, ["电热毯一床", "棉被", "电热毯1床"])
    assert confirm_import(check(world), by=world.collector).imported == 0


def test_a_wish_that_is_there_already_is_asked_about_too(world: World) -> None:
    confirm_import(check(world, ROWS[:2]), by=world.collector)
    assert confirm_import(check(world, [HEADER, ROWS[2]]), by=world.collector).imported == 0
    assert items() == ["电热毯一床"]


def test_a_duty_is_read_from_its_column(world: World) -> None:
    header = [*MEMBER_HEADER, "职务"]
    rows = [header, [*member_row(1), "支部书记"], [*member_row(2, "马军", "13900343062"), "组织委员"]]
    batch = check_import(xlsx(rows), kind="members", file_name="党员.xlsx", campaign=None, by=world.collector)
    assert [row["values"]["duty"] for row in batch.rows] == ["支部书记", "组织委员"]
    confirm_import(batch, by=world.collector)
    assert [row["name"] for rows in proposed().values() for row in rows] == ["杨兰香"]
