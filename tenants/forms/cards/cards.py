"""What stands on the cards (experience.md, "Print"). No category, and on a wish card no name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Q

from hub.actor import Actor
from hub.clock import now
from hub.pinyin import sort_key
from hub.privacy.access import record_access
from hub.privacy.masking import mask_address
from hub.qr import qr_svg
from tenants.campaigns.models import Campaign
from tenants.people.consents import kept_from_view, standing_still
from tenants.people.models import Household
from tenants.wishes.life import UNDER_WAY
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import CLAIMED_BY_NOBODY

S = Wish.State
ON_THE_WALL = (S.OPEN,)
"""Wishes whose card is printed: whoever scans another could claim nothing."""
KNOCKED_AT = tuple(state for state in UNDER_WAY if state != S.COLLECTED)
"""Wishes that a household's code will be asked for: from the day on which somebody found that they are true."""

_CLAIMED_BY_NOBODY = Q(state__in=[state for state in KNOCKED_AT if state in CLAIMED_BY_NOBODY])

Address = Callable[[str], str]
"""Makes the whole address of a path on this host."""


def wish_cards(wishes: Iterable[Wish], *, address: Address, by: Actor) -> list[dict[str, Any]]:
    """A card for each wish, by number: item and dignified text, and a QR code of the wish's page.

    Written to the access log, like every export.
    """
    wishes = list(wishes)
    cards = [
        {
            "id": wish.pk,
            "number": wish.number,
            "item": wish.item,
            "quantity": wish.quantity,
            "public_text": wish.public_text,
            "requirements": wish.requirements,
            "kind": wish.kind,
            "branch_id": wish.branch_id,
            "branch_name": wish.branch.name if wish.branch else "",
            # No more of an address than the building, which also stands on lists.
            "building": mask_address(wish.beneficiary.household.address),
            "printed_at": wish.card_printed_at,
            "address": address(f"/wish/{wish.pk}"),
            "qr_svg": qr_svg(address(f"/wish/{wish.pk}")).decode(),
        }
        for wish in wishes
    ]
    if cards:
        record_access(
            by,
            subject="wish_cards",
            subject_id=None,
            fields=["item"],
            reason=f"{len(cards)} cards",
            subjects=[wish.pk for wish in wishes],
        )
    return cards


def household_cards(
    campaigns: Sequence[Campaign], *, households: Iterable[Any] | None = None, address: Address, by: Actor
) -> list[dict[str, Any]]:
    """A card for each household with a wish under way, in the order of addresses: who lives there, their code.

    A wish that nobody has claimed, and whose person withdrew the consent to being on record or shown, is not under way;
    one that is claimed is brought unless staff decide otherwise.

    The QR code leads whoever brings a gift to the page of its delivery, with the code filled in.
    `households` names some of them; without it all. Written to the access log.
    """
    wishes = Wish.objects.filter(campaign__in=campaigns, state__in=KNOCKED_AT).select_related(
        "branch", "beneficiary__household"
    )
    wishes = wishes.exclude(
        _CLAIMED_BY_NOBODY & (Q(beneficiary__in=standing_still()) | Q(beneficiary__in=kept_from_view()))
    )
    if households is not None:
        wishes = wishes.filter(beneficiary__household__in=list(households))
    of_household: dict[Household, list[Wish]] = defaultdict(list)
    for wish in wishes.order_by("campaign__first_day", "serial"):
        of_household[wish.beneficiary.household].append(wish)
    cards = [
        {
            "id": household.pk,
            "code": household.code,
            "name": "、".join(dict.fromkeys(wish.beneficiary.name for wish in theirs)),
            "address": household.address,
            "building": mask_address(household.address),
            "branch_names": list(dict.fromkeys(wish.branch.name for wish in theirs if wish.branch)),
            "numbers": [wish.number for wish in theirs],
            # The code stands behind the #, which reaches no server and no log.
            "qr_svg": qr_svg(address(f"/deliver/{household.pk}#{household.code}")).decode(),
        }
        for household, theirs in of_household.items()
    ]
    if cards:
        record_access(
            by,
            subject="household_cards",
            subject_id=None,
            fields=["name", "address", "code"],
            reason=f"{len(cards)} cards",
            subjects=[wish.beneficiary_id for theirs in of_household.values() for wish in theirs],
        )
    return sorted(cards, key=lambda card: sort_key(str(card["address"])))


def remember_printed(wishes: Iterable[Any], *, printed: bool) -> int:
    """Marks these wishes' cards as printed now, or as not printed yet. Answers how many were marked."""
    return Wish.objects.filter(pk__in=list(wishes)).update(card_printed_at=now() if printed else None)
