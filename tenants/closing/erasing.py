"""Personal fields of a year are erased a set time after it was closed; its statistics stay (domain.md, Privacy rules)."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from hub.actor import SYSTEM, Actor
from hub.clock import TIME_ZONE, now
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import enter
from tenants.closing.personal import OF_A_HOUSEHOLD, OF_A_RESIDENT, OF_A_RESIDENTS_HISTORY, OF_A_YEAR
from tenants.figures.models import FrozenFigures
from tenants.forms.models import ImportedRow
from tenants.people.models import Beneficiary, BeneficiaryEntry, Household
from tenants.people.queueing import wait_for_the_register
from tenants.wishes.models import Wish, WishEntry


@dataclass(frozen=True)
class Erased:
    """Of how many wishes something was erased, and how many residents are without a name now."""

    wishes: int
    people: int


def erased_from(campaign: Campaign) -> datetime.date | None:
    """The day from which the year's personal fields are erased: so many months (policy) after its closing, by the
    community's calendar. None while the year is not closed."""
    frozen = FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).first()
    return _months_after(frozen.frozen_at.astimezone(TIME_ZONE).date(), campaign.erase_after_months) if frozen else None


def erase_year(campaign: Campaign, *, by: Actor) -> Erased:
    """Erases what stands of residents in a year that was closed long enough ago; whole or not at all.

    A resident who has a wish in another year keeps name and telephone until that one's time has come. Wishes that wait
    to be carried over and that no later year has taken in go too. A second call changes nothing.
    Raises `Refusal` (409) `too_early_to_erase` for a year that goes on, or whose time has not come.
    """
    with transaction.atomic():
        campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
        day = erased_from(campaign)
        if day is None or now().astimezone(TIME_ZONE).date() < day:
            raise Refusal(
                "too_early_to_erase",
                Text(
                    zh="“{title}”的个人信息还没有到清除的时间。结项满 {months} 个月后清除。",
                    en="It is too early to erase the personal data of “{title}”: that is done {months} months after closing.",
                ),
                title=campaign.title,
                year=campaign.year,
                months=campaign.erase_after_months,
            )
        if campaign.erased_at is not None:
            return Erased(0, 0)
        # Nobody is put on record meanwhile, so that nobody is found here and erased before the new wish is written.
        wait_for_the_register()
        campaign.erased_at = now()
        campaign.save(update_fields=["erased_at"])
        for model, way, blank in OF_A_YEAR:
            model._default_manager.filter(**{way: campaign}).update(**blank)
        _forget_values_of_edits(campaign)
        ImportedRow.objects.filter(campaign=campaign).delete()
        wishes = Wish.objects.filter(campaign=campaign)
        erased = Erased(wishes.count(), _erase_people(wishes))
        enter(campaign, "erased", {"wishes": erased.wishes, "people": erased.people}, by=by)
    return erased


def erase_what_is_over() -> int:
    """Erases every year whose time has come, and returns how many those were. Safe at any time, any number of times."""
    done = 0
    for campaign in Campaign.objects.filter(state=Campaign.State.CLOSED, erased_at=None):
        day = erased_from(campaign)
        if day is not None and day <= now().astimezone(TIME_ZONE).date():
            erase_year(campaign, by=SYSTEM)
            done += 1
    return done


def _forget_values_of_edits(campaign: Campaign) -> None:
    """That a story was edited stays in the history, and what it said does not."""
    edits = list(WishEntry.objects.filter(wish__campaign=campaign, verb="edited").only("pk", "changes"))
    for entry in edits:
        entry.changes = dict.fromkeys(entry.changes)
    WishEntry.objects.bulk_update(edits, ["changes"], batch_size=500)


def _erase_people(wishes: QuerySet[Wish]) -> int:
    """Those of the wishes' people who have none in a year that is kept. Returns how many."""
    kept = Wish.objects.filter(beneficiary=OuterRef("pk"), campaign__erased_at=None)
    # Locked so that no wish can be written for one of them meanwhile: its key would have to wait here.
    ids = wishes.order_by("beneficiary").values_list("beneficiary", flat=True).distinct()
    list(Beneficiary.objects.filter(pk__in=list(ids)).order_by("pk").only("pk").select_for_update())
    gone = Beneficiary.objects.filter(pk__in=list(ids), erased_at=None).exclude(Exists(kept))
    people = list(gone.values_list("pk", "household"))
    Beneficiary.objects.filter(pk__in=[pk for pk, _ in people]).update(**OF_A_RESIDENT, erased_at=now())
    BeneficiaryEntry.objects.filter(beneficiary__in=[pk for pk, _ in people]).update(**OF_A_RESIDENTS_HISTORY)
    lived_in = Beneficiary.objects.filter(household=OuterRef("pk"), erased_at=None)
    homes = Household.objects.filter(pk__in={home for _, home in people}).exclude(Exists(lived_in))
    homes.update(**OF_A_HOUSEHOLD)
    return len(people)


def _months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month; of a shorter month, the first of the month after it."""
    month = day.month - 1 + months
    first = datetime.date(day.year + month // 12, month % 12 + 1, 1)
    last = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return min(first + datetime.timedelta(days=day.day - 1), last)
