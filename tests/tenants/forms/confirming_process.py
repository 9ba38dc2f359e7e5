"""Confirms an import in processes that die: `python -m tests.tenants.forms.confirming_process SLUG BATCH POINT…`.

For each POINT a child is forked that confirms the batch. It kills itself before the statement of that number that it
sends to the database (from 0; `each` tries one after the other until a child lives), or right behind the commit
(`after`), or is killed by its parent after so many milliseconds (`12ms`), or lives (`live`). Printed is one line for
each: the point, how the child ended, how many wishes, people and remembered rows there are then.
"""

import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  (Django is set up first)
from django_tenants.utils import tenant_context  # noqa: E402

from hub.actor import SYSTEM  # noqa: E402
from hub.communities.models import Community  # noqa: E402
from tenants.forms.confirming import confirm_import  # noqa: E402
from tenants.forms.models import ImportBatch, ImportedRow  # noqa: E402
from tenants.people.models import Beneficiary  # noqa: E402
from tenants.wishes.models import Wish  # noqa: E402


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def confirm_and_die(slug: str, batch_id: str, point: str) -> None:
    sent = 0

    def mortal(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal sent
        if point == str(sent):
            die()
        sent += 1
        return execute(sql, params, many, context)

    with tenant_context(Community.objects.get(slug=slug)):
        batch = ImportBatch.objects.get(pk=UUID(batch_id))
        with connection.execute_wrapper(mortal):
            confirm_import(batch, by=SYSTEM)
    if point == "after":
        die()


def main(slug: str, batch_id: str, points: list[str]) -> None:
    todo: Iterator[str] = map(str, itertools.count()) if points == ["each"] else iter(points)
    for point in todo:
        connection.close()
        child = os.fork()
        if child == 0:
            confirm_and_die(slug, batch_id, point)
            connection.close()
            os._exit(0)
        if point.endswith("ms"):
            time.sleep(int(point[:-2]) / 1000)
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        # The server finishes what a dead client sent last before it rolls back.
        with tenant_context(Community.objects.get(slug=slug)), transaction.atomic():
            list(ImportBatch.objects.select_for_update().filter(pk=UUID(batch_id)).values_list("pk"))
            there = (Wish.objects.count(), Beneficiary.objects.count(), ImportedRow.objects.count())
        print(point, status, *there, flush=True)  # noqa: T201
        if status == 0 and points == ["each"]:
            return


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
