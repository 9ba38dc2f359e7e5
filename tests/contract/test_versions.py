"""Nobody's change is taken back in silence: what is edited says which version it was made from."""

import itertools
import json
from typing import Any

import pytest

from config.openapi import described
from hub.actor import ADMINISTRATOR, STAFF
from hub.identifiers import uuid7
from tenants.claims import claiming
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish
from tests.contract.routes import ROWS, filled
from tests.contract.stage import Stage
from tests.versions import version_at

EDITED = [
    "PATCH accounts/{id}",
    "PATCH branches/{branch_id}",
    "PATCH campaigns/{campaign_id}",
    "PATCH category-words/{word_id}",
    "PATCH imports/{import_id}/rows/{serial}",
    "PATCH members/{member_id}",
    "PATCH people/{person_id}",
    "PATCH wishes/{wish_id}",
    "PUT campaigns/{campaign_id}/ladder",
]


def test_the_description_says_where_a_version_is_wanted() -> None:
    wanted = {
        f"{method.upper()} {path.removeprefix('/api/')}"
        for path, operations in json.loads(described("community")[0])["paths"].items()
        for method, operation in operations.items()
        if any(each["name"] == "If-Match" and each["required"] for each in operation.get("parameters", []))
    }
    assert set(EDITED) <= wanted


@pytest.mark.parametrize("route", EDITED)
def test_a_change_without_its_version_is_428_and_one_of_another_412_with_what_stands_there(
    stage: Stage, route: str
) -> None:
    method, pattern = route.split(" ")
    values, body = ROWS[route].call(stage, ADMINISTRATOR)
    path = filled(pattern, values)

    missing = stage.ask(ADMINISTRATOR, method, path, body, If_Match="")
    assert (missing.status_code, missing.json()["code"]) == (428, "version_missing")
    for other in ('"x"', "*", '"AAAA"', 'W/"版"'):
        refused = stage.ask(ADMINISTRATOR, method, path, body, If_Match=other)
        assert (refused.status_code, refused.json()["code"]) == (412, "changed_meanwhile"), other
    current = refused.json()["current"]
    assert current["version"] == version_at(lambda where: stage.ask(ADMINISTRATOR, "GET", where), path)

    done = stage.ask(ADMINISTRATOR, method, path, body, If_Match=f'"{current["version"]}"')
    assert done.status_code == 200, done.content.decode()
    assert done.headers["ETag"] == f'"{done.json()["version"]}"'
    assert done.json()["version"] != current["version"]
    again = stage.ask(ADMINISTRATOR, method, path, body, If_Match=f'"{current["version"]}"')
    assert again.status_code == 412, "the first change made another version"


def test_a_proxys_weak_etag_is_the_same_version(stage: Stage) -> None:
    pk = _wish(stage)
    version = stage.ask(STAFF, "GET", f"/api/wishes/{pk}").json()["version"]
    for written in (version, f'W/"{version}"', f'"{version}-gzip"'):
        done = stage.ask(STAFF, "PATCH", f"/api/wishes/{pk}", {"wish": {}}, If_Match=written)
        assert done.status_code == 200, written


def test_a_random_wish_is_404_before_anything_is_asked(stage: Stage) -> None:
    assert stage.ask(STAFF, "PATCH", f"/api/wishes/{uuid7()}", {}).status_code == 404


CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("wish.item", {"wish": {"item": "电磁炉"}}),
    ("wish.story", {"wish": {"story": "另一段话"}}),
    ("wish.requirements", {"wish": {"requirements": ["3 升"]}}),
    ("wish.branch_fixed", {"wish": {"branch_fixed": True}}),
    ("person.phone", {"person": {"phone": "13900120433"}}),
    ("person.name", {"person": {"name": "马福寿"}}),
    ("person.age", {"person": {"age": 84}}),
    ("person.address", {"person": {"address": "西村九社3号"}}),
    ("person.situation", {"person": {"situation": "家里来了亲戚"}}),
]


@pytest.mark.parametrize(("field", "change"), CHANGES)
def test_each_editable_field_makes_a_version_of_its_own_and_is_named_in_the_refusal(
    stage: Stage, field: str, change: dict[str, Any]
) -> None:
    path = f"/api/wishes/{_wish(stage)}"
    seen = stage.ask(STAFF, "GET", path).json()["version"]
    assert stage.ask(ADMINISTRATOR, "PATCH", path, change).status_code == 200
    refused = stage.ask(STAFF, "PATCH", path, {"wish": {"quantity": 3}}, If_Match=f'"{seen}"')
    named = {"person.phone": {"person.phone"}}.get(field, {field})
    assert set(refused.json()["changed"]) == named
    assert refused.json()["current"]["quantity"] == 1, "nothing of it was saved"


def test_a_version_says_nothing_of_the_values(stage: Stage) -> None:
    """Equal values of two people look different, and a masked answer's version cannot be compared with a guess."""
    with stage.community_block() as world:
        one, other = world.wish("collected"), world.wish("collected")
    versions = [stage.ask(STAFF, "GET", f"/api/wishes/{each.pk}").json()["version"] for each in (one, other)]
    assert len(set(versions)) == 2
    assert all(len(version) < 200 and version.isascii() for version in versions)


def test_a_move_of_the_wish_is_no_conflict(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open")
    path = f"/api/wishes/{wish.pk}"
    seen = stage.ask(STAFF, "GET", path).json()["version"]
    with stage.community_block() as world:
        claiming.claim(wish, member=world.zhang, by=stage.actors["member"])
    done = stage.ask(STAFF, "PATCH", path, {"wish": {"requirements": ["清真"]}}, If_Match=f'"{seen}"')
    assert done.status_code == 200, done.content.decode()
    assert done.json()["state"] == "claimed"


def test_the_person_behind_a_wish_conflicts_from_either_page(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("collected")
    at_wish, at_person = f"/api/wishes/{wish.pk}", f"/api/people/{wish.beneficiary_id}"
    seen = stage.ask(STAFF, "GET", at_wish).json()["version"]
    assert stage.ask(ADMINISTRATOR, "PATCH", at_person, {"phone": "13900120433"}).status_code == 200
    refused = stage.ask(STAFF, "PATCH", at_wish, {"person": {"phone": "13900120444"}}, If_Match=f'"{seen}"')
    assert (refused.status_code, refused.json()["changed"]) == (412, ["person.phone"])
    with stage.community_block():
        assert Beneficiary.objects.get(pk=wish.beneficiary_id).phone == "+8613900120433"


def test_what_was_unmasked_says_which_version_it_is_of(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("collected")
    for path in (f"/api/wishes/{wish.pk}", f"/api/people/{wish.beneficiary_id}"):
        shown = stage.ask(STAFF, "POST", f"{path}/unmasking", {"reason": "核查"}).json()
        assert shown["version"] == stage.ask(STAFF, "GET", path).json()["version"]


def test_two_editors_in_all_orders_lose_nothing(stage: Stage) -> None:
    """Both read, both save, pages fetched again or not, in every order: a change that was answered 200 stays until
    somebody who has seen it changes it."""
    fields = {"a": ("item", "甲"), "b": ("public_text", "乙")}
    acts = [("a", "read"), ("b", "read"), ("a", "save"), ("b", "save"), ("a", "refetch"), ("b", "refetch")]
    tried = 0
    for order in itertools.permutations(acts):
        if any(order.index((who, "read")) > order.index((who, act)) for who in "ab" for act in ("save", "refetch")):
            continue
        if tried % 9:  # every ninth order: with each the wish is asked eight times
            tried += 1
            continue
        tried += 1
        path = f"/api/wishes/{_wish(stage)}"
        seen: dict[str, str] = {}
        saved: dict[str, str] = {}
        for who, act in order:
            role = STAFF if who == "a" else ADMINISTRATOR
            if act in ("read", "refetch"):
                got = stage.ask(role, "GET", path).json()
                # A page keeps the version that its form was opened with, whatever is fetched behind it.
                seen.setdefault(who, got["version"])
                continue
            name, value = fields[who]
            for _ in range(2):
                answer = stage.ask(role, "PATCH", path, {"wish": {name: value}}, If_Match=f'"{seen[who]}"')
                if answer.status_code == 200:
                    saved[name] = value
                    break
                assert answer.status_code == 412
                seen[who] = answer.json()["current"]["version"]
        final = stage.ask(STAFF, "GET", path).json()
        assert {name: final[name] for name in saved} == saved == {"item": "甲", "public_text": "乙"}, order
    assert tried >= 80


def test_a_version_belongs_to_the_request_of_a_key_and_a_replay_gives_it_again(stage: Stage) -> None:
    path, key = f"/api/wishes/{_wish(stage)}", "one-intent-0001"
    seen = stage.ask(STAFF, "GET", path).json()["version"]
    change = {"wish": {"item": "电磁炉"}}
    first = stage.ask(STAFF, "PATCH", path, change, If_Match=f'"{seen}"', Idempotency_Key=key)
    again = stage.ask(STAFF, "PATCH", path, change, If_Match=f'"{seen}"', Idempotency_Key=key)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.headers["Idempotent-Replay"] == "true"
    assert again.headers["ETag"] == first.headers["ETag"] == f'"{again.json()["version"]}"'
    newer = first.json()["version"]
    other = stage.ask(STAFF, "PATCH", path, change, If_Match=f'"{newer}"', Idempotency_Key=key)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


def _wish(stage: Stage) -> Any:
    with stage.community_block() as world:
        wish: Wish = world.wish("collected")
        return wish.pk
