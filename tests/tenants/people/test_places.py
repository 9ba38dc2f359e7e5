"""A building finds who lives there, however the address and the question are written."""

import pytest

from hub.bells.models import Bell
from hub.bells.ringing import READING, answer, ring
from hub.clock import now
from hub.communities.current import current
from hub.communities.models import Community
from tenants.closing.rereading import reread
from tenants.people.finding import by_place
from tenants.people.models import Beneficiary, Household
from tenants.people.places import asked_for
from tenants.people.register import Person, register_beneficiary
from tests.world import World

ELDER = "滨河小区4号楼2单元501室"


def found(query: str) -> set[str]:
    return {person.name for person in Beneficiary.objects.filter(by_place(query, "household"))}


@pytest.mark.parametrize(
    "query",
    ["4号楼", "4栋", "4幢", "４号楼", "四号楼", "滨河小区", "滨河", "滨河小区4号楼", "滨河4栋", "4号楼2单元", "2单元501室", "4号楼2单元501",
     "滨河小区 4号楼 2单元", "4-2-501", "滨河小区4-2-501", ELDER],
)  # fmt: skip
def test_any_writing_of_a_building_finds_it(world: World, query: str) -> None:
    assert found(query) == {"马福山"}


@pytest.mark.parametrize(
    ("query", "names"),
    [("东村三社", {"马小花", "祁永寿"}), ("东村3社12号", {"马小花"}), ("三社14号", {"祁永寿"}), ("东村", {"马小花", "祁永寿"}),
     ("14号楼", set()), ("5号楼", set()), ("24号楼", set()), ("滨", set()), ("4", set()), ("501", set()), ("马福山", set())],
)  # fmt: skip
def test_it_finds_those_there_and_nobody_else(world: World, query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    "address", ["滨河小区4-2-501", "滨河小区 4栋2单元501", "滨河小区4#楼2单元501室", "滨河小区四号楼二单元501室"]
)
def test_however_the_address_was_written(world: World, address: str) -> None:
    register_beneficiary(Person(name="马老三", age=80, categories=("senior",), address=address), by=world.collector)
    assert "马老三" in found("滨河小区4号楼")
    assert "马老三" in found("4号楼2单元501")


def test_rows_of_an_earlier_program_are_found_before_and_after_the_worker_has_read_them(world: World) -> None:
    Household.objects.update(place_marks=None)
    assert found("4号楼") == {"马福山"}
    ring(READING)
    community = Community.objects.get(pk=current().pk)
    while Bell.objects.filter(kind=READING, due_at__lte=now()).exists():
        assert answer(community, READING, reread)
    assert not Household.objects.filter(place_marks=None).exists()
    assert found("4号楼") == {"马福山"}


def test_no_part_of_an_address_stands_in_the_database(world: World) -> None:
    household = world.elder.household
    stored = b"".join(bytes(mark) for mark in Household.objects.get(pk=household.pk).place_marks or [])
    assert "滨河".encode() not in stored
    assert b"501" not in stored
    assert asked_for("4号楼") == "4栋"
