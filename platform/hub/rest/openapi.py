"""What every operation's description has in common, so that no view has to say it."""

import re
from typing import Any

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import is_serializer

PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "What went wrong (RFC 9457). `detail` is the sentence to show, `code` is for programs.",
    "required": ["type", "title", "status", "code", "detail", "errors", "request_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        "request_id": {"type": "string"},
    },
}

CHANGED: dict[str, Any] = {
    "description": "Somebody else has changed it since: nothing was saved. `changed` names their fields, `current` is the "
    "answer of now, with its `version`.",
    "allOf": [
        {"$ref": "#/components/schemas/Problem"},
        {
            "type": "object",
            "required": ["changed", "current"],
            "properties": {
                "changed": {"type": "array", "items": {"type": "string"}},
                "current": {"type": "object", "additionalProperties": True, "nullable": True},
            },
        },
    ],
}

IF_MATCH: dict[str, Any] = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "schema": {"type": "string"},
    "description": "The `version` that the change was made from; 428 without it, 412 where it is another by now.",
}

IDEMPOTENCY_KEY: dict[str, Any] = {
    "in": "header",
    "name": "Idempotency-Key",
    "schema": {"type": "string", "minLength": 8, "maxLength": 80},
    "description": "Chosen by the client for one intent; a repetition gets the first answer and does nothing again.",
}

UNSAFE = ("post", "put", "patch", "delete")


class Schema(AutoSchema):
    """Operation identifiers made of method and path: unique by themselves, and stable when views are renamed."""

    def get_operation_id(self) -> str:
        path = re.sub(r"^/api/?", "", self.path).strip("/")
        words = [
            f"by_{part[1:-1]}" if part.startswith("{") else part.replace("-", "_") for part in path.split("/") if part
        ]
        return "_".join([self.method.lower(), *words])

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        """Spectacular describes every DELETE as 204; ours that answer with what is now are described as 200."""
        given = self.get_response_serializers()
        if self.method == "DELETE" and is_serializer(given):
            return {"200": self._get_response_for_code(given, "200", direction=direction)}
        described: dict[str, Any] = super()._get_response_bodies(direction)
        return described

    def get_tags(self) -> list[str]:
        path = re.sub(r"^/api/?", "", self.path).strip("/")
        return [path.split("/")[0] or "api"]


class CookieSessionScheme(OpenApiAuthenticationExtension):
    """The session's cookie, and the CSRF token that goes with unsafe requests."""

    target_class = "hub.rest.authentication.CookieSession"
    name = ["session", "csrf"]  # noqa: RUF012  (the base class declares it so)

    def get_security_definition(self, auto_schema: AutoSchema) -> list[dict[str, Any]]:
        return [
            {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME},
            {"type": "apiKey", "in": "header", "name": "X-CSRFToken"},
        ]


def only_the_api(endpoints: list[Any], **_: Any) -> list[Any]:
    """Leaves out what is no part of the API: health, pages, the description itself."""
    return [
        endpoint
        for endpoint in endpoints
        if endpoint[0].startswith("/api/")
        and not endpoint[0].startswith(("/api/docs", "/api/schema", "/api/readiness"))
    ]


def with_problems(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Adds to each operation the one error format, and to unsafe ones the idempotency key."""
    components = result.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = PROBLEM
    answer = {
        "description": "What went wrong",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    components.setdefault("responses", {})["Problem"] = answer
    components["schemas"]["Changed"] = CHANGED
    changed = {
        "description": "Changed meanwhile",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Changed"}}},
    }
    components["responses"]["Changed"] = changed
    for path in result["paths"].values():
        for method, operation in path.items():
            if not isinstance(operation, dict) or "responses" not in operation:
                continue
            if operation.pop("x-edits", False):
                operation.setdefault("parameters", []).append(IF_MATCH)
                operation["responses"].setdefault("412", {"$ref": "#/components/responses/Changed"})
            operation["responses"].setdefault("4XX", {"$ref": "#/components/responses/Problem"})
            operation["responses"].setdefault("5XX", {"$ref": "#/components/responses/Problem"})
            if method in UNSAFE and not path_takes_no_key(operation):
                operation.setdefault("parameters", []).append(IDEMPOTENCY_KEY)
    return result


def path_takes_no_key(operation: dict[str, Any]) -> bool:
    """Signing in and out count attempts, so they are executed each time (hub.rest.idempotency)."""
    return "session" in operation.get("tags", [])


def without_marks(result: Any, **_: Any) -> Any:
    """Takes spectacular's own marks of enumerations out, which its hook for naming them would have used up."""
    if isinstance(result, dict):
        return {name: without_marks(value) for name, value in result.items() if name != "x-spec-enum-id"}
    return [without_marks(value) for value in result] if isinstance(result, list) else result
