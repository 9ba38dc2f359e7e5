"""Opening: an admitted wish is published to those who may claim it."""

from collections.abc import Callable, Iterable

from django.db import transaction

from hub.actor import Actor
from hub.clock import now, today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.working_days import after_full_days
from tenants.people.consents import consented
from tenants.people.models import Consent
from tenants.wishes.life import move
from tenants.wishes.models import Wish


def open_wish(wish: Wish, *, by: Actor) -> Wish:
    """`admitted` → `open`. A wish of a branch is that branch's alone for the policy's first working days.

    Raises `Refusal` (409) without a consent on record for showing it to claimers (domain.md, Privacy rules).
    """
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        if not consented([wish.beneficiary_id], Consent.Purpose.SHOW):
            raise Refusal(
                "no_consent_to_show",
                Text(
                    zh="心愿 {number} 还没有“向认领人公示”的同意记录，不能公布。",
                    en="There is no consent on record for showing wish {number} to claimers: it cannot be opened.",
                ),
                number=wish.number,
            )
        alone = wish.campaign.branch_only_days if wish.branch_id else 0
        return move(
            wish,
            Wish.State.OPEN,
            verb="opened",
            by=by,
            came_from=Wish.State.ADMITTED,
            opened_at=now(),
            branch_only_days=alone or None,
            branch_only_until=after_full_days(today(), alone) if alone else None,
        )


def open_wishes(wishes: Iterable[Wish], *, by: Actor) -> tuple[list[Wish], dict[str, Refusal]]:
    """Opens as many of these as can be. Returns those opened, and by number why another was not."""
    return each_that_can(wishes, lambda wish: open_wish(wish, by=by))


def each_that_can(wishes: Iterable[Wish], verb: Callable[[Wish], Wish]) -> tuple[list[Wish], dict[str, Refusal]]:
    """The verb for each of these, one transaction a wish. Returns those done, and by number why another was not."""
    done: list[Wish] = []
    refused: dict[str, Refusal] = {}
    for wish in wishes:
        try:
            done.append(verb(wish))
        except Refusal as refusal:
            refused[wish.number] = refusal
    return done, refused
