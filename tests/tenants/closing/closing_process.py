"""Closes a year in processes that die: `python -m tests.tenants.closing.closing_process SLUG YEAR POINT…`.

For each POINT a child is forked that closes the year. It kills itself before the statement of that number that it
sends to the database (from 0; `each` tries one after the other until a child lives), or right behind the commit
(`after`), or lives (`live`). Printed is one line for each: the point, how the child ended, the year's state, how many of
its wishes are carried over, how many have come into a later year, how many frozen figures there are.
"""

import itertools
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402  (Django is set up first)
from django_tenants.utils import tenant_context  # noqa: E402

from hub.actor import SYSTEM  # noqa: E402
from hub.communities.models import Community  # noqa: E402
from tenants.campaigns.models import Campaign  # noqa: E402
from tenants.closing.years import close_campaign  # noqa: E402
from tenants.figures.models import FrozenFigures  # noqa: E402
from tenants.wishes.models import Wish  # noqa: E402


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def close_and_die(slug: str, year: int, point: str) -> None:
    sent = 0

    def mortal(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal sent
        if point == str(sent):
            die()
        sent += 1
        return execute(sql, params, many, context)

    with tenant_context(Community.objects.get(slug=slug)):
        campaign = Campaign.objects.get(year=year)
        with connection.execute_wrapper(mortal):
            close_campaign(campaign, by=SYSTEM)
    if point == "after":
        die()


def main(slug: str, year: int, points: list[str]) -> None:
    todo: Iterator[str] = map(str, itertools.count()) if points == ["each"] else iter(points)
    for point in todo:
        connection.close()
        child = os.fork()
        if child == 0:
            close_and_die(slug, year, point)
            connection.close()
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        # The server finishes what a dead client sent last before it rolls back.
        with tenant_context(Community.objects.get(slug=slug)), transaction.atomic():
            campaign = Campaign.objects.select_for_update().get(year=year)
            carried = Wish.objects.filter(campaign=campaign, state=Wish.State.CARRIED_OVER).count()
            arrived = Wish.objects.filter(carried_from__campaign=campaign).count()
            frozen = FrozenFigures.objects.count()
        print(point, status, campaign.state, carried, arrived, frozen, flush=True)  # noqa: T201
        if status == 0 and points == ["each"]:
            return


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
