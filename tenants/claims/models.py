"""Claim, delivery, follow-up: from the moment somebody takes a wish on until it is fulfilled."""

from django.db import models
from django.db.models import Q

from hub.clock import now
from hub.history import Entry
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedBinaryField, EncryptedTextField
from tenants.members.models import Branch, Member
from tenants.wishes.models import Wish


class Claim(models.Model):
    """One live claim per wish, and no more live claims of a member than there are slots: rules of the database.

    `slot` is the place the claim takes among the member's live claims (1 … the policy's limit). It is empty
    once the gift is delivered: waiting for staff's confirmation must not keep a member from the next wish.
    """

    class Manner(models.TextChoices):
        SINGLE = "single"
        JOINT = "joint"
        ORGANISATION = "organisation"

    class Channel(models.TextChoices):
        ONLINE = "online"
        PAPER = "paper"
        HALL = "hall"

    class End(models.TextChoices):
        FULFILLED = "fulfilled"
        HANDED_BACK = "handed_back"
        HANDED_OVER = "handed_over"
        RECALLED = "recalled"
        WITHDRAWN = "withdrawn"
        UNDONE = "undone"
        RELEASED = "released"
        """Handed back because more was asked than had been promised: it stands in no record and in no rate."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="claims")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="claims")
    branch = models.ForeignKey(Branch, on_delete=models.PROTECT, null=True, related_name="claims")
    manner = models.CharField(max_length=12, choices=Manner.choices, default=Manner.SINGLE)
    channel = models.CharField(max_length=6, choices=Channel.choices, default=Channel.ONLINE)
    partners = EncryptedTextField(default="")
    note = EncryptedTextField(default="")
    policy = models.JSONField(default=dict)
    claimed_at = models.DateTimeField(default=now)
    first_deadline = models.DateField()
    deadline = models.DateField(db_index=True)
    counted_from = models.DateField()
    counted_days = models.PositiveSmallIntegerField()
    """The deadline is so many working days after that day: how it is worked out again when the calendar changes. An
    extension before the deadline adds to the days; one after it begins to count on the day it was given."""
    first_needed_by = models.DateField(null=True)
    """The day by which the wish was needed when it was claimed: the first deadline stops there, whatever comes later."""
    day_moved_on = models.DateField(null=True)
    """The day on which staff set another day of need and the deadline followed it."""
    slot = models.PositiveSmallIntegerField(null=True)
    code_attempts = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=12, choices=End.choices, default="", blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("wish",), condition=Q(ended_at=None), name="one_live_claim_a_wish"),
            models.UniqueConstraint(
                fields=("member", "slot"), condition=Q(ended_at=None, slot__isnull=False), name="one_live_claim_a_slot"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, end="") | (Q(ended_at__isnull=False) & ~Q(end="")), name="an_end_has_a_kind"
            ),
        )


IN_NO_RECORD = (Claim.End.UNDONE, Claim.End.RELEASED)
"""Ends of a claim that no list, no record and no rate counts; the history keeps them."""


class PromiseChange(models.Model):
    """Something of the promise that was changed while it was claimed: what it was, what it became (both as JSON), until
    the claimer has seen it (`promises`)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="changes")
    field = models.CharField(max_length=20)
    was = EncryptedTextField(default="")
    became = EncryptedTextField(default="")
    at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")


class ClaimNotice(models.Model):
    """What somebody else did to a claim, as its member reads it (`noticing`). `about` holds days and names of fields."""

    class Kind(models.TextChoices):
        """As the verbs of the wish's history."""

        CLAIMED = "claimed"
        TAKEN_OVER = "taken_over"
        HANDED_OVER = "handed_over"
        CHANGED = "changed"
        RECALLED = "recalled"
        HANDED_BACK = "handed_back"
        WITHDRAWN = "withdrawn"
        EXTENDED = "extended"
        EXTENSION_REFUSED = "extension_refused"
        DELIVERED = "delivered"
        NOT_CONFIRMED = "not_confirmed"
        DEADLINE_MOVED = "deadline_moved"
        REOPENED = "reopened"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    actor_id = models.UUIDField(null=True)
    about = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")


class Extension(models.Model):
    """More time for a claim: asked for by the claimer before the deadline and decided by staff, or given by staff.

    `days` are the working days asked for, `granted_days` those given. An open one lapses when the claim ends or the gift
    is delivered before staff decided.
    """

    class State(models.TextChoices):
        OPEN = "open"
        GRANTED = "granted"
        REFUSED = "refused"
        TAKEN_BACK = "taken_back"
        LAPSED = "lapsed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="extensions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    days = models.PositiveSmallIntegerField()
    reason = EncryptedTextField(default="")
    asked_at = models.DateTimeField(default=now)
    by_claimer = models.BooleanField(default=True)
    stops_clock = models.BooleanField(default=False)
    """The claimer's first request of this claim: until it is answered the claim is not late (`clock`)."""
    asked_by_id = models.UUIDField(null=True)
    asked_by_name = EncryptedTextField(default="")
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.UUIDField(null=True)
    decided_by_name = EncryptedTextField(default="")
    answer = EncryptedTextField(default="")
    granted_days = models.PositiveSmallIntegerField(null=True)
    deadline_before = models.DateField(null=True)
    deadline_after = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("claim",), condition=Q(state="open"), name="one_open_extension_a_claim"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None) | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="a_decided_extension_has_its_moment",
            ),
        )
        indexes = (models.Index(fields=("state", "asked_at"), name="extension_by_state"),)
        ordering = ("asked_at", "id")


class ClaimEntry(Entry):
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")


class Delivery(models.Model):
    """A gift brought home, with its evidence; `claim` is empty when the community itself brought it (backstop).

    `current` ends when staff do not confirm it, or when a follow-up reopens the wish.
    """

    class Evidence(models.TextChoices):
        CODE = "code"
        SIGNATURE = "signature"
        PHOTO = "photo"
        WITNESS = "witness"

    class CarriedBy(models.TextChoices):
        MEMBER = "member"
        STAFF = "staff"
        BOTH = "both"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="deliveries")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="deliveries")
    evidence = models.CharField(max_length=10, choices=Evidence.choices)
    carried_by = models.CharField(max_length=6, choices=CarriedBy.choices)
    remark = EncryptedTextField(default="")
    delivered_on = models.DateField()
    at = models.DateTimeField(default=now)
    pressed_at = models.DateTimeField(null=True)
    """The page's own time where it was pressed on an earlier day than it arrived: made offline. A proposal for whoever
    confirms, and never the day by itself."""
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by_id = models.UUIDField(null=True)
    confirmed_by_name = EncryptedTextField(default="")
    current = models.BooleanField(default=True)
    follow_up_wanted = models.BooleanField(default=False)
    rejected_at = models.DateTimeField(null=True)
    rejected_reason = EncryptedTextField(default="")
    has_picture = models.BooleanField(default=False)
    """Whether a photo or a drawn signature is kept with it, so that a list need not touch the pictures."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("wish",), condition=Q(current=True), name="one_current_delivery_a_wish"),
        )
        ordering = ("at", "id")


class DeliveryPicture(models.Model):
    """A photo of the item or a signature drawn on the telephone, as the server wrote it anew; gone when it is erased."""

    class Kind(models.TextChoices):
        PHOTO = "photo"
        SIGNATURE = "signature"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    delivery = models.OneToOneField(Delivery, on_delete=models.CASCADE, related_name="picture")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    content = EncryptedBinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=now)


class FollowUp(models.Model):
    """The visit or call after delivery, by another person than the deliverer."""

    class Outcome(models.TextChoices):
        SATISFIED = "satisfied"
        PARTLY = "partly"
        NOT_SATISFIED = "not"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="follow_ups")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    remark = EncryptedTextField(default="")
    on = models.DateField()
    at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")

    class Meta:
        ordering = ("at", "id")
