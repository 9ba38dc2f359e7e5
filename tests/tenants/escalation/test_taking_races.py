"""The ladder meets people: while it recalls what is overdue, claimers hand back and deliver. Nobody sees an error."""

from collections.abc import Callable

import pytest
from django.db import transaction

from hub.clock import now, standing_at
from tenants.claims import giving_up
from tenants.claims.models import Claim
from tenants.escalation.taking import take_due_steps
from tenants.members.register import NewMember, register_member
from tenants.wishes.models import Wish
from tests.tenants.claims.racing import at_once, won
from tests.tenants.claims.test_races import all_is_consistent
from tests.world import World, later


def climb() -> object:
    with transaction.atomic():
        return take_due_steps(now())


@pytest.mark.django_db(transaction=True)
def test_overdue_claims_are_handed_back_and_delivered_while_the_ladder_recalls_them(world: World) -> None:
    claims = []
    for n in range(10):
        member = register_member(NewMember(name=f"党员{n}", phone=f"1391200{n:04d}"), by=world.administrator)
        claims.append(world.claim_of(world.wish(Wish.State.CLAIMED, member=member)))
    with standing_at(later(days=60)):
        doings: list[Callable[[], object]] = [climb]
        for n, claim in enumerate(claims):
            by = world.as_member(claim.member)
            doings.append(
                (lambda c=claim, b=by: giving_up.hand_back(c, by=b))
                if n % 2
                else (lambda c=claim: world.deliver(Claim.objects.get(pk=c.pk)))
            )
        results = at_once(world.community, doings)
    assert won(results[:1]), "the ladder itself was not refused"
    assert not Claim.objects.filter(ended_at=None, wish__state=Wish.State.CLAIMED).exists()
    all_is_consistent()
