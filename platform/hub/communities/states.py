"""A community is suspended and resumed, archived and restored: one verb each, one event each."""

from django.db import transaction

from hub.actor import Actor
from hub.clock import now
from hub.communities.compiled import compiled
from hub.communities.migrating import bring_up
from hub.communities.models import Community, CommunityEvent
from hub.language import Text
from hub.refusal import Refusal

ACTIVE, SUSPENDED, ARCHIVED = Community.State.ACTIVE, Community.State.SUSPENDED, Community.State.ARCHIVED

NOT_IN_STATE = Text(
    zh="{name}现在是“{state}”，不能这样做。", en="{name} is {state} at the moment, so this is not possible."
)
STATES = {
    ACTIVE: Text(zh="使用中", en="active"),
    SUSPENDED: Text(zh="已暂停", en="suspended"),
    ARCHIVED: Text(zh="已归档", en="archived"),
}


def suspend(community: Community, *, reason: str, by: Actor) -> Community:
    """Close the community's host for a while; its data stay, and its deadlines go on."""
    return _move(community, "suspend", [ACTIVE], SUSPENDED, reason, by)


def resume(community: Community, *, by: Actor, reason: str = "") -> Community:
    """Open a suspended community again."""
    return _move(community, "resume", [SUSPENDED], ACTIVE, reason, by)


def archive(community: Community, *, reason: str, by: Actor) -> Community:
    """End a community; its schema stays until somebody takes it away, and `restore` brings it back."""
    return _move(community, "archive", [ACTIVE, SUSPENDED], ARCHIVED, reason, by)


def restore(community: Community, *, by: Actor, reason: str = "") -> Community:
    """Bring an archived community back to work, and its schema to this program's version."""
    with transaction.atomic():
        restored = _move(community, "restore", [ARCHIVED], ACTIVE, reason, by)
        bring_up([restored.pk], compiled())
    return restored


@transaction.atomic
def _move(
    community: Community, verb: str, start: list[Community.State], to: Community.State, reason: str, by: Actor
) -> Community:
    """Raises Refusal community_state (409) when the community is in another state, for instance since a moment ago."""
    moved = Community.objects.filter(pk=community.pk, state__in=start).update(state=to, state_since=now())
    current = Community.objects.get(pk=community.pk)
    if not moved:
        raise Refusal("community_state", NOT_IN_STATE, name=current.name, state=STATES[Community.State(current.state)])
    CommunityEvent.objects.create(community=current, verb=verb, reason=reason[:200], actor_id=by.account_id)
    return current
