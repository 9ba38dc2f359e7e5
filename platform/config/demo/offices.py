"""Who works in a community, and how its members come to claim."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from config.demo import people
from config.demo.county import Place
from hub.accounts.inviting import create_first_administrator, invite
from hub.accounts.members import ensure_member_account
from hub.accounts.passwords import new_password
from hub.accounts.seats import checked_phone, take_seat
from hub.actor import ADMINISTRATOR, MEMBER, STAFF, Actor
from hub.communities.models import Community
from hub.communities.profile import write_profile
from tenants.members.models import Member


@dataclass(frozen=True)
class Office:
    """One administrator and two of the staff: one collects and verifies, the other assesses."""

    administrator: Actor
    collector: Actor
    assessor: Actor


NAMES = {"haihong": ("李国俊", "马秀兰", "周海宁"), "binhe": ("韩生莲", "白文军", "丁玉梅")}
"""Those of haihong stand in its workbook: who filled it in and who checked it. The others' are invented."""


def open_office(place: Place, community: Community, random: Random, passwords: Mapping[str, str]) -> Office:
    """Gives the three their accounts. They log in by a code, or by the password that stands under their telephone."""
    names = NAMES.get(place.slug) or tuple(people.name(random) for _ in range(3))
    phones = [people.staff_phone(place, order) for order in range(3)]
    for phone, name in zip(phones, names, strict=True):
        seat_with_password(phone, name, community, passwords)
    first = create_first_administrator(phones[0], names[0], community=community)
    administrator = Actor(first.account.pk, names[0], frozenset({ADMINISTRATOR}))
    write_profile(community, _reached_at(place), by=administrator)
    collector, assessor = (
        invite(phones[order], names[order], {STAFF}, community=community, by=administrator) for order in (1, 2)
    )
    return Office(
        administrator,
        Actor(collector.account.pk, names[1], frozenset({STAFF})),
        Actor(assessor.account.pk, names[2], frozenset({STAFF})),
    )


def _reached_at(place: Place) -> dict[str, str]:
    return {
        "telephone": f"0972-8500{place.order:03d}",
        "address": f"{place.regions[-1]}{place.name}居委会一楼大厅",
        "hours": "周一至周五 8:30–12:00、14:30–18:00",
    }


def seat_with_password(phone: str, name: str, community: Community | None, passwords: Mapping[str, str]) -> None:
    """A seat that an invitation finds and gives no first password: the demo's, or for most one that nobody knows.

    A demo is for looking, not for typing a new password first. And hashing 120 that nobody reads would take a third
    of its time.
    """
    with transaction.atomic():
        seat = take_seat(checked_phone(phone), name, community)
        seat.password = make_password(passwords[phone]) if phone in passwords else _nobodys_password()
        seat.save(update_fields=["password"])


@cache
def _nobodys_password() -> str:
    return make_password(new_password())


@dataclass
class Claimers:
    """The members who can claim, each with how many wishes are in hand."""

    community: Community
    members: Sequence[Member]
    limit: int
    random: Random
    by: Actor
    kept_free: frozenset[UUID] = frozenset()
    """Members who claim what is meant for them only: their logins are for whoever looks at the demo."""
    in_hand: Counter[UUID] = field(default_factory=Counter)
    actors: dict[UUID, Actor] = field(default_factory=dict)

    def choose(self, branch_id: UUID | None, *, alone: bool) -> Member:
        """A member with a free hand, of the branch where that must be; usually of it where it need not."""
        free = [m for m in self.members if self.in_hand[m.pk] < self.limit and m.pk not in self.kept_free]
        ours = [member for member in free if member.branch_id == branch_id]
        pool = ours if ours and (alone or self.random.random() < 0.85) else [] if alone else free
        # A branch of one member must do what it can: then the one with the fullest hands is asked, and is refused.
        return self.random.choice(pool or list(self.members))

    def actor(self, member: Member) -> Actor:
        """The member as somebody who is logged in; gets an account at the first time."""
        if member.pk not in self.actors:
            account = ensure_member_account(
                member.pk, member.phone, member.name, self.community, branch_id=member.branch_id, by=self.by
            )
            self.actors[member.pk] = Actor(account.pk, member.name, frozenset({MEMBER}), member.pk)
        return self.actors[member.pk]
