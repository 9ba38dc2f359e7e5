"""What is alive in the community next door is not there here, whatever the route and whoever asks."""

import re
from uuid import UUID

import pytest
from django_tenants.utils import tenant_context

from hub.accounts.inviting import create_first_administrator
from hub.actor import ADMINISTRATOR, MEMBER
from hub.communities.models import Community
from tenants.claims.models import Claim
from tenants.people.models import Consent
from tenants.wishes.models import Wish
from tests.contract.routes import ROWS, filled, parameters
from tests.contract.stage import Stage
from tests.world import World, make_world

DRAWN = "GET board/{wish_id}/qr"
"""Draws the address that it is asked for, and looks nothing up."""


def things_of(world: World) -> dict[str, UUID]:
    """One of each that a path can name, alive in this world. To be called inside its community's block."""
    wish = world.wish(Wish.State.CLAIMED)
    consent = Consent.objects.first()
    assert consent is not None
    return {
        "wish_id": wish.pk,
        "claim_id": Claim.objects.get(wish=wish).pk,
        "branch_id": world.office.pk,
        "member_id": world.zhang.pk,
        "person_id": world.elder.pk,
        "campaign_id": world.campaign.pk,
        "consent_id": consent.pk,
    }


@pytest.mark.django_db
def test_what_is_alive_next_door_is_not_there_here(stage: Stage, other_community: Community) -> None:
    with tenant_context(other_community):
        foreign = things_of(make_world(other_community))
        before = {wish.pk: wish.state for wish in Wish.objects.all()}
    invited = create_first_administrator("+8613900120521", "赵主任", community=other_community)
    foreign["id"] = invited.account.pk
    called, wrong = 0, []
    for route, row in ROWS.items():
        method, path = route.split(" ")
        if route == DRAWN or not set(parameters(path)) & set(foreign):
            continue
        for role in {ADMINISTRATOR, MEMBER} & row.who:
            called += 1
            body = {"member": str(foreign["member_id"])} if path.endswith("/claim") and role == ADMINISTRATOR else {}
            status = stage.ask(role, method, filled(path, foreign), None if method == "GET" else body).status_code
            # A body is looked at before the thing it is about.
            if status not in ({404} if method in ("GET", "DELETE") else {404, 400}):
                wrong.append(f"{role}: {route} → {status}")
    assert wrong == []
    assert called > 40
    with tenant_context(other_community):
        assert {wish.pk: wish.state for wish in Wish.objects.all()} == before


def test_a_path_names_what_it_is_about() -> None:
    """The names that `things_of` fills are those of the routes."""
    named = {name for route in ROWS for name in re.findall(r"{(\w+)}", route)}

    assert named >= {"wish_id", "claim_id", "branch_id", "member_id", "person_id", "campaign_id", "consent_id", "id"}
