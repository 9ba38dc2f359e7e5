"""Households: one for each address, with the four-digit code that stands on the card at home."""

import re
import secrets
from collections.abc import Sequence

from hub.privacy.blind import blind
from hub.writing import plain as plain
from tenants.people.models import Household
from tenants.people.places import place_marks


def household_at(address: str) -> Household:
    """The household at this address, made when it is new. People without an address live each for themselves.

    Takes the address as written; returns a stored household with a random four-digit code.
    """
    return households_at([address])[0]


def households_at(addresses: Sequence[str]) -> list[Household]:
    """The households at these addresses, in order, each as `household_at` gives it; two queries for all of them."""
    marks = [address_mark(address) for address in addresses]
    known: dict[bytes, Household] = {}
    wanted = {mark for mark in marks if mark is not None}
    for household in Household.objects.filter(address_index__in=wanted).order_by("-created_at"):
        known[bytes(household.address_index or b"")] = household  # of several the oldest, which comes last
    found: list[Household] = []
    new: list[Household] = []
    for address, mark in zip(addresses, marks, strict=True):
        household_there = known.get(mark) if mark is not None else None
        if household_there is None:
            code = f"{secrets.randbelow(10_000):04d}"
            household_there = Household(
                address=address.strip(), address_index=mark, place_marks=place_marks(address), code=code
            )
            new.append(household_there)
            if mark is not None:
                known[mark] = household_there
        found.append(household_there)
    Household.objects.bulk_create(new)
    return found


def address_mark(address: str) -> bytes | None:
    """The blind index by which a household is found again, whatever blanks and widths its address is written with."""
    return blind("address", plain(address)) if plain(address) else None


def walking_order(address: str) -> list[tuple[int, int | str]]:
    """A key by which addresses sort as one walks: building 2 before building 11, whatever stands around the numbers."""
    parts = re.split(r"(\d+)", plain(address))
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in parts if part]
