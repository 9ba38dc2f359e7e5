"""What is stored already, as far as the records of a file can touch it: a handful of queries, whatever its length."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from hub.privacy.blind import blind
from tenants.campaigns.finding import GOING_ON
from tenants.campaigns.models import Campaign
from tenants.forms.cells.text import bare
from tenants.forms.models import ImportedRow
from tenants.forms.rows.judging import Fingerprint, Known
from tenants.forms.rows.person import PersonKey, PersonOnRecord
from tenants.forms.rows.reading import Reading
from tenants.members.models import Member
from tenants.people.households import plain
from tenants.people.models import Beneficiary
from tenants.wishes.life import UNDER_WAY
from tenants.wishes.models import Wish
from tenants.wishes.sameness import gist_of


def known_wishes(campaign: Campaign, readings: Sequence[Reading], fingerprints: Iterable[Fingerprint]) -> Known:
    """What a campaign knows of these records of wishes."""
    phones: dict[str, set[str]] = defaultdict(set)
    people: dict[PersonKey, PersonOnRecord] = {}
    persons: dict[UUID, tuple[str, str]] = {}
    for person in _residents(readings):
        place = person.phone or f"@{bare(person.household.address)}"
        key = persons[person.pk] = (bare(person.name), place)
        people[key] = PersonOnRecord(
            address=person.household.address,
            guardian=person.guardian_name,
            guardian_relation=person.guardian_relation,
            sex=person.sex,
            age=person.age,
            age_year=person.age_on.year,
            categories=tuple(person.categories),
        )
        if person.phone:
            holder = person.guardian_name if person.is_child and person.guardian_name else person.name
            phones[person.phone].add(bare(holder))
    # Told twice is also what is under way in another campaign of the year.
    here = Q(campaign=campaign) | Q(state__in=UNDER_WAY, campaign__year=campaign.year, campaign__state__in=GOING_ON)
    stored = Wish.objects.filter(here, beneficiary__in=list(persons)).order_by("campaign__first_day", "serial")
    wishes = list(stored.values_list("beneficiary_id", "item", "number"))
    return Known(
        rows=_imported(campaign, fingerprints),
        wishes={(*persons[person], bare(item)): number for person, item, number in wishes},
        cores={(*persons[person], gist_of(item)): (number, item) for person, item, number in wishes},
        people=people,
        phones={phone: frozenset(holders) for phone, holders in phones.items()},
    )


def _residents(readings: Sequence[Reading]) -> Iterable[Beneficiary]:
    by_phone = {blind("phone", phone) for reading in readings if (phone := reading.values["phone"])}
    without = [reading for reading in readings if not reading.values["phone"] and reading.values["address"]]
    by_name = {blind("name", plain(reading.values["name"])) for reading in without}
    by_address = {blind("address", plain(reading.values["address"])) for reading in without}
    return Beneficiary.objects.filter(
        Q(phone_index__in=by_phone)
        | Q(phone_index=None, name_index__in=by_name, household__address_index__in=by_address)
    ).select_related("household")


def known_members(readings: Sequence[Reading], fingerprints: Iterable[Fingerprint]) -> Known:
    """What the register of members knows of these records. Whoever left has given the telephone back."""
    by_phone = {blind("phone", phone) for reading in readings if (phone := reading.values["phone"])}
    phones: dict[str, frozenset[str]] = {}
    for member in Member.objects.filter(state=Member.State.ACTIVE, phone_index__in=by_phone).only("name", "phone"):
        phones[member.phone] = frozenset({bare(member.name)})
    return Known(
        rows=_imported(None, fingerprints),
        wishes={(name, phone, ""): "" for phone, names in phones.items() for name in names},
        phones=phones,
    )


def _imported(campaign: Campaign | None, fingerprints: Iterable[Fingerprint]) -> frozenset[Fingerprint]:
    found = ImportedRow.objects.filter(campaign=campaign, fingerprint__in=list(fingerprints))
    return frozenset(bytes(fingerprint) for fingerprint in found.values_list("fingerprint", flat=True))
