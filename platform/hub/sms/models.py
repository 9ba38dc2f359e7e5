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
    params = EncryptedJSONField(scope="hub", null=True)
    phone = EncryptedTextField(scope="hub", null=True)
    phone_blind = models.BinaryField(max_length=32, null=True)
    """These three are empty once the message is erased (hub.sms.erasing); what is left counts and says nothing."""
    wording = models.CharField(max_length=500, blank=True)
    """The template's text as it was handed over; before that the template's own text holds."""
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
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["template", "not_before"], condition=Q(state="due"), name="message_due"),
            models.Index(fields=["lease_until"], condition=Q(state="sending"), name="message_sending"),
            models.Index(fields=["look_up_at"], condition=Q(state="unknown"), name="message_unknown"),
            models.Index(fields=["community", "created_at"], name="message_by_community"),
            models.Index(fields=["phone_blind", "created_at"], name="message_by_phone"),
            models.Index(fields=["created_at"], condition=Q(erased_at=None), name="message_to_erase"),
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
            models.CheckConstraint(
                condition=Q(erased_at=None, phone__isnull=False, phone_blind__isnull=False, params__isnull=False)
                | Q(erased_at__isnull=False, phone__isnull=True, phone_blind__isnull=True, params__isnull=True),
                name="message_erased_whole",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | ~Q(state__in=["due", "sending"]), name="message_erased_is_settled"
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


class Stop(models.Model):
    """A number that gets no more messages: by its own reply or the operator everywhere, by staff in their community.

    One-time codes are sent all the same (hub.sms.stop_list says why).
    """

    class Source(models.TextChoices):
        REPLY = "reply"
        STAFF = "staff"
        OPERATOR = "operator"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    phone = EncryptedTextField(scope="hub")
    phone_blind = models.BinaryField(max_length=32)
    source = models.CharField(max_length=8, choices=Source.choices)
    reason = EncryptedTextField(scope="hub", default="")
    at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(scope="hub", default="")
    lifted_at = models.DateTimeField(null=True)
    lifted_by_id = models.UUIDField(null=True)
    lifted_by_name = EncryptedTextField(scope="hub", default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["phone_blind", "community"],
                condition=Q(lifted_at=None),
                nulls_distinct=False,
                name="stop_once_a_number",
            ),
            models.CheckConstraint(
                condition=Q(source="staff", community__isnull=False)
                | Q(source__in=["reply", "operator"], community=None),
                name="stop_of_staff_is_the_communitys",
            ),
        )

    def __str__(self) -> str:
        return f"stop {self.source} {self.id}"


class Counted(models.Model):
    """How many messages were handed over of something limited, in one day or year. It outlives erased messages."""

    subject = models.BinaryField(max_length=32, primary_key=True)
    """Digest of the limit, of whom it counts, and of the day or year (hub.sms.limits)."""
    count = models.PositiveIntegerField(default=0)
    until = models.DateField(db_index=True)
    """The last day of the span; the row can go afterwards."""

    def __str__(self) -> str:
        return f"{self.count} until {self.until}"


class Wording(models.Model):
    """The text of a template as one provider knows it, and how far its approval is. No row: the draft in the code."""

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        APPROVED = "approved"
        REJECTED = "rejected"
        SUSPENDED = "suspended"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    provider = models.CharField(max_length=20)
    template = models.CharField(max_length=40)
    text = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    code = models.CharField(max_length=40, blank=True)
    """The provider's own name of the approved template (SMS_478910)."""
    remark = models.CharField(max_length=200, blank=True)
    """Why the provider refused or stopped it."""
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["provider", "template"], name="wording_one_a_provider"),)

    def __str__(self) -> str:
        return f"{self.template} {self.state} at {self.provider}"


class WordingEvent(models.Model):
    """Who changed a template's text or state, when and why. Rows are only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="events")
    verb = models.CharField(max_length=12)
    text = models.CharField(max_length=500)
    remark = models.CharField(max_length=200, blank=True)
    actor_id = models.UUIDField(null=True)
    actor_name = EncryptedTextField(scope="hub", default="")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"
