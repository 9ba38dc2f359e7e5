"""Change the master key without taking anything off: data keys are wrapped anew, the data stay as they are.

1. Put the new key before the old one into the master key file, on a line of its own.
2. `wishbridge manage rewrap_keys`: processes that run notice by themselves.
3. Take the old line out.
"""

from django.db import transaction

from hub import envelope
from hub.communities.models import Community, HubKey
from hub.privacy.keys import owner_of


@transaction.atomic
def rewrap_keys() -> int:
    """Wrap the hub's key and every community's with the first key of the file, and return how many that were.

    All or none. Raises KeyTrouble when one opens with no key of the file; safe to repeat.
    """
    hub_keys = list(HubKey.objects.select_for_update())
    for hub_key in hub_keys:
        hub_key.wrapped_key = envelope.wrap(envelope.unwrap(bytes(hub_key.wrapped_key), "hub"), "hub")
    communities = list(Community.objects.select_for_update(no_key=True).only("pk", "wrapped_key"))
    for community in communities:
        owner = owner_of(community.pk)
        community.wrapped_key = envelope.wrap(envelope.unwrap(bytes(community.wrapped_key), owner), owner)
    HubKey.objects.bulk_update(hub_keys, ["wrapped_key"])
    Community.objects.bulk_update(communities, ["wrapped_key"], batch_size=500)
    return len(hub_keys) + len(communities)
