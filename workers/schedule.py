"""All periodic work on one page: what beat knocks for, how often, and why.

A knock carries nothing and may be lost; what is due stands in PostgreSQL. Each expires before the next but one,
so that a worker that was away does not find a queue of them.
"""

from typing import Any

from celery.schedules import crontab


def every(seconds: float, task: str) -> dict[str, Any]:
    """An entry of Celery's beat_schedule."""
    return {"task": task, "schedule": seconds, "options": {"expires": seconds * 2}}


def nightly(hour: int, minute: int, task: str) -> dict[str, Any]:
    """The same for once a day, by the communities' clock."""
    return {"task": task, "schedule": crontab(hour=hour, minute=minute), "options": {"expires": 3600}}


SCHEDULE: dict[str, dict[str, Any]] = {
    # /readyz shows the age of this; silence of beat, broker or worker is noticed by it.
    "show-life": every(5, "workers.knocks.show_life"),
    # A login code that takes longer than a few seconds is asked for twice.
    "send-messages": every(2.5, "workers.knocks.send_messages"),
    # A step is due at nine; a second or five later nobody minds, and an empty look costs next to nothing.
    "knock": every(5, "workers.bells.knock"),
    # Officers hear once a day, after the communities' steps of the day.
    "tell-officers": every(300, "workers.knocks.tell_officers"),
    # The promise is 30 days; by the hour, so that it is kept also where the clock is set forward.
    "erase-messages": every(3600, "workers.knocks.erase_messages"),
    # A lost bell is found the next night.
    "sweep": nightly(3, 20, "workers.bells.sweep_all"),
    # Nothing waits for it; an hour keeps the tables small.
    "tidy-up": every(3600, "workers.knocks.tidy_up"),
}
