"""The description of the API tells the truth about what all of it has in common."""

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator

HOSTS = ["config.urls_hub", "config.urls_community"]


@pytest.fixture(scope="module", params=HOSTS)
def description(request: pytest.FixtureRequest) -> dict[str, Any]:
    described: dict[str, Any] = SchemaGenerator(urlconf=request.param).get_schema(request=None, public=True)
    return described


def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_has_an_identifier_of_its_own_and_the_one_error_format(description: dict[str, Any]) -> None:
    found = operations(description)
    identifiers = [operation["operationId"] for _, _, operation in found]

    assert len(identifiers) == len(set(identifiers)) >= 10
    for path, method, operation in found:
        for status in ("4XX", "5XX"):
            assert operation["responses"][status] == {"$ref": "#/components/responses/Problem"}, (path, method)
    assert description["components"]["schemas"]["Problem"]["required"]


def test_what_changes_something_takes_an_idempotency_key_but_signing_in(description: dict[str, Any]) -> None:
    for path, method, operation in operations(description):
        keyed = any(parameter["name"] == "Idempotency-Key" for parameter in operation.get("parameters", []))
        assert keyed == (method != "get" and not path.startswith("/api/session")), (path, method)


def test_lists_are_described_as_what_they_are() -> None:
    described = SchemaGenerator(urlconf="config.urls_hub").get_schema(request=None, public=True)
    listed = described["paths"]["/api/communities"]["get"]
    answer = listed["responses"]["200"]["content"]["application/json"]["schema"]
    page = described["components"]["schemas"][answer["$ref"].rsplit("/", 1)[1]]

    assert {parameter["name"] for parameter in listed["parameters"]} == {"q", "state", "page", "page_size"}
    assert set(page["properties"]) == {"count", "page", "pages", "results"}
