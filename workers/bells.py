"""Bells: beat knocks, the dispatcher reads what is due, workers look at the communities."""

import uuid
from itertools import islice

import structlog

from hub.bells.ringing import CALENDAR, FIGURES, LADDER, PICTURES, READING, Work, answer, due, ring
from hub.clock import now
from hub.communities.models import Community
from tenants.claims.pictures.keeping import erase_rejected
from tenants.closing.erasing import erase_what_is_over
from tenants.closing.forgetting import forget_pictures_of_closed_years
from tenants.closing.rereading import reading_waits, reread
from tenants.escalation.recalculating import recalculate_deadlines
from tenants.escalation.sweeping import sweep
from tenants.escalation.taking import take_due_steps
from tenants.figures.recounting import recount
from tenants.forms.forgetting import forget_expired_imports
from tenants.wishes.comparing import compare_all
from workers.task import community_task, hub_task

AT_ONCE = 100
"""Communities in one task: reused connections make chunks of this size eighteen times as fast as one each (measured)."""

WORK: dict[str, Work] = {
    LADDER: take_due_steps,
    FIGURES: recount,
    CALENDAR: recalculate_deadlines,
    PICTURES: erase_rejected,
    READING: reread,
}
"""What is done behind a bell of each kind."""

log = structlog.get_logger(__name__)


@hub_task
def knock() -> None:
    """Hands what is due to workers, by kind and in chunks. May be lost, doubled or late without harm."""
    for kind, communities in due().items():
        waiting = iter(communities)
        while chunk := list(islice(waiting, AT_ONCE)):
            look.apply_async((kind, [str(pk) for pk in chunk]), expires=60)


@hub_task
def look(kind: str, community_ids: list[str]) -> None:
    """Looks at each community for one kind of work. One that fails does not keep the others waiting."""
    work = WORK[kind]
    for community in Community.objects.filter(pk__in=[uuid.UUID(pk) for pk in community_ids]):
        if community.state == Community.State.ACTIVE:
            try:
                answer(community, kind, work)
            except Exception as problem:  # noqa: BLE001  (answer has logged it and pushed its bells away)
                log.warning("left_for_later", community=community.slug, kind=kind, problem=type(problem).__name__)


@hub_task
def sweep_all() -> None:
    """Every night: each community's own rows say what is due; where no bell was rung for it, one is, and it is noted."""
    ids = Community.objects.filter(state=Community.State.ACTIVE).order_by("pk").values_list("pk", flat=True)
    for community_id in ids:
        sweep_one.delay(str(community_id))


@community_task
def sweep_one(community: Community) -> None:
    """One community of the nightly sweep; uploaded files are forgotten when their week is over, the pictures of
    deliveries a while after their year was closed, and what stands of residents when its time has come. What open wishes
    tell is compared once more with the records behind them. Stored rows that were never read by today's rules are."""
    sweep(community, now())
    forget_expired_imports()
    erase_rejected(now())
    forget_pictures_of_closed_years()
    erase_what_is_over()
    compare_all()
    if reading_waits():
        ring(READING)
