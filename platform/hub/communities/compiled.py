"""The compiled script: all migrations of the tenants' rooms as one piece of SQL, committed in tenants/schema.sql.

One script in one transaction makes a community in some 60 ms, however many there are; Django's own way takes
seconds (measured, architecture.md). `compile_tenant_schema` writes it.
"""

import functools
import re

from django.conf import settings

_VERSION_LINE = re.compile(r"^-- version: ([0-9a-f]{16})$", re.MULTILINE)


@functools.cache
def compiled_script() -> str:
    """The script's text."""
    return settings.TENANT_SCHEMA_SCRIPT.read_text(encoding="utf-8")


@functools.cache
def compiled_version() -> str:
    """The script's version, a hash of its content."""
    found = _VERSION_LINE.search(compiled_script())
    if found is None:
        raise ValueError("tenants/schema.sql has no version line: run `wishbridge manage compile_tenant_schema`.")
    return found.group(1)
