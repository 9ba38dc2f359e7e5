"""Carrying over: what nobody claimed leaves its campaign, and comes again in another (domain.md, Life of a wish)."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F, QuerySet

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import next_serials
from tenants.people.consents import standing_still
from tenants.wishes.collecting import warnings_of
from tenants.wishes.completeness import what_is_missing
from tenants.wishes.life import move_all, noted
from tenants.wishes.models import Wish, WishEntry
from tenants.wishes.needed_days import has_passed

UNCLAIMED = (Wish.State.ADMITTED, Wish.State.OPEN)
"""What is carried over; everything else of a year comes to an end of its own."""

_THE_SAME = (
    "beneficiary_id", "kind", "item", "quantity", "requirements", "public_text", "story", "budget_yuan",
    "collector_name", "collector_id", "collected_on", "branch_fixed", "branch_by_hand",
)  # fmt: skip


def carry_over(wishes: Sequence[Wish], *, by: Actor) -> None:
    """`admitted` or `open` → `carried_over`, all or none. To be called inside the verb's transaction.

    Raises `Refusal` (409) when one of them stands elsewhere.
    """
    if wishes:
        move_all(wishes, Wish.State.CARRIED_OVER, verb="carried_over", by=by, came_from=UNCLAIMED, changes={})


def not_arrived(campaign: Campaign | None = None) -> QuerySet[Wish]:
    """Wishes that were carried over (out of one campaign, or any) and have not come into a later one.

    Those of people who have withdrawn their consent to being on record are not among them, nor those of a year whose
    personal content is erased.
    """
    waiting = Wish.objects.filter(state=Wish.State.CARRIED_OVER, carried_to=None, campaign__erased_at=None)
    waiting = waiting.exclude(beneficiary__in=standing_still())
    return (waiting.filter(campaign=campaign) if campaign else waiting).order_by("campaign__year", "serial")


def carry_in(wishes: Sequence[Wish], into: Campaign, *, by: Actor) -> list[Wish]:
    """The same wishes again in another campaign: new numbers, each with a link to the old one. Returns the new ones.

    They begin as `collected`: months have passed, so whether the need is still there, and name and contact still
    true, is verified anew, and the new year's form shows by whom. Consents belong to the person and hold on; what
    is missing and the limit of cost are looked at anew. A wish that was bound to a branch stays with it.
    To be called inside the verb's transaction. Raises `Refusal` (409) unless the campaign is another one, of the same
    year or a later one, and goes on.
    """
    if not wishes:
        return []
    if into.year < max(wish.campaign.year for wish in wishes) or into.pk in {wish.campaign_id for wish in wishes}:
        raise no_place_for_leftovers()
    moment = now()
    fresh = []
    for wish, serial in zip(wishes, next_serials(into, len(wishes)), strict=True):
        again = Wish(
            campaign=into,
            serial=serial,
            number=f"{into.prefix}-{serial:03d}",
            carried_from=wish,
            state_since=moment,
            branch_id=wish.branch_id if wish.branch_fixed or wish.branch_by_hand else None,
            # A day that is over says nothing of the year to come.
            needed_by=None if has_passed(wish) else wish.needed_by,
            warnings=warnings_of(into, wish.budget_yuan, wish.warnings),
            **{name: getattr(wish, name) for name in _THE_SAME},
        )
        again.missing = what_is_missing(again, wish.beneficiary)
        fresh.append(again)
    Wish.objects.bulk_create(fresh)
    came = [noted(new, "carried_in", {"from": old.number}, by=by) for old, new in zip(wishes, fresh, strict=True)]
    went = [noted(old, "arrived", {"as": new.number}, by=by) for old, new in zip(wishes, fresh, strict=True)]
    WishEntry.objects.bulk_create([*came, *went])
    ring(LADDER)
    ring(FIGURES)
    return fresh


def no_place_for_leftovers() -> Refusal:
    """What is told of a campaign that cannot take in what another left over."""
    return Refusal(
        "not_a_later_campaign",
        Text(
            zh="只能结转到同一年度或之后年度、还没有结项的另一个活动。",
            en="A wish is carried over into another campaign that is not closed, of the same year or a later one.",
        ),
        field="into",
    )


def take_back(campaign: Campaign, *, by: Actor) -> tuple[int, int]:
    """Undoes a carrying over: wishes go back to where they stood. To be called inside the verb's transaction.

    What has come into a later campaign and been worked on there lives on there, and its old wish stays carried over;
    what was not touched there is taken out of it again. Returns how many came back and how many stay.
    """
    gone = Wish.objects.filter(campaign=campaign, state=Wish.State.CARRIED_OVER)
    wishes = {wish.pk: wish for wish in gone.order_by("serial", "pk").select_for_update(no_key=True)}
    # Locked before anybody asks what has been done with them: who works on one just now has done so, or is too late.
    copies = list(Wish.objects.filter(carried_from__in=list(wishes)).order_by("serial", "pk").select_for_update())
    touched = set(WishEntry.objects.filter(wish__in=copies).exclude(verb="carried_in").values_list("wish", flat=True))
    entries = []
    for copy in copies:
        assert copy.carried_from_id is not None, "that is how it was found"
        old = wishes[copy.carried_from_id]
        if copy.pk in touched or copy.state != Wish.State.COLLECTED:
            del wishes[old.pk]
            continue
        entries.append(noted(old, "taken_back", {"from": copy.number}, by=by))
        copy.delete()
    for wish in wishes.values():
        entry = noted(wish, "carry_over_undone", {}, by=by)
        wish.state, wish.state_since = _before(wish)
        entry.to_state = wish.state
        entries.append(entry)
    Wish.objects.bulk_update(wishes.values(), ["state", "state_since"])
    WishEntry.objects.bulk_create(entries)
    ring(LADDER)
    ring(FIGURES)
    return len(wishes), gone.count()


def _before(wish: Wish) -> tuple[str, datetime]:
    """The state that a wish was carried over from, and since when it stood there: what the ladder has said of that
    time is not said twice."""
    moves = wish.history.exclude(from_state=F("to_state"))
    left = moves.filter(to_state=Wish.State.CARRIED_OVER).last()
    assert left is not None, "a wish in this state was moved there"
    came = moves.filter(to_state=left.from_state, at__lte=left.at).last()
    return left.from_state, came.at if came else left.at
