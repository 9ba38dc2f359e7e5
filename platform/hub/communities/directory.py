"""Which community answers on a host: a look-up that costs nothing and notices changes within a second."""

import time

from hub.communities.models import Community, DirectoryStamp, Domain

STAMP_IS_LOOKED_AT_EVERY_S = 1.0


class Directory:
    """This process's copy of the hosts it was asked for.

    At most once a second it compares the stamp that database triggers renew with every change of a community
    or a domain; another stamp empties the copy. Hosts that belong to nobody are not kept, so strangers
    cannot fill the memory.
    """

    def __init__(self) -> None:
        self._found: dict[str, Community] = {}
        self._stamp: object = None
        self._looked_at = float("-inf")

    def community_at(self, host: str) -> Community | None:
        """The community of a host (lower case, no port), whatever its state; None when there is none.

        The object is shared between requests: read it, never change it.
        """
        self._notice_changes()
        known = self._found.get(host)
        if known is None:
            entry = Domain.objects.select_related("tenant").filter(domain=host).first()
            if entry is None:
                return None
            known = self._found[host] = entry.tenant
        return known

    def forget(self) -> None:
        """Look everything up anew."""
        self._found.clear()
        self._looked_at = float("-inf")

    def _notice_changes(self) -> None:
        moment = time.monotonic()
        if moment - self._looked_at < STAMP_IS_LOOKED_AT_EVERY_S:
            return
        stamp = DirectoryStamp.objects.values_list("stamp", flat=True).first()
        if stamp is None or stamp != self._stamp:
            self._found.clear()
        self._stamp = stamp
        self._looked_at = moment


directory = Directory()
