"""An import is whole or not at all, and never comes in twice (promises.md)."""

import datetime
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.clock import TIME_ZONE, now, standing_at
from hub.refusal import Refusal
from tenants.forms.batches import check_import, correct_row, discard_import, reinstate_import
from tenants.forms.confirming import confirm_import
from tenants.forms.consents import ConsentsGiven
from tenants.forms.forgetting import forget_expired_imports
from tenants.forms.models import ImportBatch, ImportedRow
from tenants.forms.questions import Said, answer_for_all
from tenants.forms.report import report
from tenants.forms.tables.columns import Kind
from tenants.members.models import Branch, Member
from tenants.people.consents import consented
from tenants.people.models import Beneficiary
from tenants.wishes.editing import edit_wish
from tenants.wishes.models import Wish
from tests.processor import measured
from tests.tenants.forms.test_rows import MEMBER_HEADER, member_row
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_april(world: World) -> Iterator[None]:
    """The register is uploaded when it is complete: none of its days lies ahead."""
    with standing_at(datetime.datetime(2026, 4, 2, 10, tzinfo=TIME_ZONE)):
        yield


DATA = Path(__file__).parents[2] / "data"
REGISTER = (DATA / "wishes-2026.xlsx").read_bytes()
MEMBERS = (DATA / "members.xlsx").read_bytes()


def check(world: World, data: bytes = REGISTER, kind: Kind = "wishes") -> ImportBatch:
    return check_import(data, kind=kind, file_name="登记表.xlsx", campaign=world.campaign, by=world.collector)


def confirm(world: World, data: bytes = REGISTER, kind: Kind = "wishes") -> ImportBatch:
    return confirm_import(check(world, data, kind), by=world.collector)


def test_a_check_writes_no_wish_and_a_confirmation_writes_each_that_can_come_in(world: World) -> None:
    batch = check(world)
    assert batch.counts == {"ready": 66, "attention": 6, "duplicate": 2, "rejected": 2}
    assert Wish.objects.count() == 0
    batch = confirm_import(batch, by=world.collector)
    assert (batch.state, batch.imported) == ("confirmed", 72)
    assert Wish.objects.count() == 72
    wish = Wish.objects.get(serial=2)
    assert (wish.item, wish.budget_yuan, wish.kind, wish.state) == ("电饭锅一个", 180, "appliance", "collected")
    assert (wish.beneficiary.name, wish.beneficiary.phone) == ("林永清", "+8613900126886")
    assert wish.beneficiary.categories == ["lonely_elderly", "low_income"]
    assert wish.collected_on == datetime.date(2026, 3, 13)
    assert {row["serial"]: row.get("number") for row in batch.rows}[2] == wish.number


def test_a_row_that_needs_attention_becomes_a_wish_that_says_what_is_missing(world: World) -> None:
    confirm(world)
    missing = Counter(code for wish in Wish.objects.all() for code in wish.missing)
    assert missing == {
        "phone_invalid": 1, "phone_missing": 1, "age_unreadable": 1, "guardian_missing": 1, "date_unreadable": 1, "category_unknown": 1,
    }  # fmt: skip
    assert Wish.objects.filter(warnings__contains=["budget_over_limit"]).count() == 1
    child = next(person for person in Beneficiary.objects.all() if person.name == "周卓玛" and person.age == 9)
    assert (child.guardian_name, child.guardian_relation) == ("白有才", "爷爷")


def test_confirming_twice_and_the_same_file_again_add_nothing(world: World) -> None:
    batch = confirm(world)
    confirm_import(batch, by=world.assessor)
    again = confirm(world)
    assert again.counts == {"ready": 0, "attention": 0, "duplicate": 74, "rejected": 2}
    assert again.imported == 0
    assert (Wish.objects.count(), ImportedRow.objects.count()) == (72, 74)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_rows_in_another_order_add_nothing_even_after_staff_have_corrected_them(
    world: World, seed: int
) -> None:
    confirm(world)
    for wish in Wish.objects.select_related("beneficiary"):
        edit_wish(
            wish,
            {"item": f"{wish.item},改过"},
            person={
                "name": f"{wish.beneficiary.name}改",
                "phone": f"139002{wish.serial:05d}",
                "address": f"改过路{wish.serial}号",
            },
            by=world.assessor,
        )
    batch = check(world)
    columns = {key: name for key, name in batch.about["columns"] if key != "serial"}
    shuffled = random.Random(seed).sample(batch.rows, len(batch.rows))
    rows = [[n, *(row["cells"].get(key, "") for key in columns)] for n, row in enumerate(shuffled, start=500)]
    again = confirm(world, xlsx([["重新排过序"], ["序号", *columns.values()], *rows]))
    assert again.counts == {"ready": 0, "attention": 0, "duplicate": 74, "rejected": 2}
    assert Wish.objects.count() == 72


def test_rows_corrected_on_the_check_page_are_known_by_what_they_said_in_the_file(world: World) -> None:
    batch = check(world)
    batch, changed = correct_row(batch, 11, {"phone": "13900120777"}, by=world.collector)
    assert [(row["serial"], row["outcome"]) for row in changed] == [(11, "ready")]
    batch, _ = correct_row(batch, 17, {"item": "电饭锅"}, by=world.collector)
    batch, _ = correct_row(batch, 71, {"item": "棉鞋一双"}, by=world.collector)
    assert batch.counts == {"ready": 69, "attention": 5, "duplicate": 1, "rejected": 1}
    confirm_import(batch, by=world.collector)
    assert Wish.objects.count() == 74
    again = confirm(world)
    assert again.counts == {"ready": 0, "attention": 0, "duplicate": 75, "rejected": 1}
    assert Wish.objects.count() == 74


def test_taking_a_correction_back_restores_the_row(world: World) -> None:
    batch, _ = correct_row(check(world), 11, {"phone": "13900120777"}, by=world.collector)
    batch, (row, *_) = correct_row(batch, 11, {"phone": "1390000"}, by=world.collector)
    assert (row["outcome"], batch.corrections["11"]) == ("attention", {})
    assert [entry.verb for entry in batch.history.all()] == ["checked", "corrected", "corrected"]


def test_a_correction_of_one_row_judges_the_rows_that_repeat_it(world: World) -> None:
    batch = check(world, xlsx([HEADER, wish_row(1), wish_row(2, item="棉被")]))
    batch, changed = correct_row(batch, 1, {"item": "棉被"}, by=world.collector)
    assert [(row["serial"], row["outcome"]) for row in changed] == [(1, "ready"), (2, "duplicate")]


def test_a_wish_entered_by_hand_is_not_imported_once_more(world: World) -> None:
    data = xlsx([HEADER, wish_row(1, name="马福山", phone="13900120422", item="电饭锅")])
    batch = check(world, data)
    assert batch.counts["ready"] + batch.counts["attention"] == 1
    wish = world.wish(item="电饭锅")
    batch = confirm_import(batch, by=world.collector)
    assert (batch.counts["duplicate"], batch.imported) == (1, 0)
    assert batch.rows[0]["existing"] == wish.number


def test_a_resident_without_a_telephone_is_known_by_name_and_address(world: World) -> None:
    world.wish(item="棉被", person=world.neighbour)
    row = wish_row(1, name="祁永寿", phone="", address="东村三社14号", item="棉被")
    assert check(world, xlsx([HEADER, row])).counts["duplicate"] == 1


def test_a_stored_telephone_under_another_name_warns_and_the_childs_guardian_does_not(world: World) -> None:
    rows = [wish_row(1, phone="13900120422"), wish_row(2, name="马桂英", phone="13900120423", item="棉被")]
    assert [[w["code"] for w in row["warnings"]] for row in check(world, xlsx([HEADER, *rows])).rows] == [
        ["phone_shared"],
        [],
    ]


def test_last_years_wish_may_be_wished_again(world: World) -> None:
    confirm(world)
    batch = check_import(REGISTER, kind="wishes", file_name="x", campaign=world.next_campaign(), by=world.collector)
    batch = answer_for_all(batch, Said(old_days=True), by=world.collector)
    assert batch.counts["ready"] + batch.counts["attention"] == 72  # days without a year lie ahead there


def test_a_number_in_the_name_of_the_file_is_not_kept(world: World) -> None:
    name = "632122l95OO306I23X的心愿.xlsx"
    batch = check_import(REGISTER, kind="wishes", file_name=name, campaign=world.campaign, by=world.collector)
    assert batch.file_name == "[身份证号未保存]的心愿.xlsx"


def test_members_come_in_with_their_branches_once(world: World) -> None:
    before = Member.objects.count()
    batch = confirm(world, MEMBERS, "members")
    assert batch.counts == {"ready": 88, "attention": 3, "duplicate": 1, "rejected": 0}
    assert Member.objects.count() == before + 91
    assert Branch.objects.filter(name="滨河小区党支部").get().members.count() == 17
    assert confirm(world, MEMBERS, "members").imported == 0
    assert Member.objects.count() == before + 91


def test_a_telephone_of_a_stored_member_is_taken(world: World) -> None:
    rows = [member_row(1, "张建国", "13909720001"), member_row(2, "别人", "13909720001")]
    batch = confirm(world, xlsx([MEMBER_HEADER, *rows]), "members")
    assert [(row["outcome"], [r["code"] for r in row["reasons"]]) for row in batch.rows] == [
        ("duplicate", ["same_person"]),
        ("attention", ["phone_taken"]),
    ]
    assert next(m for m in Member.objects.all() if m.name == "别人").phone == ""


def test_consents_are_recorded_for_everybody_who_comes_in_but_children_without_a_guardian(world: World) -> None:
    given = ConsentsGiven(("collect", "show", "disclose"), "written", datetime.date(2026, 3, 1))
    confirm_import(check(world), consents=given, by=world.collector)
    people = Beneficiary.objects.filter(wishes__isnull=False)
    shown = consented(people.values_list("pk", flat=True), "show")
    assert [person.name for person in people if person.pk not in shown] == ["穆永福"]
    consent = people[0].consents.get(purpose="disclose")
    assert (consent.manner, consent.given_on) == ("written", datetime.date(2026, 3, 1))


def test_consents_must_be_such_as_a_survey_asks_for(world: World) -> None:
    for purposes, manner, day in [
        (("photo",), "written", "2026-03-01"), ((), "written", "2026-03-01"), (("show",), "shouted", "2026-03-01"),
        (("show",), "written", "2026-04-03"),
    ]:  # fmt: skip
        with pytest.raises(Refusal):
            ConsentsGiven(purposes, manner, datetime.date.fromisoformat(day))


def test_a_confirmed_or_discarded_import_stays_as_it_is(world: World) -> None:
    confirmed, discarded = confirm(world), check(world, xlsx([HEADER, wish_row(1)]))
    discard_import(discarded, by=world.collector)
    discard_import(discarded, by=world.collector)
    for batch, code in ((confirmed, "import_confirmed"), (discarded, "import_discarded")):
        with pytest.raises(Refusal) as refused:
            correct_row(batch, 1, {"name": "改"}, by=world.collector)
        assert refused.value.code == code
    with pytest.raises(Refusal):
        confirm_import(discarded, by=world.collector)
    with pytest.raises(Refusal):
        discard_import(confirmed, by=world.collector)


def test_a_discarded_import_is_reinstated_with_its_corrections_until_the_night(world: World) -> None:
    batch, _ = correct_row(check(world, xlsx([HEADER, wish_row(1)])), 1, {"name": "改了"}, by=world.collector)
    discard_import(batch, by=world.collector)
    batch = reinstate_import(batch, by=world.collector)
    assert (batch.state, batch.rows[0]["values"]["name"], batch.corrections) == (
        "checked",
        "改了",
        {"1": {"name": "改了"}},
    )
    discard_import(batch, by=world.collector)
    with standing_at(now() + datetime.timedelta(days=1)):
        assert forget_expired_imports() == 1
        with pytest.raises(Refusal, match="import_gone"):
            reinstate_import(batch, by=world.collector)
    batch.refresh_from_db()
    assert batch.rows == []


def test_only_columns_and_rows_that_there_are_can_be_corrected(world: World) -> None:
    batch = check(world)
    for serial, field, code in (
        (999, "name", "row_unknown"),
        (1, "serial", "column_unknown"),
        (1, "fingerprint", "column_unknown"),
    ):
        with pytest.raises(Refusal) as refused:
            correct_row(batch, serial, {field: "1"}, by=world.collector)
        assert refused.value.code == code


def test_a_closed_or_missing_campaign_takes_no_import(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        check_import(REGISTER, kind="wishes", file_name="x", campaign=None, by=world.collector)
    assert refused.value.code == "no_campaign"
    batch = check(world)
    type(world.campaign).objects.update(state="closed")
    with pytest.raises(Refusal) as refused:
        confirm_import(batch, by=world.collector)
    assert refused.value.code == "campaign_closed"
    assert Wish.objects.count() == 0


def test_a_row_that_a_verb_refuses_leaves_nothing_behind(world: World) -> None:
    rows = [wish_row(n, name=f"哈秀{n}", phone=f"139001{n:05d}") for n in range(1, 6)]
    batch = check(world, xlsx([HEADER, *rows]))
    type(world.campaign).objects.update(prefix="HH26", last_number=0)
    world.wish(item="先来的")
    type(world.campaign).objects.update(last_number=0)  # the next number is taken: the database refuses it
    with pytest.raises(Exception, match="already exists"):
        confirm_import(batch, by=world.collector)


def test_the_report_has_the_shape_of_the_command(world: World) -> None:
    said = report(check(world).rows, "wishes")
    assert said["counts"] == {"ready": 66, "attention": 6, "duplicate": 2, "rejected": 2}
    assert list(said["rows"][0]) == [
        "serial", "outcome", "reasons", "warnings", "duplicate_of", "name", "phone", "categories", "budget_yuan",
        "collected_on", "age", "guardian", "sheet", "row",
    ]  # fmt: skip


def test_500_rows_are_checked_with_a_handful_of_queries_within_3_seconds(
    world: World, django_assert_max_num_queries: object
) -> None:
    rows = [wish_row(n, name=f"哈秀{n}", phone=f"139001{n:05d}", address=f"建设巷{n}号") for n in range(1, 501)]
    data = xlsx([HEADER, *rows])
    with measured() as work, django_assert_max_num_queries(10):  # type: ignore[operator]
        batch = check(world, data)
    assert batch.counts["ready"] == 500
    assert work.seconds < 3
