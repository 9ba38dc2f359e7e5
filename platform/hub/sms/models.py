"""The message ledger. A message is a row before anything is called, and the row knows what became of it."""

from django.db import models
from django.db.models import Q

from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedJSONField, EncryptedTextField


class Message(models.Model):
    """One text to one telephone, for one purpose, once."""

    class State(models.TextChoices):
        DUE = "due"
        SENDING = "sending"
        ACCEPTED = "accepted"
        DELIVERED = "delivered"
        FAILED = "failed"
        UNKNOWN = "unknown"
        EXPIRED = "expired"
        SUPPRESSED = "suppressed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    purpose = models.CharField(max_length=160, unique=True)
    """What it is for (person, reminder, day). Whoever asks twice gets the same row."""
    template = models.CharField(max_length=40)
    params = EncryptedJSONField(scope="hub")
    phone = EncryptedTextField(scope="hub")
    phone_blind = models.BinaryField(max_length=32)
    not_before = models.DateTimeField(default=now)
    expires_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DUE)
    why = models.CharField(max_length=120, blank=True)
    """Why it is suppressed, failed, late or unknown: a code of ours or the provider's."""
    attempt = models.PositiveSmallIntegerField(default=0)
    reference = models.UUIDField(null=True)
    """Names the call it travelled in; with the number it is our own id at the provider."""
    lease_until = models.DateTimeField(null=True)
    """While `sending`: until then the process that took it may still be calling."""
    look_up_at = models.DateTimeField(null=True)
    """While `unknown`: when the provider is asked next; none when it has been given up."""
    unknown_since = models.DateTimeField(null=True)
    provider_id = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=now)
    sending_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["template", "not_before"], condition=Q(state="due"), name="message_due"),
            models.Index(fields=["lease_until"], condition=Q(state="sending"), name="message_sending"),
            models.Index(fields=["look_up_at"], condition=Q(state="unknown"), name="message_unknown"),
            models.Index(fields=["community", "created_at"], name="message_by_community"),
            models.Index(fields=["phone_blind", "created_at"], name="message_by_phone"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "due",
                        "sending",
                        "accepted",
                        "delivered",
                        "failed",
                        "unknown",
                        "expired",
                        "suppressed",
                    ]
                ),
                name="message_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(reference__isnull=False, lease_until__isnull=False),
                name="message_sending_is_leased",
            ),
        )

    def __str__(self) -> str:
        return f"{self.template} {self.state} {self.id}"


class OutboxEntry(models.Model):
    """What the local gateway “sent”: a person reads it in the browser instead of on a telephone."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    reference = models.UUIDField()
    template = models.CharField(max_length=40)
    phone = EncryptedTextField(scope="hub")
    phone_blind = models.BinaryField(max_length=32)
    text = EncryptedTextField(scope="hub")
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = (
            models.Index(fields=["reference", "phone_blind"], name="outbox_by_reference"),
            models.Index(fields=["at"], name="outbox_by_time"),
        )

    def __str__(self) -> str:
        return f"outbox {self.id}"
