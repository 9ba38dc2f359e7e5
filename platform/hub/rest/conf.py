"""The settings of REST framework and of its description. Plain data: `config.settings` reads it before Django is up."""

from typing import Any

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["hub.rest.authentication.CookieSession"],
    # A view that forgets to say who may call it is open to nobody who is not signed in.
    "DEFAULT_PERMISSION_CLASSES": ["hub.rest.permissions.SignedIn"],
    "DEFAULT_RENDERER_CLASSES": ["hub.rest.rendering.Renderer"],
    "DEFAULT_PARSER_CLASSES": ["hub.rest.parsing.Parser"],
    "DEFAULT_PAGINATION_CLASS": "hub.rest.pagination.Page",
    "DEFAULT_SCHEMA_CLASS": "hub.rest.openapi.Schema",
    "EXCEPTION_HANDLER": "hub.rest.problems.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "WishBridge 连心桥",
    "DESCRIPTION": "Micro-wishes, from survey to delivered gift.",
    "VERSION": "0.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": r"/api",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "SORT_OPERATION_PARAMETERS": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "PREPROCESSING_HOOKS": ["hub.rest.openapi.only_the_api"],
    # Without spectacular's own hook: it names colliding enumerations by a hash ("StateFe2Enum") that changes with them.
    "POSTPROCESSING_HOOKS": ["hub.rest.openapi.with_problems", "hub.rest.openapi.without_marks"],
    "EXTENSIONS_INFO": {},
}
