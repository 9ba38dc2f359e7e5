"""What a consent means for the wishes of the person who gave it or withdrew it (domain.md, Privacy rules)."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.language import Text
from hub.refusal import Refusal
from tenants.people.consents import PURPOSES, consented, withdraw_consent, withdrawn
from tenants.people.models import Consent
from tenants.wishes.comparing import BEFORE_ITS_END
from tenants.wishes.life import note
from tenants.wishes.models import Wish

S = Wish.State
P = Consent.Purpose

CONCERNED: dict[str, tuple[str, ...]] = {
    P.COLLECT: (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED, S.BACKSTOPPED),
    P.SHOW: (S.OPEN, S.CLAIMED),
    P.DISCLOSE: (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED),
}
"""Purpose → states in which staff have something to decide once it is withdrawn. An admitted wish that may not be shown
waits for that consent anyway."""


def end_consent(consent: Consent, *, by: Actor, by_mistake: bool = False) -> None:
    """Ends a consent with its effect at once: the person's wishes are locked, so that a claim is made before it or not.

    Each live wish tells so in its history. Raises `Refusal` (409) when it is withdrawn already.
    """
    with transaction.atomic():
        live = Wish.objects.filter(beneficiary=consent.beneficiary_id, state__in=BEFORE_ITS_END).order_by("pk")
        wishes = list(live.select_for_update(no_key=True))
        withdraw_consent(consent, by=by, by_mistake=by_mistake)
        if consent.purpose in CONCERNED and not by_mistake:
            for wish in wishes:
                note(wish, "consent_withdrawn", {"purpose": consent.purpose}, by=by)
        ring(LADDER)
        ring(FIGURES)


def end_consents(consents: Iterable[Consent], *, by: Actor) -> None:
    """Takes back what was recorded for many by mistake; those that are withdrawn already stay as they are."""
    with transaction.atomic():
        for consent in consents:
            if consent.withdrawn_at is None:
                end_consent(consent, by=by, by_mistake=True)


def withdrawn_now() -> Q:
    """The condition of wishes for which a withdrawn consent wants a decision of staff."""
    wanted = Q()
    for purpose, states in CONCERNED.items():
        wanted |= Q(state__in=states, beneficiary__in=withdrawn(purpose))
    return wanted


def demand_consent(wish: Wish, purpose: str, code: str) -> None:
    """Raises `Refusal` (409) with this code when the person has no consent in force for the step's purpose."""
    if consented([wish.beneficiary_id], purpose):
        return
    raise Refusal(
        code,
        Text(
            zh="心愿 {number} 还没有“{purpose}”的同意记录，不能{step}。",
            en="There is no consent on record for {purpose}: wish {number} cannot be {step}.",
        ),
        number=wish.number,
        purpose=PURPOSES[purpose],
        step=_STEPS[purpose],
    )


_STEPS: dict[str, Text] = {P.COLLECT: Text(zh="核查", en="verified"), P.SHOW: Text(zh="开放", en="opened")}
