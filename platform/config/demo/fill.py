"""Filling an empty installation with the demo county: seeded, by the verbs of real work, safe to be cut off.

Each community is made in one transaction and settled in another, so a start that goes on after a crash finds it whole
or makes it anew. What a first start does not finish, the next one does.
"""

import datetime
import logging
import multiprocessing
import os
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction

from config.demo import communities, logins, sample
from config.demo.county import SAMPLE, Place, places
from config.demo.offices import seat_with_password
from config.embedded.tether import tie_to_parent
from hub.accounts.inviting import make_officer, make_operator
from hub.accounts.models import Seat
from hub.accounts.seats import phone_index
from hub.bells.ringing import FIGURES, LADDER, answer
from hub.clock import TIME_ZONE, now, standing_at
from hub.communities.models import Community
from hub.sms.models import Message
from hub.sms.sender import send_due
from tenants.campaigns.working_days import is_working_day
from tenants.escalation.taking import take_due_steps
from tenants.figures.recounting import recount

COUNTY = "630222"
TOWNS = ("630222100", "630222101")
"""One officer looks after two towns, and chooses between them."""
SENT_AFTER = datetime.timedelta(minutes=1)

Report = Callable[[str], None]


def is_wanted(keys: Path) -> bool:
    """Whether `fill` has something to do: nothing is here yet, or an earlier filling was cut off.

    Never in production, where an empty installation waits for its first real community.
    """
    return not settings.PRODUCTION and (logins.is_begun(keys) or not Community.objects.exists())


def fill(keys: Path, *, report: Report, only: Collection[str] = (), processes: int | None = None) -> None:
    """Makes the county, or what is missing of it, and leaves `demo-logins.json` (0600) in the folder `keys`.

    Does nothing where nothing is wanted (`is_wanted`): the communities are somebody's by then.

    `report` is told a line now and then. `only` names the slugs of a smaller county; `processes` is how many work at
    once (default: two a core, since each waits for the database half of its time; 0: this one alone).
    """
    if not is_wanted(keys):
        return
    wanted = [place for place in places() if not only or place.slug in only]
    passwords = logins.passwords(keys, logins.demo_logins(wanted))
    with _without_chatter():
        _people_of_the_platform(passwords)
        # The longest first, so that nobody waits for it at the end.
        order = sorted(wanted, key=lambda place: (place.stage != SAMPLE, -place.members))
        settled = _settled(order, passwords, min(6, 2 * (os.cpu_count() or 1)) if processes is None else processes)
        made = 0
        for done, count in enumerate(settled, start=1):
            made += count
            if done % 10 == 0:
                report(f"{done}/{len(wanted)} 个社区 communities, {made} 件心愿 wishes")
        _send_letters_of_the_past()
    logins.finish(keys)


def _settled(order: Sequence[Place], passwords: dict[str, str], processes: int | None) -> Iterator[int]:
    if not processes:
        yield from (_settle(place, passwords) for place in order)
        return
    is_working_day(now().date())  # loads the calendars once, before there are several of us
    connections.close_all()
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork"), initializer=_begin) as pool:
        for task in as_completed([pool.submit(_settle, place, passwords) for place in order]):
            yield task.result()


def _begin() -> None:
    tie_to_parent(signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _settle(place: Place, passwords: dict[str, str]) -> int:
    """One community, unless it is there already. Returns the number of wishes that were made."""
    community = communities.provisioned(place)
    if communities.is_settled(community):
        return 0
    with transaction.atomic():
        settle = sample.settle_sample if place.stage == SAMPLE else communities.settle
        made = settle(place, community, passwords)
        # What the day demands: the bells that were rung on the way are answered by one look.
        answer(community, LADDER, take_due_steps)
        answer(community, FIGURES, recount)
    return made


def _people_of_the_platform(passwords: dict[str, str]) -> None:
    for name, phone in (logins.OPERATOR, logins.OFFICER, logins.TOWN_OFFICER):
        if not Seat.objects.filter(account__phone_blind=phone_index(f"+86{phone}"), community=None).exists():
            seat_with_password(phone, name, None, passwords)
    # Both can be said twice.
    make_operator(logins.OPERATOR[1], logins.OPERATOR[0])
    make_officer(logins.OFFICER[1], logins.OFFICER[0], COUNTY)
    for town in TOWNS:
        make_officer(logins.TOWN_OFFICER[1], logins.TOWN_OFFICER[0], town)


def _send_letters_of_the_past() -> None:
    """Hands the local gateway what was said on earlier days, each on its day, so that nothing of it is sent today."""
    midnight = datetime.datetime.combine(now().astimezone(TIME_ZONE), datetime.time(), TIME_ZONE)
    waiting = Message.objects.filter(state=Message.State.DUE, not_before__lt=midnight)
    for moment in list(waiting.order_by("not_before").values_list("not_before", flat=True).distinct()):
        with standing_at(moment + SENT_AFTER):
            send_due(of_the_past=True)


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Whoever waits for the first start reads a few lines, not forty of a log."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)
