"""The manner of the API: one error format, pagination, permissions, idempotency keys, OpenAPI hooks."""
