"""Today's work: what needs staff now, each section with its count, its first rows, and where the rest is."""

from typing import Any

from django.db.models import Count, F, Q

from hub.clock import today
from tenants.campaigns.models import Campaign
from tenants.campaigns.working_days import add_working_days
from tenants.claims.answers import claim_row, claims_for_rows
from tenants.claims.api_wishes import delivery_row
from tenants.claims.following_up import to_follow_up
from tenants.claims.models import Delivery
from tenants.members.models import Branch
from tenants.people.models import Consent
from tenants.wishes.answers import wish_row, wishes_for_rows
from tenants.wishes.models import Wish

ROWS = 6
"""Rows shown of a section; the rest is behind its link."""

S = Wish.State


def claim_sections(campaign: Campaign) -> dict[str, Any]:
    """Overdue claims, and those due today or on the next working day, by deadline."""
    waiting = claims_for_rows().filter(wish__campaign=campaign, ended_at=None, wish__state=S.CLAIMED)
    waiting = waiting.order_by("deadline", "claimed_at")
    soon = add_working_days(today(), 1)
    sections = {
        "overdue": waiting.filter(deadline__lt=today()),
        "due_soon": waiting.filter(deadline__gte=today(), deadline__lte=soon),
    }
    return {
        name: {"count": rows.count(), "rows": [claim_row(claim) for claim in rows[:ROWS]]}
        for name, rows in sections.items()
    }


def wish_sections(campaign: Campaign) -> dict[str, Any]:
    """What waits for completing, verification, assessment, consent, branch, opening; longest waiting first."""
    wishes = wishes_for_rows().filter(campaign=campaign).order_by("state_since", "serial")
    shown = Consent.objects.filter(purpose=Consent.Purpose.SHOW, withdrawn_at=None).values("beneficiary")
    admitted = wishes.filter(state=S.ADMITTED)
    sections = {
        "to_complete": wishes.filter(state=S.COLLECTED).exclude(missing=[]),
        "to_verify": wishes.filter(state=S.COLLECTED, missing=[]),
        "to_assess": wishes.filter(state=S.VERIFIED),
        "to_consent": admitted.exclude(beneficiary__in=shown),
        "to_balance": admitted.filter(branch=None, beneficiary__in=shown),
        "to_open": admitted.filter(branch__isnull=False, beneficiary__in=shown),
        "backstopped": wishes.filter(state=S.BACKSTOPPED),
    }
    return {
        name: {"count": rows.count(), "rows": [wish_row(wish) for wish in rows[:ROWS]]}
        for name, rows in sections.items()
    }


def delivery_sections(campaign: Campaign) -> dict[str, Any]:
    """Deliveries that staff have to confirm, and those drawn for a follow-up."""
    wishes = wishes_for_rows().filter(campaign=campaign).order_by("state_since", "serial")
    sections = {
        "to_confirm": wishes.filter(state=S.DELIVERED),
        "to_follow_up": to_follow_up(wishes),
    }
    return {
        name: {
            "count": rows.count(),
            "rows": [
                delivery_row(wish) for wish in rows.prefetch_related("deliveries__claim__member", "follow_ups")[:ROWS]
            ],
        }
        for name, rows in sections.items()
    }


def branches(campaign: Campaign) -> list[dict[str, Any]]:
    """Each branch with the wishes allocated to it (`total`) and those of them that its own members fulfilled (`done`)."""
    ours = Q(wishes__campaign=campaign) & ~Q(wishes__state__in=(S.WITHDRAWN, S.CARRIED_OVER))
    allocated = Branch.objects.annotate(total=Count("wishes", filter=ours)).order_by("order", "created_at")
    done = dict(
        Delivery.objects.filter(wish__campaign=campaign, wish__state=S.FULFILLED, current=True)
        .filter(wish__branch=F("claim__branch"))
        .values_list("wish__branch")
        .annotate(Count("pk"))
    )
    return [
        {"id": branch.pk, "name": branch.name, "done": done.get(branch.pk, 0), "total": branch.total}
        for branch in allocated
    ]
