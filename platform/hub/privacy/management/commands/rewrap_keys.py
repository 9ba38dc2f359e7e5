"""Wrap all data keys with the first key of the master key file."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hub.envelope import KeyTrouble
from hub.privacy.rewrapping import rewrap_keys


class Command(BaseCommand):
    help = "Change the master key: put the new one before the old one in its file, run this, take the old one out."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = rewrap_keys()
        except KeyTrouble as problem:
            raise CommandError(f"Nothing was changed: {problem}") from problem
        self.stdout.write(f"{count} keys are wrapped with the first key of the file. The others can be taken out.")
