"""Where a request comes from, for limits that count an address."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from hub.communities.models import Community


def address_of(request: HttpRequest) -> str:
    """The address that per-address limits count: of IPv6 the /64, which is what one household or office is given.

    Behind proxies (WISHBRIDGE_TRUSTED_PROXIES says how many) it is the one that the outermost of them saw; what
    stands further left in X-Forwarded-For anybody can write.
    """
    proxies = getattr(settings, "WISHBRIDGE_TRUSTED_PROXIES", 0)
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    # A shorter list than was said is a proxy that begins it anew: its first is nearer the truth than the proxy itself.
    seen = passed[max(len(passed) - proxies, 0)] if proxies and passed else ""
    return _counted(seen) or _counted(str(request.META.get("REMOTE_ADDR") or "")) or "unknown"


def at_host(community: Community | None, whom: str) -> str:
    """Whom a limit counts, on one host: what happens at one community stands in nobody's way at another."""
    return f"{community.pk if community else 'platform'} {whom}"


def _counted(written: str) -> str:
    for part in (written, written.rpartition(":")[0]):
        # Some proxies write the port as well: 192.0.2.7:4711, [2001:db8::7]:4711.
        try:
            address = ipaddress.ip_address(part.strip("[]").partition("%")[0])
        except ValueError:
            continue
        if isinstance(address, ipaddress.IPv6Address):
            if address.ipv4_mapped:
                return str(address.ipv4_mapped)
            return str(ipaddress.ip_network((address, 64), strict=False))
        return str(address)
    return ""
