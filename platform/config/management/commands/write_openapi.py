"""Write the API's descriptions and the vocabularies for the front end, or see whether they are up to date."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from config.openapi import URLCONFS, described
from config.vocabulary import vocabulary_files


class Command(BaseCommand):
    help = "Write frontend/openapi/*.json from the API's views, and the screens' words of the vocabularies."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only compare; fail when a file is out of date.")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        out_of_date = []
        wanted: dict[Path, bytes] = vocabulary_files(settings.WISHBRIDGE_OPENAPI.parent)
        for kind in URLCONFS:
            content, complaints = described(kind)
            for complaint in complaints:
                self.stderr.write(complaint)
            wanted[settings.WISHBRIDGE_OPENAPI / f"{kind}.json"] = content
        for path, content in wanted.items():
            if path.exists() and path.read_bytes() == content:
                continue
            out_of_date.append(path.name)
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        if check and out_of_date:
            raise CommandError(f"Out of date: {', '.join(out_of_date)}. Run `wishbridge manage write_openapi`.")
        self.stdout.write(f"Written: {', '.join(out_of_date)}." if out_of_date else "Up to date.")
