"""One good call of every route answers what the API's description says, and not a field more."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from config.openapi import described
from tests.contract.routes import ROWS, filled
from tests.contract.stage import Stage
from tests.contract.test_roles import CALLED, good_call


@cache
def api() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(described("community")[0])
    return loaded


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 as JSON Schema: `nullable` becomes a type, and an object has the fields it names and no more."""
    if isinstance(node, list):
        return [as_json_schema(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    made = {name: as_json_schema(inner) for name, inner in node.items() if name != "nullable"}
    if made.get("type") == "object" and "properties" in made:
        made.setdefault("additionalProperties", False)
    if node.get("nullable"):
        return {"anyOf": [made, {"type": "null"}]}
    return made


@cache
def components() -> Any:
    return as_json_schema(api()["components"])


def promised(route: str) -> dict[str, Any]:
    """The JSON schema of a route's good answer, or an empty one where it has no JSON."""
    method, path = route.split(" ")
    answer = api()["paths"][f"/api/{path}"][method.lower()]["responses"][str(ROWS[route].status)]
    schema = answer.get("content", {}).get("application/json", {}).get("schema")
    return {**as_json_schema(schema), "components": components()} if schema else {}


def test_every_routes_good_answer_is_as_described_and_has_no_field_more(stage: Stage) -> None:
    wrong = []
    for route in CALLED:
        answer = good_call(stage, min(ROWS[route].who - {"anonymous", "a member of the community next door"}), route)
        schema = promised(route)
        if not schema:
            if "json" in answer.headers.get("Content-Type", ""):
                wrong.append(f"{route} answers JSON that is not described")
            continue
        for error in Draft202012Validator(schema).iter_errors(answer.json()):
            wrong.append(f"{route}: at {'.'.join(map(str, error.absolute_path)) or 'its top'}: {error.message[:160]}")
    assert wrong == []


PERSONAL = (
    "马福山",
    "马小花",
    "马桂英",
    "祁永寿",
    "+8613900120422",
    "13900120422",
    "2单元501室",
    "东村三社12号",
    "独居",
)


def test_no_answer_but_an_unmasking_a_claimers_and_a_card_for_the_door_tells_who_it_is(stage: Stage) -> None:
    """Masked by default: whole names, telephones, addresses, situations stand in none of the other answers."""
    told = []
    for route in CALLED:
        allowed = sorted(ROWS[route].who - {"a member of the community next door"})
        for role in {allowed[0], allowed[-1]}:
            text = good_call(stage, role, route).content.decode(errors="replace")
            told += [route for words in PERSONAL if words in text]
    assert set(told) == {
        "POST wishes/{wish_id}/unmasking",
        "POST wishes/unmasking",
        "POST people/{person_id}/unmasking",
        "GET my/claims/{claim_id}",
        "GET cards/households",
        "POST cards/households",
    }


def test_the_board_and_the_wall_tell_the_public_no_name_no_category_and_no_place(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.wish("open", person=world.child)
    for path in ("board", f"board/{wish.pk}", "wall"):
        text = stage.ask("anonymous", "GET", filled(path, {})).content.decode()
        assert wish.number in text
        for word in ("马", "东村", "left_behind_child", "child", "guardian", "person", 'name":"', "age"):
            assert word not in text.replace("branch_name", "").replace("page", ""), f"{word} in {path}"
