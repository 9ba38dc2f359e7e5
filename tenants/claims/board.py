"""The board: open wishes as everybody may see them. Number, item, a dignified text; no name, no category.

The busiest list of the house: on the first day a thousand cards go within an hour. Serializers would be most of its
cost (architecture, measurements), so rows go from the database into the answer as they are.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from hub.clock import TIME_ZONE, now, today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.finding import main_campaign, running
from tenants.campaigns.models import Campaign
from tenants.people import consents
from tenants.people.models import Consent
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import still_wanted

ON_ITS_WAY = (
    Wish.State.OPEN,
    Wish.State.CLAIMED,
    Wish.State.DELIVERED,
    Wish.State.BACKSTOPPED,
    Wish.State.FULFILLED,
)
"""States in which a card's QR still leads somewhere; what became of a withdrawn wish is nobody's business."""
MOST_FULFILLED = 12
"""As many fulfilled wishes as fill a wall on which nothing is open any more."""

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
    "needed_by",
)
PLACE = ("campaign__first_day", "campaign__prefix")
"""With the serial: where a card stands in the board's order, the same across campaigns."""


@dataclass(frozen=True)
class Place:
    """A place in the board's order. Written out it is the cursor of the API."""

    first_day: datetime.date
    prefix: str
    serial: int

    def __str__(self) -> str:
        return f"{self.first_day.isoformat()}.{self.serial}.{self.prefix}"


def place_of(cursor: str) -> Place | None:
    """The place that a cursor names; None for the beginning. Raises `Refusal` (400) for anything else."""
    if not cursor:
        return None
    found = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]{1,9})\.(\S{1,12})", cursor)
    try:
        if found is not None:
            return Place(datetime.date.fromisoformat(found.group(1)), found.group(3), int(found.group(2)))
    except ValueError:
        pass
    raise Refusal(
        "no_such_place",
        Text(zh="接着看的位置不对，请从头看。", en="There is no such place in the list: begin again."),
        status=400,
        field="after",
    )


def place_of_row(row: Mapping[str, Any]) -> Place:
    """Where a row of `OpenCards.after` stands."""
    return Place(row["campaign__first_day"], row["campaign__prefix"], row["serial"])


def may_be_shown() -> QuerySet[Wish]:
    """Wishes with a consent in force for being shown to claimers, whose words tell nobody who it is."""
    return Wish.objects.filter(beneficiary__in=consents.may_be_shown(), kept_off=False)


def off_the_board() -> Q:
    """Wishes that nobody can claim though they may be open: a consent is withdrawn, their words tell who it is, or the
    day by which they are needed has passed."""
    return ~Q(pk__in=may_be_shown().filter(still_wanted()).values("pk"))


class OpenCards:
    """The running campaigns' open wishes that may be shown, as rows of `COLUMNS`; of one campaign, one branch, some kinds.

    One statement, written out: a quarter of a bare program's speed is the aim, and putting the same question together
    in the ORM costs more than asking it. Can be sliced and counted like a list of Django's, so pages are made of it.
    """

    FROM = """
        FROM wishes_wish w
        JOIN campaigns_campaign g ON g.id = w.campaign_id AND g.state = 'running'
        LEFT JOIN members_branch b ON b.id = w.branch_id
        WHERE w.state = 'open'
          AND NOT w.kept_off
          AND (%(campaign)s::uuid IS NULL OR w.campaign_id = %(campaign)s)
          AND (w.needed_by IS NULL OR w.needed_by >= %(today)s)
          AND EXISTS (
              SELECT FROM people_consent c
              WHERE c.beneficiary_id = w.beneficiary_id AND c.purpose = 'show' AND c.withdrawn_at IS NULL)
          AND NOT EXISTS (
              SELECT FROM people_consent c
              WHERE c.beneficiary_id = w.beneficiary_id AND c.purpose = 'collect' AND c.withdrawn_at IS NOT NULL
                AND NOT c.by_mistake
                AND NOT EXISTS (
                  SELECT FROM people_consent again
                  WHERE again.beneficiary_id = c.beneficiary_id AND again.purpose = 'collect'
                    AND again.withdrawn_at IS NULL))
          AND (%(branch)s::uuid IS NULL OR w.branch_id = %(branch)s)
          AND (%(kinds)s::text[] IS NULL OR w.kind = ANY(%(kinds)s))
    """
    ROWS = f"""
        SELECT w.id, w.number, w.serial, w.kind, w.item, w.quantity, w.requirements, w.public_text, w.budget_yuan,
               w.branch_id, b.name, w.branch_only_until, w.needed_by,
               g.first_day, g.prefix
        {FROM}
          AND (%(after_day)s::date IS NULL
               OR (g.first_day, g.prefix, w.serial) > (%(after_day)s::date, %(after_prefix)s, %(after_serial)s))
        ORDER BY g.first_day, g.prefix, w.serial LIMIT %(limit)s OFFSET %(offset)s
    """
    COUNT = f"SELECT count(*) {FROM}"
    BY_KIND = f"SELECT w.kind, count(*) {FROM} GROUP BY w.kind"

    def __init__(
        self, *, campaign_id: UUID | None = None, branch_id: UUID | None = None, kinds: list[str] | None = None
    ) -> None:
        self._asked = {"campaign": campaign_id, "branch": branch_id, "kinds": kinds or None, "today": today()}

    def __getitem__(self, part: slice) -> list[dict[str, Any]]:
        """The rows of a slice, in the board's order."""
        start = part.start or 0
        limit = None if part.stop is None else part.stop - start
        return [_without_place(row) for row in self._rows(None, limit, start)]

    def after(self, place: Place | None, limit: int) -> list[dict[str, Any]]:
        """So many rows behind a place, from the first where none is named; each with its own place (`PLACE`)."""
        return self._rows(place, limit, 0)

    def _rows(self, place: Place | None, limit: int | None, offset: int) -> list[dict[str, Any]]:
        behind = {
            "after_day": place.first_day if place else None,
            "after_prefix": place.prefix if place else "",
            "after_serial": place.serial if place else 0,
        }
        with connection.cursor() as cursor:
            cursor.execute(self.ROWS, {**self._asked, **behind, "limit": limit, "offset": offset})
            return [dict(zip((*COLUMNS, *PLACE), row, strict=True)) for row in cursor.fetchall()]

    def count(self) -> int:
        """How many there are."""
        with connection.cursor() as cursor:
            cursor.execute(self.COUNT, self._asked)
            return int(cursor.fetchone()[0])

    def by_kind(self) -> dict[str, int]:
        """How many of each kind there are; a kind without any is not named. Whatever kinds were asked for."""
        with connection.cursor() as cursor:
            cursor.execute(self.BY_KIND, {**self._asked, "kinds": None})
            return dict(cursor.fetchall())


def _without_place(row: dict[str, Any]) -> dict[str, Any]:
    for name in PLACE:
        row.pop(name, None)
    return row


def card(row: dict[str, Any], *, branch_id: object = None, is_member: bool = False) -> dict[str, Any]:
    """A row of `OpenCards` as the board answers it; `claimable` for the member who asks."""
    _without_place(row)
    until = row.pop("branch_only_until")
    alone = row["branch_id"] is not None and until is not None and today() < until
    row["branch_name"] = row.pop("branch__name")
    row["opens_to_all_on"] = until if alone else None
    row["claimable"] = is_member and (not alone or row["branch_id"] == branch_id)
    return row


def similar(wish: Wish, *, branch_id: object, count: int = 3) -> list[dict[str, Any]]:
    """Open wishes that somebody who lost this one could take instead: same kind first, then near in cost."""
    rows = [card(row, branch_id=branch_id, is_member=True) for row in OpenCards()[:] if row["id"] != wish.pk]
    budget = wish.budget_yuan or 0
    rows.sort(key=lambda row: (not row["claimable"], row["kind"] != wish.kind, abs((row["budget_yuan"] or 0) - budget)))
    return rows[:count]


def wall(campaign: Campaign | None = None) -> dict[str, Any]:
    """What the screen in the hall shows of all campaigns that run, or of this one: three numbers, open wishes, the last
    four claimed today, and the newest that were fulfilled. Where none runs, the newest that is closed, for what was
    fulfilled in it."""
    campaigns = [each for each in running() if campaign is None or each == campaign]
    main = campaign or main_campaign(office=False)
    if not campaigns and campaign is None and main:
        campaigns = [main]
    year = main.year if main in campaigns else None
    S = Wish.State
    # Who withdrew the consent to being shown is not counted on the wall either.
    shown = Wish.objects.exclude(beneficiary__in=consents.withdrawn(Consent.Purpose.SHOW))
    shown = shown.exclude(beneficiary__in=consents.standing_still())
    counts = shown.filter(campaign__in=campaigns).aggregate(
        on_the_way=Count("pk", filter=Q(state__in=(S.CLAIMED, S.DELIVERED, S.BACKSTOPPED))),
        fulfilled=Count("pk", filter=Q(state=S.FULFILLED)),
    )
    names = ("id", "number", "serial", "item", "public_text", "requirements")
    recent = (
        may_be_shown()
        .filter(campaign__in=campaigns, state=S.CLAIMED)
        .annotate(day=TruncDate("state_since", tzinfo=TIME_ZONE))
        .filter(day=today())
        .order_by("-state_since")
        .values(*names)[:4]
    )
    cards = [{name: row[name] for name in names} for row in OpenCards(campaign_id=campaign.pk if campaign else None)[:]]
    fulfilled = (
        may_be_shown()
        .filter(campaign__in=campaigns, state=S.FULFILLED)
        .order_by("-state_since", "-serial")
        .values(*names)[:MOST_FULFILLED]
    )
    return {
        "year": year,
        "campaigns": [{"id": each.pk, "title": each.title, "prefix": each.prefix} for each in campaigns],
        # What is shown is what is counted.
        "open": len(cards),
        **counts,
        "cards": cards,
        "just_claimed": list(recent),
        "just_fulfilled": list(fulfilled),
        "at": now(),
    }
