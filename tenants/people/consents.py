"""Consents on record: each for one purpose, withdrawn each for itself (domain.md, Privacy rules)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from hub.actor import Actor
from hub.clock import now, today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.refusal import Refusal
from tenants.people.models import Beneficiary, BeneficiaryEntry, Consent

WORDING = "2026-1"
"""Version of the wording that people consent to; it changes with the printed form."""


LONG_AGO = timedelta(days=3653)
"""A day of consenting more than ten years back is a slip of the pen."""

GUARDIAN_MISSING = Text(
    zh="未满 14 岁的同意由监护人给出，请先登记监护人。",
    en="For a child under 14 the guardian consents: put the guardian on record first.",
)

PURPOSES: Mapping[str, Text] = {
    Consent.Purpose.COLLECT: Text(zh="征集登记", en="collecting the wish"),
    Consent.Purpose.SHOW: Text(zh="隐去姓名向认领人展示", en="showing the masked wish to claimers"),
    Consent.Purpose.DISCLOSE: Text(zh="把地址电话告诉认领人", en="address and telephone to the claimer"),
    Consent.Purpose.PHOTO: Text(zh="拍照", en="photo"),
    Consent.Purpose.PUBLICITY: Text(zh="宣传报道", en="publicity"),
}
"""Each purpose as staff read it in a sentence."""

FOR_A_STEP = (Consent.Purpose.COLLECT, Consent.Purpose.SHOW, Consent.Purpose.DISCLOSE)
"""Purposes without which a step of a wish is not taken: verifying, opening, telling the claimer where it goes."""


def lacks_guardian(beneficiary: Beneficiary) -> bool:
    """Whether nobody on record could consent: a child's consent is the guardian's."""
    return beneficiary.is_child and not beneficiary.guardian_name


def demand_given_by_today(day: date, *, field: str) -> None:
    """Raises `Refusal` (400): nobody has consented on a day that is still to come."""
    demand_not_after(
        day, today(), "day_in_future", Text(zh="同意日期不能晚于今天。", en="The day cannot lie ahead."), field=field
    )


def record_consents(
    beneficiary: Beneficiary, purposes: Iterable[str], *, manner: str, given_on: date | None = None, by: Actor
) -> list[Consent]:
    """Records a consent for each purpose that has none in force. A child's is the guardian's.

    Returns the consents in force for these purposes. Raises `Refusal` (400) for an unknown purpose or manner, a day
    in the future, or a child without a guardian on record.
    """
    wanted = list(purposes)
    record_everybodys_consents([beneficiary], wanted, manner=manner, given_on=given_on, by=by)
    return list(Consent.objects.filter(beneficiary=beneficiary, purpose__in=wanted, withdrawn_at=None))


def record_everybodys_consents(
    beneficiaries: Iterable[Beneficiary],
    purposes: Iterable[str],
    *,
    manner: str,
    given_on: date | None = None,
    by: Actor,
) -> list[Consent]:
    """The same for many people, with a handful of queries for all of them. Returns the consents it wrote."""
    people = {beneficiary.pk: beneficiary for beneficiary in beneficiaries}
    wanted = list(dict.fromkeys(purposes))
    if unknown := [p for p in wanted if p not in Consent.Purpose.values]:
        raise Refusal(
            "purpose_unknown",
            Text(zh="无法识别的用途：{names}。", en="Unknown purpose: {names}."),
            status=400,
            field="purposes",
            names=", ".join(unknown),
        )
    if manner not in Consent.Manner.values:
        raise Refusal(
            "manner_unknown",
            Text(
                zh="请选择同意的方式：书面、当面口头或电话。",
                en="Choose how consent was given: in writing, orally, by telephone.",
            ),
            status=400,
            field="manner",
        )
    given_on = given_on or today()
    demand_given_by_today(given_on, field="given_on")
    demand_not_before(
        given_on,
        today() - LONG_AGO,
        "day_long_past",
        Text(zh="{day} 太早了，请核对年份。", en="{day} is too long ago: check the year."),
        field="given_on",
    )
    if any(lacks_guardian(person) for person in people.values()):
        raise Refusal("guardian_missing", GUARDIAN_MISSING, status=409, field="guardian_name")
    with transaction.atomic():
        stored = Consent.objects.filter(beneficiary__in=list(people), purpose__in=wanted, withdrawn_at=None)
        in_force = set(stored.values_list("beneficiary_id", "purpose"))
        new = {pk: [purpose for purpose in wanted if (pk, purpose) not in in_force] for pk in people}
        written = Consent.objects.bulk_create(
            [
                Consent(
                    beneficiary=people[pk],
                    purpose=purpose,
                    manner=manner,
                    version=WORDING,
                    given_by_guardian=people[pk].is_child,
                    given_on=given_on,
                    recorded_by_id=by.account_id,
                    recorded_by_name=by.name,
                )
                for pk, missing in new.items()
                for purpose in missing
            ],
            ignore_conflicts=True,
        )
        BeneficiaryEntry.objects.bulk_create(
            [
                BeneficiaryEntry(
                    beneficiary=people[pk],
                    actor_id=by.account_id,
                    actor_name=by.name,
                    verb="consented",
                    changes={"purposes": missing, "manner": manner, "given_on": given_on.isoformat()},
                )
                for pk, missing in new.items()
                if missing
            ]
        )
    return written


def withdraw_consents(consents: Iterable[Consent], *, by: Actor, by_mistake: bool = True) -> int:
    """Ends each of these that is still in force, as when a pile of forms turns out to be the wrong one. Returns how many."""
    ended = 0
    with transaction.atomic():
        for consent in consents:
            if consent.withdrawn_at is None:
                withdraw_consent(consent, by=by, by_mistake=by_mistake)
                ended += 1
    return ended


def withdraw_consent(consent: Consent, *, by: Actor, by_mistake: bool = False) -> None:
    """Ends a consent; its record stays. `by_mistake`: it was recorded wrongly, and nobody has withdrawn anything.

    What it means for the person's wishes: `tenants.wishes.consenting`. Raises `Refusal` (409) when it is withdrawn
    already.
    """
    with transaction.atomic():
        ended = Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(
            withdrawn_at=now(), by_mistake=by_mistake
        )
        if not ended:
            raise Refusal(
                "already_withdrawn", Text(zh="这项同意已经撤回。", en="This consent has been withdrawn already.")
            )
        BeneficiaryEntry.objects.create(
            beneficiary_id=consent.beneficiary_id,
            actor_id=by.account_id,
            actor_name=by.name,
            verb="consent_taken_back" if by_mistake else "consent_withdrawn",
            changes={"purposes": [consent.purpose]},
        )


def consented(beneficiary_ids: Iterable[object], purpose: str) -> set[object]:
    """Which of these beneficiaries have a consent in force for the purpose."""
    return set(
        Consent.objects.filter(beneficiary__in=list(beneficiary_ids), purpose=purpose, withdrawn_at=None).values_list(
            "beneficiary_id", flat=True
        )
    )


def withdrawn(purpose: str) -> QuerySet[Consent, UUID]:
    """Beneficiaries who gave the consent, withdrew it, and have not given it anew; as a list of keys for a condition."""
    of_it = Consent.objects.filter(purpose=purpose)
    again = of_it.filter(withdrawn_at=None).values("beneficiary")
    ended = of_it.filter(withdrawn_at__isnull=False, by_mistake=False)
    return ended.exclude(beneficiary__in=again).values_list("beneficiary", flat=True)


def standing_still() -> QuerySet[Consent, UUID]:
    """Beneficiaries who withdrew their consent to being on record: their wishes stand still (domain.md, Privacy rules).
    Whoever was never asked does not: wishes that had passed the step before stay."""
    return withdrawn(Consent.Purpose.COLLECT)


def kept_from_view() -> QuerySet[Consent, UUID]:
    """Beneficiaries who withdrew their consent to being shown to claimers."""
    return withdrawn(Consent.Purpose.SHOW)


def may_be_shown() -> QuerySet[Consent, UUID]:
    """Beneficiaries whose masked wish may be shown to claimers: that consent is in force, and their wishes do not stand
    still."""
    in_force = Consent.objects.filter(purpose=Consent.Purpose.SHOW, withdrawn_at=None)
    return in_force.exclude(beneficiary__in=standing_still()).values_list("beneficiary", flat=True)


def may_be_disclosed(beneficiary_id: UUID) -> bool:
    """Whether a claimer may learn name, address and telephone of this person."""
    in_force = Consent.objects.filter(beneficiary=beneficiary_id, purpose=Consent.Purpose.DISCLOSE, withdrawn_at=None)
    return in_force.exclude(beneficiary__in=standing_still()).exists()
