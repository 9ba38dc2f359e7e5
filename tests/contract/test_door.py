"""What every text of a request goes through: cleaning, identity-card numbers, one reader for numbers."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework import serializers

from hub.actor import ADMINISTRATOR, MEMBER, STAFF
from hub.rest.serializers import Input, NumberField
from tenants.claims.models import Claim
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish
from tests.contract.stage import Stage

IDENTITY = "６３２１２２ 19500306-123X"


def entry(**changes: Any) -> dict[str, Any]:
    person = {"name": "马玉梅", "phone": "139 0012 7777", "age": 79, "categories": ["senior"], "address": "东村1号"}
    wish = {"item": "电暖器", "budget_yuan": 200, "collected_on": "2026-03-02"}
    for name, value in changes.items():
        part, field = name.split("__")
        {"person": person, "wish": wish}[part][field] = value
    return {"person": person, "wish": wish}


@pytest.mark.parametrize(
    "where",
    ["person__name", "person__address", "person__situation", "person__phone", "wish__item", "wish__story",
     "wish__public_text", "wish__collector_name", "wish__budget_yuan"],
)  # fmt: skip
def test_an_identity_card_number_is_the_fields_error_and_not_repeated(stage: Stage, where: str) -> None:
    answer = stage.ask(STAFF, "POST", "/api/wishes", entry(**{where: f"备注{IDENTITY}"}))
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [where.replace("__", ".")]
    assert "19500306" not in answer.content.decode()


def test_it_is_no_choice_no_name_of_a_field_and_no_list_either(stage: Stage) -> None:
    for body in (
        entry(person__sex="632122195003061234"),
        entry(wish__requirements=["清真", IDENTITY]),
        {"632122195003061234": 1},
        entry(person__categories=["632122195003061234"]),
    ):
        answer = stage.ask(STAFF, "POST", "/api/wishes", body)
        assert answer.status_code == 400
        assert "19500306" not in answer.content.decode()


def test_a_reason_is_a_free_text_too(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    answer = stage.ask(STAFF, "POST", f"/api/wishes/{wish.pk}/unmasking", {"reason": f"核对 {IDENTITY}"})
    assert list(answer.json()["errors"]) == ["reason"]


def test_two_writings_of_one_name_are_one_person(stage: Stage) -> None:
    for name, item in (("马\u200b玉梅", "电暖器"), ("马玉\ufeff梅", "棉被")):
        answer = stage.ask(STAFF, "POST", "/api/wishes", entry(person__name=name, wish__item=item))
        assert answer.status_code == 201, answer.content
    with stage.community_block():
        assert [person.name for person in Beneficiary.objects.all() if "玉" in person.name] == ["马玉梅"]
    found = stage.ask(STAFF, "GET", "/api/people?q=马%E2%80%8B玉梅").json()
    assert found["count"] == 1


@pytest.mark.parametrize("name", ["\u200b", "·", "\u3164", " ", "—"])
def test_an_empty_name_never_passes(stage: Stage, name: str) -> None:
    answer = stage.ask(STAFF, "POST", "/api/wishes", entry(person__name=name))
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) <= {"person.name", "name"}


@pytest.mark.parametrize(
    ("typed", "read", "notes"),
    [
        (99.5, 100, ["99.5 → 100"]),
        ("100-150", 150, ["100-150 → 150"]),
        ("１２０", 120, []),
        ("一百二十元", 120, ["一百二十元 → 120"]),
        (120, 120, []),
        (None, None, []),
    ],
)
def test_a_price_is_read_as_an_import_reads_it(stage: Stage, typed: Any, read: int | None, notes: list[str]) -> None:
    answer = stage.ask(STAFF, "POST", "/api/wishes", entry(wish__budget_yuan=typed))
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert made["budget_yuan"] == read
    assert [note["text"] for note in made["notes"]] == notes
    assert all(note["field"] == "wish.budget_yuan" for note in made["notes"])


@pytest.mark.parametrize(
    ("field", "typed"),
    [("wish__budget_yuan", "几百元"), ("wish__budget_yuan", "9" * 41), ("wish__quantity", "2-3"), ("person__age", "不详"),
     ("person__age", 761), ("wish__budget_yuan", True), ("wish__quantity", 1.5)],
)  # fmt: skip
def test_what_cannot_be_read_is_the_fields_error(stage: Stage, field: str, typed: Any) -> None:
    answer = stage.ask(STAFF, "POST", "/api/wishes", entry(**{field: typed}))
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field.replace("__", ".")]


def test_a_child_of_six_and_a_half_is_a_child(stage: Stage) -> None:
    answer = stage.ask(STAFF, "POST", "/api/wishes", entry(person__age="6.5")).json()
    assert (answer["person"]["age"], answer["person"]["is_child"]) == (6, True)
    assert "guardian_missing" in answer["missing"]


def test_a_policy_takes_what_was_typed(stage: Stage) -> None:
    path = f"/api/campaigns/{stage.world.campaign.pk}"
    seen = stage.ask(ADMINISTRATOR, "GET", path).headers["ETag"]
    typed = {"claim_length_days": "２０天", "budget_limit_yuan": "五百元"}
    answer = stage.ask(ADMINISTRATOR, "PATCH", path, typed, **{"If-Match": seen})
    assert answer.status_code == 200, answer.content
    assert (answer.json()["claim_length_days"], answer.json()["budget_limit_yuan"]) == (20, 500)


def test_full_width_digits_of_the_households_code_cost_no_try(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish(Wish.State.CLAIMED)
        claim, code = world.claim_of(wish), wish.beneficiary.household.code
    path = f"/api/claims/{claim.pk}/delivery"
    unread = stage.ask(MEMBER, "POST", path, {"evidence": "code", "code": code + "号"})
    assert (unread.status_code, unread.json()["code"]) == (400, "code_unreadable")
    with stage.community_block():
        assert Claim.objects.get(pk=claim.pk).code_attempts == 0
    wide = " ".join(chr(ord(digit) + 0xFEE0) for digit in code)
    assert stage.ask(MEMBER, "POST", path, {"evidence": "code", "code": wide}).status_code in (200, 201)


def shapes(fields: Any, at: str) -> Iterator[tuple[str, Any]]:
    for name, field in fields.items():
        yield f"{at}.{name}", field
        if isinstance(field, serializers.Serializer):
            yield from shapes(field.fields, f"{at}.{name}")


def subclasses(of: type) -> Iterator[type]:
    for each in of.__subclasses__():
        yield each
        yield from subclasses(each)


def test_no_body_takes_a_number_in_another_way() -> None:
    """Numbers of a query are made by pages of ours; what stands in a body somebody may have typed."""
    modules = set()

    def walk(patterns: list[Any]) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns)
            elif isinstance(pattern, URLPattern):
                modules.add(getattr(pattern.callback, "__module__", ""))

    walk(get_resolver().url_patterns)
    queries = {"hub.rollups.asked"}
    other = [
        place
        for shape in subclasses(Input)
        if shape.__module__ in modules and shape.__module__ not in queries
        for place, field in shapes(shape().fields, shape.__name__)
        if isinstance(field, serializers.IntegerField | serializers.FloatField | serializers.DecimalField)
        and not isinstance(field, NumberField)
    ]
    assert other == []
