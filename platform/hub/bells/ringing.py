"""Ringing bells, finding what is due, and answering."""

import datetime
import uuid
from collections.abc import Callable

import structlog
from django.db import connection, transaction
from django_tenants.utils import tenant_context

from hub.bells.models import Bell
from hub.clock import now
from hub.communities.current import current
from hub.communities.models import Community

LADDER = "ladder"
FIGURES = "figures"
CALENDAR = "calendar"
PICTURES = "pictures"
READING = "reading"

PUSHED_AWAY = datetime.timedelta(minutes=5)
"""How long a community whose work failed is left alone, so that one poisoned row does not eat every knock."""

Work = Callable[[datetime.datetime], datetime.datetime | None]
"""Does all that is due by the community's own rows at the moment given; returns when there will be more, or None."""

log = structlog.get_logger(__name__)


def ring(kind: str, due_at: datetime.datetime | None = None) -> None:
    """Asks for a look at the current community, at once by default. Part of the transaction it is called in."""
    Bell.objects.create(community_id=current().pk, kind=kind, due_at=due_at or now())


def ring_everywhere(kind: str) -> None:
    """Asks for a look at every active community, at once. Part of the transaction it is called in."""
    moment = now()
    active = Community.objects.filter(state=Community.State.ACTIVE).values_list("pk", flat=True)
    Bell.objects.bulk_create(
        (Bell(community_id=community, kind=kind, due_at=moment) for community in active), batch_size=5000
    )


def due(most: int = 10_000) -> dict[str, list[uuid.UUID]]:
    """The communities that have a due bell, by kind; those that wait longest first. One indexed query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, community_id FROM (SELECT kind, community_id, due_at FROM bells_bell WHERE due_at <= %s"
            " ORDER BY due_at LIMIT %s) AS seen GROUP BY kind, community_id ORDER BY min(due_at)",
            [now(), most],
        )
        rows = cursor.fetchall()
    found: dict[str, list[uuid.UUID]] = {}
    for kind, community in rows:
        found.setdefault(kind, []).append(community)
    return found


def answer(community: Community, kind: str, work: Work) -> bool:
    """Looks at one community for one kind of work, in one transaction: deletes the due bells that it saw, does the
    work, rings the bell for the next due moment. Returns False when another process is at it.

    An error of the work is logged and raised again after its bells were pushed some minutes away.
    """
    try:
        with tenant_context(community), transaction.atomic():
            if not _alone(community, kind):
                return False
            moment = now()
            seen = list(
                Bell.objects.filter(community=community, kind=kind, due_at__lte=moment).values_list("pk", flat=True)
            )
            following = work(moment)
            Bell.objects.filter(pk__in=seen).delete()
            if following is not None and not has_bell(community, kind, by=following):
                ring(kind, following)
            return True
    except Exception:
        log.exception("work_failed", community=community.slug, kind=kind)
        with transaction.atomic():
            Bell.objects.filter(community=community, kind=kind, due_at__lte=now()).delete()
            Bell.objects.create(community=community, kind=kind, due_at=now() + PUSHED_AWAY)
        raise


def has_bell(community: Community, kind: str, *, by: datetime.datetime) -> bool:
    """Whether a bell of this kind will ring for the community no later than the moment."""
    return Bell.objects.filter(community=community, kind=kind, due_at__lte=by).exists()


def _alone(community: Community, kind: str) -> bool:
    """One process at a time looks at a community for a kind; the lock goes with the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"{kind} {community.pk}"])
        return bool(cursor.fetchone()[0])
