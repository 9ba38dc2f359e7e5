"""promises.md: an import is whole or not at all; killed at a random row, uploaded twice."""

import random

import pytest

from tenants.forms.batches import check_import, correct_row
from tenants.forms.confirming import confirm_import
from tenants.forms.models import ImportBatch, ImportedRow
from tenants.members.models import Branch, Member
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish
from tests.mortal import KILLED, done_by_the_mortal
from tests.tenants.claims.racing import at_once
from tests.tenants.forms.test_confirming import MEMBERS, REGISTER, check
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

IN_THE_FILE, REMEMBERED = 72, 74
KILLS = 12


def confirmed_by_the_mortal(batch: ImportBatch, points: list[str]) -> list[list[str]]:
    return done_by_the_mortal("tests.tenants.forms.confirming_process", "haihong", str(batch.pk), *points)


def test_a_confirmation_killed_before_any_of_its_statements_leaves_nothing(world: World) -> None:
    batch, people = check(world), Beneficiary.objects.count()
    *killed, lived = confirmed_by_the_mortal(batch, ["each"])
    assert len(killed) > 15
    for line in killed:
        assert line[1:] == [KILLED, "0", str(people), "0"], line
    assert lived[1:] == ["0", str(IN_THE_FILE), str(people + IN_THE_FILE), str(REMEMBERED)]


def test_a_confirmation_killed_at_any_moment_is_whole_or_not_there(world: World) -> None:
    batch, people = check(world), Beneficiary.objects.count()
    chance = random.Random(20260309)
    lines = confirmed_by_the_mortal(batch, [*(f"{chance.randrange(2, 250)}ms" for _ in range(KILLS)), "live"])
    whole = [str(IN_THE_FILE), str(people + IN_THE_FILE), str(REMEMBERED)]
    for line in lines:
        assert line[2:] in (["0", str(people), "0"], whole), line
    assert lines[-1][2:] == whole


def test_a_confirmation_killed_behind_its_commit_is_whole_and_not_doubled(world: World) -> None:
    lines = confirmed_by_the_mortal(check(world), ["after", "live"])
    assert lines[0][1] == KILLED
    assert lines[0][2:] == lines[-1][2:]
    assert lines[-1][2] == str(IN_THE_FILE)


def test_one_import_confirmed_by_many_at_once_comes_in_once(world: World) -> None:
    batch = check(world)
    results = at_once(world.community, [lambda: confirm_import(batch, by=world.collector)] * 6)
    assert [result.imported for result in results if isinstance(result, ImportBatch)] == [IN_THE_FILE] * 6
    assert (Wish.objects.count(), ImportedRow.objects.count()) == (IN_THE_FILE, REMEMBERED)
    assert sorted(Wish.objects.values_list("serial", flat=True)) == list(range(1, IN_THE_FILE + 1))


def test_one_file_uploaded_and_confirmed_twice_in_parallel_comes_in_once(world: World) -> None:
    def upload() -> ImportBatch:
        return confirm_import(check(world), by=world.collector)

    checked = [check(world), check(world)]
    correct_row(checked[1], 11, {"phone": "13900120777", "name": "改过名"}, by=world.collector)
    doings = [upload, *(lambda batch=batch: confirm_import(batch, by=world.assessor) for batch in checked), upload]
    results = [result.imported for result in at_once(world.community, doings) if isinstance(result, ImportBatch)]
    assert sorted(results) == [0, 0, 0, IN_THE_FILE]
    assert (Wish.objects.count(), ImportedRow.objects.count()) == (IN_THE_FILE, REMEMBERED)


def test_members_uploaded_twice_in_parallel_come_in_once(world: World) -> None:
    before = Member.objects.count()

    def upload() -> int | None:
        batch = check_import(MEMBERS, kind="members", file_name="x", campaign=None, by=world.collector)
        return confirm_import(batch, by=world.collector).imported

    assert sorted(at_once(world.community, [upload] * 3)) == [0, 0, 91]  # type: ignore[type-var]
    assert Member.objects.count() == before + 91
    assert Branch.objects.filter(name="滨河小区党支部").count() == 1


def test_a_wish_entered_by_hand_during_a_confirmation_is_not_doubled(world: World) -> None:
    """Whoever comes second sees the first: the numbers stay without a gap or a double."""
    batch = check_import(REGISTER, kind="wishes", file_name="x", campaign=world.campaign, by=world.collector)
    doings = [lambda: confirm_import(batch, by=world.collector), *[lambda: world.collect("读书会")] * 5]
    at_once(world.community, doings)
    assert sorted(Wish.objects.values_list("serial", flat=True)) == list(range(1, IN_THE_FILE + 6))
