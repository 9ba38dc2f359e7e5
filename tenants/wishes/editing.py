"""Correcting a wish and the person behind it; what is missing is worked out again."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.refusal import Refusal
from hub.versions import demand_unchanged, version_of
from tenants.campaigns.models import Campaign
from tenants.people.editing import PERSON, edit_beneficiary, person_fields
from tenants.people.models import Beneficiary
from tenants.people.queueing import wait_for_the_register
from tenants.wishes.collecting import check_content, warnings_of
from tenants.wishes.collectors import account_of
from tenants.wishes.comparing import (
    ADMITTED_OR_LATER,
    PUBLIC_FIELDS,
    compare_again,
    mark_of_names,
    records_of,
    texts_of,
)
from tenants.wishes.completeness import NEEDED_BY_ASKED, what_is_missing
from tenants.wishes.life import note
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import demand_to_come
from tenants.wishes.telling import HARD, NAME, Record, found_in, tells_who_it_is

WISH = "wish"
EDITABLE = (
    "item",
    "kind",
    "quantity",
    "requirements",
    "public_text",
    "story",
    "budget_yuan",
    "collector_name",
    "collected_on",
    "needed_by",
    "branch_fixed",
)
_ENDS = (Wish.State.FULFILLED, Wish.State.DECLINED, Wish.State.REFERRED, Wish.State.WITHDRAWN, Wish.State.CARRIED_OVER)


def wish_fields(wish: Wish) -> dict[str, Any]:
    """What can be edited of a wish, of the person behind it and of the household, by name."""
    return {
        **{f"wish.{name}": getattr(wish, name) for name in EDITABLE},
        **{f"person.{name}": value for name, value in person_fields(wish.beneficiary).items()},
    }


def wish_version(wish: Wish) -> str:
    """The version of a wish with the person behind it; no move of the wish changes it."""
    return version_of(WISH, wish.pk, wish_fields(wish))


def edit_wish(
    wish: Wish,
    changes: Mapping[str, Any],
    *,
    by: Actor,
    person: Mapping[str, Any] | None = None,
    seen: str | None = None,
) -> Wish:
    """Changes fields of the wish (of `EDITABLE`) and of its beneficiary (of `people.editing.EDITABLE`) together.

    `seen` is the version that the changes were made from. Old and new are in the histories of both. Raises `Refusal`
    (400) naming the field, (409) for a wish at its end, `Changed` (412) when somebody else was faster.
    """
    with transaction.atomic():
        if person and "address" in person:
            wait_for_the_register()
        # The person first and then the wishes, as every verb that changes both does: two cannot wait for each other.
        Beneficiary.objects.select_for_update(no_key=True).only("pk").get(pk=wish.beneficiary_id)
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        if wish.state in _ENDS:
            raise Refusal(
                "wish_ended",
                Text(
                    zh="心愿 {number} 已经结束，不能再改。", en="Wish {number} has come to its end and stays as it is."
                ),
                number=wish.number,
            )
        demand_unchanged(seen, WISH, wish.pk, wish_fields(wish))
        lived_at = wish.beneficiary.household_id
        differing: dict[str, list[Any]] = {}
        for name in EDITABLE:
            if name in changes and getattr(wish, name) != changes[name]:
                differing[name] = [_plain(getattr(wish, name)), _plain(changes[name])]
                setattr(wish, name, changes[name])
        if "needed_by" in differing:
            _check_needed_by(wish)
        if "needed_by" in changes:
            wish.missing = [code for code in wish.missing if code not in NEEDED_BY_ASKED]
        if "collector_name" in differing:
            # Whoever collected it after all is compared by name: the account of before is another person's.
            wish.collector_id = account_of(wish.collector_name, by)
        corrected = {"collected_on": "collected_on", "collector_name": "collector"}
        wish.for_batch = [key for key in wish.for_batch if key not in {corrected.get(name) for name in differing}]
        check_content(item=wish.item, kind=wish.kind, budget_yuan=wish.budget_yuan, quantity=wish.quantity)
        if person:
            edit_beneficiary(wish.beneficiary, person, by=by)
        refresh_missing(wish.beneficiary_id)
        if wish.state in ADMITTED_OR_LATER:
            _refuse_to_tell(wish, [name for name in PUBLIC_FIELDS if name in differing])
        wish.missing = what_is_missing(wish, Beneficiary.objects.get(pk=wish.beneficiary_id))
        wish.warnings = warnings_of(wish.campaign, wish.budget_yuan, wish.warnings)
        wish.save(update_fields=[*differing, "collector_id", "for_batch", "missing", "warnings"])
        if differing:
            note(wish, "edited", differing, by=by)
        now_lives_at = Beneficiary.objects.values_list("household", flat=True).get(pk=wish.beneficiary_id)
        compare_again({lived_at, now_lives_at}, by=by)
    return wish


def _check_needed_by(wish: Wish) -> None:
    """Raises `Refusal` (400, field `needed_by`) for a day that is over, and for any in a closed campaign."""
    demand_to_come(wish.needed_by)
    if wish.campaign.state == Campaign.State.CLOSED:
        raise Refusal(
            "campaign_closed",
            Text(
                zh="活动已经结项，不能再定需要的日子。",
                en="The campaign is closed: no day can be set any more.",
            ),
            status=400,
            field="needed_by",
        )


def _refuse_to_tell(wish: Wish, changed: list[str]) -> None:
    """Raises `Refusal` (400) when one of the changed texts would tell who it is."""
    household = Beneficiary.objects.values_list("household", flat=True).get(pk=wish.beneficiary_id)
    record = records_of([household]).get(household, Record())
    allowed = bytes(wish.names_allowed) if wish.names_allowed is not None else None
    for name in changed:
        told = [code for code in found_in(texts_of(wish, [name]), record) if code in HARD]
        if told == [NAME] and allowed is not None and allowed == mark_of_names(wish, record):
            continue
        if told:
            raise tells_who_it_is(wish.number, told, status=400, field=name)


def refresh_missing(beneficiary_id: UUID) -> None:
    """Works out again what the wishes of a beneficiary lack, after the person was corrected."""
    person = Beneficiary.objects.get(pk=beneficiary_id)
    for wish in Wish.objects.filter(beneficiary=person, state=Wish.State.COLLECTED).order_by("pk"):
        missing = what_is_missing(wish, person)
        if missing != wish.missing:
            Wish.objects.filter(pk=wish.pk).update(missing=missing)


def edit_person(
    beneficiary: Beneficiary, changes: Mapping[str, Any], *, by: Actor, seen: str | None = None
) -> Beneficiary:
    """Corrects a resident from the resident's own page; the wishes that waited for it go on.

    Raises `Changed` (412) when the record is no longer of the version `seen`.
    """
    with transaction.atomic():
        if "address" in changes:
            wait_for_the_register()
        if seen is not None:
            standing = Beneficiary.objects.select_for_update(of=("self",), no_key=True).select_related("household")
            demand_unchanged(seen, PERSON, beneficiary.pk, person_fields(standing.get(pk=beneficiary.pk)))
        lived_at = Beneficiary.objects.values_list("household", flat=True).get(pk=beneficiary.pk)
        edit_beneficiary(beneficiary, changes, by=by)
        refresh_missing(beneficiary.pk)
        lives_at = Beneficiary.objects.values_list("household", flat=True).get(pk=beneficiary.pk)
        compare_again({lived_at, lives_at}, by=by)
    return Beneficiary.objects.select_related("household").get(pk=beneficiary.pk)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | bool | list | type(None)) else str(value)
