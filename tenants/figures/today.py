"""Today's work: what needs staff now, each section with its count, its first rows, and where the rest is."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from hub.clock import TIME_ZONE, today
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days, working_days_between
from tenants.claims import clock
from tenants.claims.api_wishes import delivery_row
from tenants.claims.following_up import to_follow_up
from tenants.claims.models import Claim, Delivery, Extension
from tenants.escalation.answers import ladder_row
from tenants.escalation.deciding import Standing, claims_on_the_ladder, standing_of, to_decide
from tenants.escalation.ladder import WAITING_STATES
from tenants.escalation.waiting import waiting_from
from tenants.figures.counting import begins_to_be_late
from tenants.members.models import Branch
from tenants.people.consents import may_be_shown, standing_still
from tenants.wishes.answers import wish_row, wishes_for_rows
from tenants.wishes.comparing import ADMITTED_OR_LATER
from tenants.wishes.consenting import withdrawn_now
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import near_its_day

ROWS = 6
"""Rows shown of a section; the rest is behind its link."""

S = Wish.State


def claim_sections(campaigns: Sequence[Campaign]) -> dict[str, Any]:
    """Overdue claims that want a decision, requests for more time, other overdue ones, and those due today or on the
    next working day. A claim stands in the first of these that it belongs to."""
    soon = add_working_days(today(), 1)
    found: dict[str, list[tuple[Claim, Standing]]] = {"to_decide": to_decide(campaigns)}
    deciding = [claim.pk for claim, _ in found["to_decide"]]
    asked = Q(extensions__state=Extension.State.OPEN)
    others = claims_on_the_ladder(campaigns).exclude(pk__in=deciding)
    asking = others.filter(asked)
    silent = others.exclude(pk__in=asking.values("pk"))
    found["extensions"] = _with_standing(asking)
    found["overdue"] = _with_standing(clock.overdue(silent))
    found["due_soon"] = _with_standing(silent.filter(deadline__gte=today(), deadline__lte=soon))
    return {
        name: {"count": len(pairs), "rows": [ladder_row(claim, where) for claim, where in pairs[:ROWS]]}
        for name, pairs in found.items()
    }


def _with_standing(claims: QuerySet[Claim]) -> list[tuple[Claim, Standing]]:
    return [(claim, standing_of(claim)) for claim in claims]


LateSince = Mapping[tuple[object, str], datetime.datetime]
"""By campaign and state, since each has its own ladder."""


def waiting_row(wish: Wish, late: LateSince) -> dict[str, Any]:
    """How long a wish has been in its state, in working days, and whether that is longer than the ladder's first notice
    of the state (`counting.begins_to_be_late`)."""
    moment = waiting_from(wish)
    late_since = late.get((wish.campaign_id, wish.state))
    since = moment.astimezone(TIME_ZONE).date() if moment else today()
    return {
        "waiting_days": max(working_days_between(since, today()), 0),
        "too_long": late_since is not None and moment is not None and moment < late_since,
    }


def _late_since(campaigns: Sequence[Campaign]) -> LateSince:
    return {
        (campaign.pk, state): begins_to_be_late(campaign, state) for campaign in campaigns for state in WAITING_STATES
    }


def _open_too_long(late: LateSince) -> Q:
    found = Q(pk__in=[])
    for (campaign, state), since in late.items():
        if state == S.OPEN:
            found |= Q(campaign=campaign, state=S.OPEN, state_since__lt=since)
    return found


def wish_sections(campaigns: Sequence[Campaign]) -> dict[str, Any]:
    """What waits for completing, verification, assessment, consent, branch, opening, what nears its day and what nobody
    claims; longest waiting first."""
    late = _late_since(campaigns)
    wishes = wishes_for_rows().filter(campaign__in=campaigns).order_by("state_since", "campaign__first_day", "serial")
    shown = may_be_shown()
    going_on = wishes.exclude(beneficiary__in=standing_still())
    admitted = going_on.filter(state=S.ADMITTED)
    sections = {
        "consent_withdrawn": wishes.filter(withdrawn_now()),
        "to_complete": going_on.filter(state=S.COLLECTED).exclude(missing=[]),
        "to_verify": going_on.filter(state=S.COLLECTED, missing=[]),
        "to_assess": going_on.filter(state=S.VERIFIED),
        "to_consent": admitted.exclude(beneficiary__in=shown),
        "to_balance": admitted.filter(branch=None, beneficiary__in=shown, kept_off=False, missing=[]),
        "to_open": admitted.filter(
            branch__isnull=False, beneficiary__in=shown, kept_off=False, campaign__state=Campaign.State.RUNNING
        ),
        "kept_off": wishes.filter(kept_off=True, state__in=ADMITTED_OR_LATER),
        "near_day": going_on.filter(near_its_day(campaigns)).order_by("needed_by", "campaign__first_day", "serial"),
        "open_long": going_on.filter(_open_too_long(late)),
        "backstopped": going_on.filter(state=S.BACKSTOPPED),
    }
    return {
        name: {
            "count": rows.count(),
            "rows": [{**wish_row(wish), **waiting_row(wish, late)} for wish in rows[:ROWS]],
        }
        for name, rows in sections.items()
    }


def delivery_sections(campaigns: Sequence[Campaign]) -> dict[str, Any]:
    """Deliveries that staff have to confirm, and those drawn for a follow-up."""
    wishes = wishes_for_rows().filter(campaign__in=campaigns).order_by("state_since", "campaign__first_day", "serial")
    late = _late_since(campaigns)
    sections = {
        "to_confirm": wishes.filter(state=S.DELIVERED),
        "to_follow_up": to_follow_up(wishes),
    }
    return {
        name: {
            "count": rows.count(),
            "rows": [
                {**delivery_row(wish), **waiting_row(wish, late)}
                for wish in rows.prefetch_related("deliveries__claim__member", "follow_ups")[:ROWS]
            ],
        }
        for name, rows in sections.items()
    }


def branches(campaigns: Sequence[Campaign]) -> list[dict[str, Any]]:
    """Each branch with the wishes allocated to it (`total`) and those of them that its own members fulfilled (`done`)."""
    ours = Q(wishes__campaign__in=campaigns) & ~Q(wishes__state__in=(S.WITHDRAWN, S.CARRIED_OVER))
    allocated = Branch.objects.annotate(total=Count("wishes", filter=ours)).order_by("order", "created_at")
    done = dict(
        Delivery.objects.filter(wish__campaign__in=campaigns, wish__state=S.FULFILLED, current=True)
        .filter(wish__branch=F("claim__branch"))
        .values_list("wish__branch")
        .annotate(Count("pk"))
    )
    return [
        {"id": branch.pk, "name": branch.name, "done": done.get(branch.pk, 0), "total": branch.total}
        for branch in allocated
    ]
