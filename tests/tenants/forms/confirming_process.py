"""Confirms an import in processes that die: `python -m tests.tenants.forms.confirming_process SLUG BATCH POINT…`.

For each POINT a child is forked that confirms the batch. It kills itself in the middle of the row of that number
(`0` before the first), `commit` just before the commit, `after` right behind it, or lives (`live`). Printed is one
line for each: the point, how the child ended, how many wishes, people and remembered rows there are then.
"""

import os
import signal
import sys
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  (Django is set up first)
from django_tenants.utils import tenant_context  # noqa: E402

from hub.actor import SYSTEM  # noqa: E402
from hub.communities.models import Community  # noqa: E402
from tenants.forms import confirming  # noqa: E402
from tenants.forms.models import ImportBatch, ImportedRow  # noqa: E402
from tenants.people.models import Beneficiary  # noqa: E402
from tenants.wishes.models import Wish  # noqa: E402


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def confirm_and_die(slug: str, batch_id: str, point: str) -> None:
    collect, done = confirming._collect, 0

    def mortal(*given: Any) -> Wish:
        nonlocal done
        if point == str(done):
            die()
        done += 1
        return collect(*given)

    confirming._collect = mortal
    with tenant_context(Community.objects.get(slug=slug)), transaction.atomic():
        confirming.confirm_import(ImportBatch.objects.get(pk=UUID(batch_id)), by=SYSTEM)
        if point == "commit":
            die()
    if point == "after":
        die()


def main(slug: str, batch_id: str, points: list[str]) -> None:
    for point in points:
        connection.close()
        child = os.fork()
        if child == 0:
            confirm_and_die(slug, batch_id, point)
            connection.close()
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with tenant_context(Community.objects.get(slug=slug)):
            there = (Wish.objects.count(), Beneficiary.objects.count(), ImportedRow.objects.count())
        print(point, status, *there, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
