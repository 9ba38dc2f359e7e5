"""The nightly sweep finds a bell that was never rung, or was lost."""

import datetime

import structlog

from hub.bells.ringing import CALENDAR, FIGURES, LADDER, has_bell, ring
from hub.communities.models import Community
from tenants.escalation.taking import next_moment

log = structlog.get_logger(__name__)


def sweep(community: Community, moment: datetime.datetime) -> bool:
    """Compares what is due next by the community's rows with its bells; rings the one that is missing.

    To be called inside the community's block. Returns True when one was missing, which is a fault somewhere and is
    logged as `bell_missing`.
    """
    # Every night the figures are counted anew, whether somebody asked for it or not.
    ring(FIGURES)
    # And the calendar compared with the deadlines: an update of the library brings a year's arrangement unannounced.
    ring(CALENDAR)
    following = next_moment(moment)
    if following is None or has_bell(community, LADDER, by=following):
        return False
    log.error("bell_missing", community=community.slug, kind=LADDER, due_at=following.isoformat())
    ring(LADDER, following)
    return True
