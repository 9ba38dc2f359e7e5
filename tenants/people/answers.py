"""How a resident is shown: masked by default, in full only where a view has logged why (domain.md, Privacy rules)."""

from typing import Any

from rest_framework import serializers

from hub.language import Text
from hub.privacy.masking import mask_address, mask_name, mask_phone
from tenants.people.categories import CATEGORIES
from tenants.people.models import Beneficiary, Consent


class PersonAnswer(serializers.Serializer[Any]):
    """A resident; `masked` says whether name, telephone, address, guardian and situation are."""

    id = serializers.UUIDField()
    masked = serializers.BooleanField()
    name = serializers.CharField()
    phone = serializers.CharField(allow_blank=True)
    phone_is_landline = serializers.BooleanField()
    without_phone = serializers.BooleanField()
    address = serializers.CharField(allow_blank=True)
    sex = serializers.ChoiceField(choices=[("male", "male"), ("female", "female"), ("", "unknown")])
    age = serializers.IntegerField(allow_null=True)
    is_child = serializers.BooleanField()
    categories = serializers.ListField(child=serializers.ChoiceField(choices=list(CATEGORIES)))
    situation = serializers.CharField(allow_null=True)
    guardian_name = serializers.CharField(allow_blank=True)
    guardian_relation = serializers.CharField(allow_blank=True)


class ConsentAnswer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    purpose = serializers.ChoiceField(choices=Consent.Purpose.choices)
    manner = serializers.ChoiceField(choices=Consent.Manner.choices)
    given_on = serializers.DateField()
    given_by_guardian = serializers.BooleanField()
    recorded_by = serializers.CharField()
    by_mistake = serializers.BooleanField(help_text="Recorded wrongly and taken back: it was never given.")
    withdrawn_at = serializers.DateTimeField(allow_null=True)


ERASED = Text(zh="（已清除）", en="(erased)")
"""In the place of a name that was erased with its year."""


def masked_name(person: Beneficiary) -> str:
    """The resident's name as anybody of the staff may see it."""
    return mask_name(person.name) if person.erased_at is None else str(ERASED)


def is_landline(phone: str) -> bool:
    """Whether an E.164 number of the mainland is a landline, which gets no SMS."""
    return phone.startswith("+86") and not (phone.startswith("+861") and len(phone) == 14)


def masked_person(person: Beneficiary) -> dict[str, Any]:
    """The resident as anybody of the staff may see them in a list."""
    return {
        **_shared(person),
        "masked": True,
        "name": masked_name(person),
        "phone": mask_phone(person.phone) if person.phone else "",
        "address": mask_address(person.household.address) if person.household.address else "",
        "situation": None,
        "guardian_name": mask_name(person.guardian_name) if person.guardian_name else "",
    }


def full_person(person: Beneficiary) -> dict[str, Any]:
    """The resident in full. The caller has written the access log in the same transaction."""
    return {
        **_shared(person),
        "masked": False,
        "name": person.name if person.erased_at is None else str(ERASED),
        "phone": person.phone,
        "address": person.household.address,
        "situation": person.situation,
        "guardian_name": person.guardian_name,
    }


def consent_answer(consent: Consent) -> dict[str, Any]:
    """A consent with the staff's name who recorded it."""
    return {
        "id": consent.pk,
        "purpose": consent.purpose,
        "manner": consent.manner,
        "given_on": consent.given_on,
        "given_by_guardian": consent.given_by_guardian,
        "recorded_by": consent.recorded_by_name,
        "by_mistake": consent.by_mistake,
        "withdrawn_at": consent.withdrawn_at,
    }


def _shared(person: Beneficiary) -> dict[str, Any]:
    return {
        "id": person.pk,
        "phone_is_landline": is_landline(person.phone),
        "without_phone": person.without_phone,
        "sex": person.sex,
        "age": person.age_now,
        "is_child": person.is_child,
        "categories": person.categories,
        "guardian_relation": person.guardian_relation,
    }
