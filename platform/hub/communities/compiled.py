"""The compiled script: all migrations of the tenants' rooms as one piece of SQL, committed in tenants/schema.sql.

One script in one transaction makes a community in some 60 ms, however many there are; Django's own way takes
seconds (measured, architecture.md). `compile_tenant_schema` writes it; each migration is a section of it.
"""

import dataclasses
import functools

from django.conf import settings

VERSION = "-- version: "
SECTION = "-- migration: "


class NotCompiled(RuntimeError):
    """tenants/schema.sql is missing or unreadable."""


@dataclasses.dataclass(frozen=True)
class Compiled:
    """The script, its version, and its sections by migration ("wishes.0001_initial").

    A version is the number of sections and a hash of their content, "0012-…": a migration adds a section and takes
    none away, so a larger number is a later program's.
    """

    version: str
    script: str
    sections: dict[str, str]

    @property
    def first_later_version(self) -> str:
        """The smallest version that a program with a section more could have."""
        return f"{int(self.version.partition('-')[0]) + 1:04d}-"


@functools.cache
def compiled() -> Compiled:
    """The committed script. Raises NotCompiled."""
    try:
        text = settings.TENANT_SCHEMA_SCRIPT.read_text(encoding="utf-8")
    except OSError as problem:
        raise NotCompiled("tenants/schema.sql is missing: run `wishbridge manage compile_tenant_schema`.") from problem
    return parse(text)


def parse(text: str) -> Compiled:
    """Take a script apart. Raises NotCompiled when it is none."""
    head, *parts = text.split(SECTION)
    versions = [line.removeprefix(VERSION) for line in head.splitlines() if line.startswith(VERSION)]
    if len(versions) != 1 or not parts:
        raise NotCompiled("tenants/schema.sql is no compiled script: run `wishbridge manage compile_tenant_schema`.")
    sections = {}
    for part in parts:
        name, _, statements = part.partition("\n")
        sections[name.strip()] = statements
    return Compiled(versions[0], text, sections)
