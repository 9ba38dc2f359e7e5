"""A wish's public words against the record behind it: what they tell is kept on the wish and keeps it off the board.

Looked at when a wish is collected, edited or opened, when the record of anybody in the household changes, and every
night (domain.md, Privacy rules).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from hub.actor import SYSTEM, Actor
from hub.bells.ringing import FIGURES, ring
from hub.privacy.blind import blind
from tenants.people.models import Beneficiary
from tenants.wishes.life import note
from tenants.wishes.models import Wish
from tenants.wishes.telling import HARD, NAME, Record, found_in, names_in

S = Wish.State

BEFORE_ITS_END = (S.COLLECTED, S.VERIFIED, S.ADMITTED, S.OPEN, S.CLAIMED, S.DELIVERED, S.BACKSTOPPED)
ADMITTED_OR_LATER = (S.ADMITTED, S.OPEN, S.CLAIMED, S.DELIVERED, S.BACKSTOPPED)
PUBLIC_FIELDS = ("item", "requirements", "public_text")


def texts_of(wish: Wish, names: Iterable[str] = PUBLIC_FIELDS) -> list[str]:
    """What of these fields everybody would read."""
    values = (getattr(wish, name) for name in names)
    return [text for value in values for text in (value if isinstance(value, list) else [value])]


def records_of(household_ids: Iterable[UUID]) -> Mapping[UUID, Record]:
    """The records of these households: everybody's and the guardians' names, telephones, the address."""
    people: dict[UUID, list[Beneficiary]] = defaultdict(list)
    for person in Beneficiary.objects.filter(household__in=set(household_ids)).select_related("household"):
        people[person.household_id].append(person)
    return {
        household: Record(
            names=tuple(name for each in several for name in (each.name, each.guardian_name) if name),
            addresses=(several[0].household.address,),
            phones=tuple(each.phone for each in several if each.phone),
        )
        for household, several in people.items()
    }


def mark_of_names(wish: Wish, record: Record) -> bytes | None:
    """Stands for the names that the wish's words hold now, or None where they hold none."""
    names = names_in(texts_of(wish), record)
    return blind("names in a wish", " ".join(names)) if names else None


def compare(wish: Wish, record: Record) -> bool:
    """Sets what the wish tells and whether that keeps it off the board. Returns whether anything is otherwise now."""
    tells = found_in(texts_of(wish), record)
    allowed = bytes(wish.names_allowed) if wish.names_allowed is not None else None
    hard = {code for code in tells if code in HARD}
    if NAME in hard and allowed is not None and allowed == mark_of_names(wish, record):
        hard.discard(NAME)
    before = (wish.tells, wish.kept_off)
    wish.tells, wish.kept_off = tells, bool(hard)
    return before != (wish.tells, wish.kept_off)


def compare_again(household_ids: Iterable[UUID], *, by: Actor) -> None:
    """Looks at every live wish of these households; call it in the transaction that changed a record or a wish.

    An open wish that tells who it is leaves the board at once and stands on today's list; a mended one comes back.
    """
    households = set(household_ids)
    _look(Wish.objects.filter(beneficiary__household__in=households), records_of(households), by)


def compare_all() -> None:
    """The same for the whole community, every night: for what was stored before it was looked at."""
    wishes = Wish.objects.filter(state__in=BEFORE_ITS_END)
    households = set(wishes.values_list("beneficiary__household", flat=True))
    _look(wishes, records_of(households), SYSTEM)


def _look(wishes: Iterable[Wish], records: Mapping[UUID, Record], by: Actor) -> None:
    changed = []
    live = wishes.filter(state__in=BEFORE_ITS_END).select_related("beneficiary").order_by("pk")  # type: ignore[attr-defined]
    for wish in live:
        was_off = wish.kept_off
        if not compare(wish, records.get(wish.beneficiary.household_id, Record())):
            continue
        changed.append(wish)
        if was_off != wish.kept_off and wish.state == S.OPEN:
            note(wish, "kept_off" if wish.kept_off else "shown_again", {"tells": list(wish.tells)}, by=by)
    if changed:
        Wish.objects.bulk_update(changed, ["tells", "kept_off"], batch_size=500)
        ring(FIGURES)
