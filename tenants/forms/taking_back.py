"""A confirmed import is taken back while nothing was done with what it brought (experience.md, number 10)."""

from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import demand_not_closed
from tenants.claims.changing import addresses_watched
from tenants.forms.batches import enter, kind_of, locked
from tenants.forms.checking import counts_of, judged_again
from tenants.forms.confirming import wait_for_other_imports
from tenants.forms.models import ImportBatch, ImportedRow, expiry
from tenants.members.models import Branch, Member
from tenants.people.consents import withdraw_consent
from tenants.people.models import Beneficiary, BeneficiaryEntry, Consent, Household
from tenants.people.queueing import wait_for_the_register
from tenants.people.taking_back import put_back
from tenants.wishes.models import Wish

NAMED = 5
"""So many of the rows that stand in the way are named; the rest is a count."""


def take_back_import(batch: ImportBatch, *, by: Actor) -> ImportBatch:
    """Takes out the wishes or members that this import brought, all of them or none; it stands on its check page again.

    What the import made goes with its own history: wishes, residents and members who were not known before, empty
    households and branches. Residents who were known get back what the survey changed, and consents recorded with it
    are withdrawn; both are in their history. That of the import names every number. Numbers are not given again.

    Raises `Refusal` (409) for an import that is not confirmed or whose rows are forgotten, for a closed campaign, and
    when anything was done with a row since: that row is named.
    """
    with transaction.atomic():
        wait_for_other_imports()
        batch = locked(batch.pk)
        began, ended = _span(batch)
        if batch.campaign_id:
            Campaign.objects.select_for_update(no_key=True).get(pk=batch.campaign_id)
            demand_not_closed(batch.campaign_id)
        wait_for_the_register()
        brought = ImportedRow.objects.filter(batch=batch)
        wishes = list(
            Wish.objects.filter(pk__in=brought.filter(wish__isnull=False).values("wish"))
            .select_for_update(of=("self",))
            .order_by("serial")
        )
        members = list(
            Member.objects.filter(pk__in=brought.filter(member__isnull=False).values("member"))
            .select_for_update(of=("self",))
            .order_by("created_at", "id")
        )
        _demand_untouched(wishes, members, ended)
        people = {wish.beneficiary_id for wish in wishes}
        brought.delete()
        Wish.objects.filter(pk__in=[wish.pk for wish in wishes]).delete()
        _give_back_people(people, began, ended, by)
        Member.objects.filter(pk__in=[member.pk for member in members]).delete()
        _drop_empty_branches(began, ended)
        batch.rows = judged_again(batch.rows, batch.corrections, kind_of(batch), batch.campaign, batch.about)
        batch.counts = counts_of(batch.rows)
        batch.about = {key: value for key, value in batch.about.items() if key != "between"}
        batch.state, batch.imported, batch.confirmed_at = ImportBatch.State.CHECKED, None, None
        batch.expires_on = expiry()
        batch.save(update_fields=["rows", "counts", "about", "state", "imported", "confirmed_at", "expires_on"])
        taken = {"wishes": [wish.number for wish in wishes], "members": len(members)}
        enter(batch, "taken_back", taken, by)
        ring(LADDER)
        ring(FIGURES)
    return batch


def _span(batch: ImportBatch) -> tuple[UUID, UUID]:
    """Between which two identifiers everything lies that the confirmation wrote: they are in the order of time."""
    between = batch.about.get("between")
    if batch.state != ImportBatch.State.CONFIRMED:
        raise Refusal(
            "import_not_confirmed",
            Text(
                zh="这次导入还没有确认，没有什么可撤销。",
                en="This import is not confirmed: there is nothing to take back.",
            ),
        )
    if between is None or batch.forgotten or batch.expires_on < today():
        raise Refusal(
            "import_too_old",
            Text(
                zh="这次导入的内容已不再保留，不能整批撤销。请逐件撤回。",
                en="What this import read is no longer kept, so it cannot be taken back as a whole. Withdraw the wishes one"
                " by one.",
            ),
        )
    began, ended = (UUID(text) for text in between)
    return began, ended


def _demand_untouched(wishes: list[Wish], members: list[Member], ended: UUID) -> None:
    moved = ~Q(state=Wish.State.COLLECTED) | Q(entries__gt=1)
    worked_on = set(
        Wish.objects.filter(pk__in=[wish.pk for wish in wishes])
        .annotate(entries=Count("history"))
        .filter(moved)
        .values_list("pk", flat=True)
    )
    corrected = set(
        BeneficiaryEntry.objects.filter(
            beneficiary__in={wish.beneficiary_id for wish in wishes}, pk__gt=ended
        ).values_list("beneficiary", flat=True)
    )
    told = set(
        Member.objects.filter(pk__in=[member.pk for member in members])
        .annotate(entries=Count("history", distinct=True), held=Count("claims", distinct=True))
        .filter(Q(entries__gt=1) | Q(held__gt=0))
        .values_list("pk", flat=True)
    )
    names = [wish.number for wish in wishes if wish.pk in worked_on or wish.beneficiary_id in corrected]
    names += [member.name for member in members if member.pk in told]
    if names:
        raise Refusal(
            "import_worked_on",
            Text(
                zh="{names}{more}导入后已经办理或修改过，不能整批撤销。不要的心愿请逐件撤回。",
                en="{names}{more} was worked on since the import, so it cannot be taken back as a whole. Withdraw what is"
                " not wanted one by one.",
            ),
            names=", ".join(names[:NAMED]),
            more=Text(zh=" 等 {count} 条", en=" ({count} in all)").format(count=len(names)) if names[NAMED:] else "",
        )


def _give_back_people(people: set[UUID], began: UUID, ended: UUID, by: Actor) -> None:
    written = BeneficiaryEntry.objects.filter(beneficiary__in=people, pk__gt=began, pk__lt=ended)
    new = Beneficiary.objects.filter(pk__in=written.filter(verb="registered").values("beneficiary"), wishes=None)
    gone = set(new.values_list("pk", flat=True))
    homes = set(Beneficiary.objects.filter(pk__in=people).values_list("household", flat=True))
    new.delete()
    with addresses_watched(by=by):
        for entry in written.filter(verb="surveyed").exclude(beneficiary__in=gone).select_related("beneficiary"):
            put_back(entry.beneficiary, entry, by=by)
    for consent in Consent.objects.filter(beneficiary__in=people - gone, pk__gt=began, pk__lt=ended, withdrawn_at=None):
        withdraw_consent(consent, by=by, by_mistake=True)
    Household.objects.filter(pk__in=homes, pk__gt=began, pk__lt=ended, people=None).delete()


def _drop_empty_branches(began: UUID, ended: UUID) -> None:
    Branch.objects.filter(pk__gt=began, pk__lt=ended, members=None, wishes=None, claims=None).delete()
