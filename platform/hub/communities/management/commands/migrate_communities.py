"""Bring communities' schemas to this program's version."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.communities.migrating import BATCH, migrate_communities


class Command(BaseCommand):
    help = "Bring the schemas of communities to this version. Can be stopped at any moment and run again."

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--all", action="store_true", help="Every community.")
        which.add_argument("--community", metavar="SLUG", help="One community.")
        parser.add_argument("--batch", type=int, default=BATCH, help="Communities a transaction (default %(default)s).")

    def handle(self, *args: Any, community: str | None, batch: int, **options: Any) -> None:
        result = migrate_communities(only=community, batch=batch)
        self.stdout.write(f"{result.done} communities were brought to this version.")
        if result.left:
            raise CommandError(
                "Not yet, because they were busy or failed: "
                + ", ".join(f"{slug} ({problem})" for slug, problem in result.left.items())
                + ". Run the command again."
            )
