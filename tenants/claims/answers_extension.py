"""How a request for more time is shown."""

from typing import Any

from rest_framework import serializers

from tenants.claims.models import Claim, Extension


class ExtensionAnswer(serializers.Serializer[Any]):
    """`days` were asked for, `granted_days` given; both in working days. `by_claimer` is false where staff gave it."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Extension.State.choices)
    days = serializers.IntegerField()
    reason = serializers.CharField()
    by_claimer = serializers.BooleanField()
    asked_at = serializers.DateTimeField()
    asked_by = serializers.CharField()
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_by = serializers.CharField(allow_blank=True)
    answer = serializers.CharField(allow_blank=True)
    granted_days = serializers.IntegerField(allow_null=True)
    deadline_before = serializers.DateField(allow_null=True)
    deadline_after = serializers.DateField(allow_null=True)


def extension_answer(extension: Extension) -> dict[str, Any]:
    return {
        "id": extension.pk,
        "state": extension.state,
        "days": extension.days,
        "reason": extension.reason,
        "by_claimer": extension.by_claimer,
        "asked_at": extension.asked_at,
        "asked_by": extension.asked_by_name,
        "decided_at": extension.decided_at,
        "decided_by": extension.decided_by_name,
        "answer": extension.answer,
        "granted_days": extension.granted_days,
        "deadline_before": extension.deadline_before,
        "deadline_after": extension.deadline_after,
    }


def last_extension(claim: Claim) -> dict[str, Any] | None:
    """The claim's latest request, an open one before all; of extensions that were prefetched in their order."""
    rows = list(claim.extensions.all())
    chosen = next((row for row in rows if row.state == Extension.State.OPEN), rows[-1] if rows else None)
    return extension_answer(chosen) if chosen else None
