"""Write tenants/schema.sql, or see whether it is what the migrations say."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.communities.compiled import compiled
from hub.communities.compiling import NotCompilable, compile_tenant_schema


class Command(BaseCommand):
    help = "Compile the migrations of the tenants' rooms into tenants/schema.sql (needs a database to try them in)."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only compare; fail when the file is out of date.")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        path = settings.TENANT_SCHEMA_SCRIPT
        try:
            text = compile_tenant_schema()
        except NotCompilable as problem:
            raise CommandError(str(problem)) from problem
        present = path.read_text(encoding="utf-8") if path.exists() else ""
        if check and text != present:
            raise CommandError("tenants/schema.sql is out of date: run `wishbridge manage compile_tenant_schema`.")
        if text == present:
            self.stdout.write("tenants/schema.sql is up to date.")
            return
        path.write_text(text, encoding="utf-8")
        compiled.cache_clear()
        self.stdout.write("tenants/schema.sql is written.")
