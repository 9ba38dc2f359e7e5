"""The board: open wishes as everybody may see them. Number, item, a dignified text; no name, no category.

The busiest list of the house: on the first day a thousand cards go within an hour. Serializers would be most of its
cost (architecture, measurements), so rows go from the database into the answer as they are.
"""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from hub.clock import TIME_ZONE, now, today
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import current_campaign
from tenants.people.models import Consent
from tenants.wishes.models import Wish

COLUMNS = (
    "id",
    "number",
    "serial",
    "kind",
    "item",
    "quantity",
    "requirements",
    "public_text",
    "budget_yuan",
    "branch_id",
    "branch__name",
    "branch_only_until",
)


def may_be_shown() -> QuerySet[Wish]:
    """Wishes with a consent in force for being shown to claimers."""
    return Wish.objects.filter(
        beneficiary__consents__purpose=Consent.Purpose.SHOW, beneficiary__consents__withdrawn_at=None
    )


def open_cards(
    campaign: Campaign, *, branch_id: UUID | None = None, kinds: list[str] | None = None
) -> QuerySet[Any, Any]:
    """The open wishes of a campaign as rows of `COLUMNS`; of one branch and of some kinds where asked."""
    wishes = may_be_shown().filter(campaign=campaign, state=Wish.State.OPEN)
    if branch_id is not None:
        wishes = wishes.filter(branch=branch_id)
    if kinds:
        wishes = wishes.filter(kind__in=kinds)
    return wishes.order_by("serial").values(*COLUMNS)


def card(row: dict[str, Any], *, branch_id: object = None, is_member: bool = False) -> dict[str, Any]:
    """A row of `open_cards` as the board answers it; `claimable` for the member who asks."""
    until = row.pop("branch_only_until")
    alone = row["branch_id"] is not None and until is not None and today() < until
    row["branch_name"] = row.pop("branch__name")
    row["opens_to_all_on"] = until if alone else None
    row["claimable"] = is_member and (not alone or row["branch_id"] == branch_id)
    return row


def similar(wish: Wish, *, branch_id: object, count: int = 3) -> list[dict[str, Any]]:
    """Open wishes that somebody who lost this one could take instead: same kind first, then near in cost."""
    rows = [card(row, branch_id=branch_id, is_member=True) for row in open_cards(wish.campaign) if row["id"] != wish.pk]
    budget = wish.budget_yuan or 0
    rows.sort(key=lambda row: (not row["claimable"], row["kind"] != wish.kind, abs((row["budget_yuan"] or 0) - budget)))
    return rows[:count]


def wall() -> dict[str, Any]:
    """What the screen in the hall shows: the year's three numbers, open wishes, and the last four claimed today."""
    campaign = current_campaign()
    if campaign is None:
        return {"year": None, "open": 0, "on_the_way": 0, "fulfilled": 0, "cards": [], "just_claimed": [], "at": now()}
    S = Wish.State
    counts = Wish.objects.filter(campaign=campaign).aggregate(
        open=Count("pk", filter=Q(state=S.OPEN)),
        on_the_way=Count("pk", filter=Q(state__in=(S.CLAIMED, S.DELIVERED, S.BACKSTOPPED))),
        fulfilled=Count("pk", filter=Q(state=S.FULFILLED)),
    )
    names = ("id", "number", "serial", "item", "public_text", "requirements")
    recent = (
        may_be_shown()
        .filter(campaign=campaign, state=S.CLAIMED)
        .annotate(day=TruncDate("state_since", tzinfo=TIME_ZONE))
        .filter(day=today())
        .order_by("-state_since")
        .values(*names)[:4]
    )
    return {
        "year": campaign.year,
        **counts,
        "cards": list(open_cards(campaign).values(*names)),
        "just_claimed": list(recent),
        "at": now(),
    }
