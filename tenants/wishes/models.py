"""The wish and what staff decided about it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from hub.clock import now
from hub.history import Entry
from hub.identifiers import uuid7
from hub.language import Text
from hub.privacy.fields import EncryptedTextField
from tenants.campaigns.models import Campaign
from tenants.members.models import Branch
from tenants.people.models import Beneficiary

KINDS = {
    "appliance": Text(zh="家电", en="Appliance"),
    "food": Text(zh="食品", en="Food"),
    "school": Text(zh="学习用品", en="School"),
    "clothing_bedding": Text(zh="衣被", en="Clothing and bedding"),
    "health": Text(zh="健康用品", en="Health"),
    "service": Text(zh="服务", en="Service"),
    "other": Text(zh="其他", en="Other"),
}


class Wish(models.Model):
    class State(models.TextChoices):
        COLLECTED = "collected"
        VERIFIED = "verified"
        ADMITTED = "admitted"
        OPEN = "open"
        CLAIMED = "claimed"
        DELIVERED = "delivered"
        BACKSTOPPED = "backstopped"
        FULFILLED = "fulfilled"
        DECLINED = "declined"
        REFERRED = "referred"
        WITHDRAWN = "withdrawn"
        CARRIED_OVER = "carried_over"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="wishes")
    beneficiary = models.ForeignKey(Beneficiary, on_delete=models.PROTECT, related_name="wishes")
    serial = models.PositiveIntegerField()
    number = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.COLLECTED)
    state_since = models.DateTimeField(default=now)
    kind = models.CharField(max_length=20, choices=[(key, str(text.en)) for key, text in KINDS.items()])
    item = models.CharField(max_length=120)
    quantity = models.PositiveSmallIntegerField(default=1)
    requirements = ArrayField(models.CharField(max_length=40), default=list)
    public_text = models.CharField(max_length=120, default="", blank=True)
    story = EncryptedTextField(default="")
    budget_yuan = models.PositiveIntegerField(null=True)
    collector_name = EncryptedTextField(default="")
    collector_id = models.UUIDField(null=True)
    collected_on = models.DateField(null=True)
    needed_by = models.DateField(null=True)
    card_printed_at = models.DateTimeField(null=True)
    """When its card was last printed, so that new ones can be printed alone."""
    """The last day on which it is of use: no claim's deadline lies behind it."""
    for_batch = ArrayField(models.CharField(max_length=20), default=list)
    """What was said once for a whole import and not for this wish: collected_on, collector."""
    missing = ArrayField(models.CharField(max_length=30), default=list)
    warnings = ArrayField(models.CharField(max_length=30), default=list)
    tells = ArrayField(models.CharField(max_length=20), default=list)
    """What its public words tell, as found by `comparing`: keys of `telling.SENTENCES`."""
    kept_off = models.BooleanField(default=False)
    """Whether that keeps it off the board: nobody claims a wish that tells who it is."""
    names_allowed = models.BinaryField(null=True)
    """The mark of the names with which an administrator opened it all the same."""
    fingerprint = models.BinaryField(null=True)
    branch = models.ForeignKey(Branch, on_delete=models.PROTECT, null=True, related_name="wishes")
    branch_fixed = models.BooleanField(default=False)
    branch_by_hand = models.BooleanField(default=False)
    """Moved to its branch by hand: every later balancing leaves it there until the hand lets go (`holding`)."""
    admitted_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    branch_only_days = models.PositiveSmallIntegerField(null=True)
    """The working days that `branch_only_until` was counted with, from `opened_at`: the policy may change meanwhile."""
    branch_only_until = models.DateField(null=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="carried_to")
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("campaign", "serial"), name="one_wish_a_serial"),
            models.UniqueConstraint(
                fields=("campaign", "fingerprint"),
                condition=Q(fingerprint__isnull=False),
                name="one_wish_an_original_row",
            ),
            models.UniqueConstraint(
                fields=("carried_from",), condition=Q(carried_from__isnull=False), name="one_arrival_a_wish"
            ),
        )
        indexes = (
            models.Index(fields=("campaign", "state", "serial"), name="wish_by_state"),
            GinIndex(fields=("missing",), name="wish_by_missing"),
        )


class WishEntry(Entry):
    """One move of a wish, or one change of its content (then `from_state` equals `to_state`)."""

    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="history")
    from_state = models.CharField(max_length=12, default="", blank=True)
    to_state = models.CharField(max_length=12)

    class Meta:
        ordering = ("at", "id")


class Verification(models.Model):
    """Of name, contact and content; by visit or by telephone. One that was undone keeps its row."""

    class Manner(models.TextChoices):
        VISIT = "visit"
        TELEPHONE = "telephone"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="verifications")
    manner = models.CharField(max_length=10, choices=Manner.choices)
    opinion = EncryptedTextField(default="")
    on = models.DateField()
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)
    consents = ArrayField(models.UUIDField(), default=list)
    """Those that were recorded in the same act: undoing it takes them back."""

    class Meta:
        ordering = ("at", "id")


class Assessment(models.Model):
    """Need, price, safety, feasibility; by another person than the collector."""

    class Outcome(models.TextChoices):
        ADMIT = "admit"
        DECLINE = "decline"
        REFER = "refer"
        COMPLETE = "complete"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="assessments")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    opinion = EncryptedTextField(default="")
    channel = models.CharField(max_length=60, default="", blank=True)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")
    at = models.DateTimeField(default=now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")


class Balancing(models.Model):
    """A share-out of wishes over branches: proposed, changed by hand with a reason, confirmed, or undone."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        CONFIRMED = "confirmed"
        UNDONE = "undone"
        DISCARDED = "discarded"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="balancings")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    created_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True)
    left_out = models.JSONField(default=list)
    """Wishes that could not be opened when it was proposed, as [identifier, codes of `openable`]."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("campaign",), condition=Q(state="proposed"), name="one_proposal_a_campaign"
            ),
        )


class BalancingLine(models.Model):
    """What one branch gets by the arithmetic: head count, exact share W·n/Σn, remainder, share."""

    balancing = models.ForeignKey(Balancing, on_delete=models.CASCADE, related_name="lines")
    branch = models.ForeignKey(Branch, on_delete=models.PROTECT, related_name="+")
    head_count = models.PositiveIntegerField()
    exact = models.DecimalField(max_digits=10, decimal_places=4)
    remainder = models.DecimalField(max_digits=6, decimal_places=4)
    share = models.PositiveIntegerField()

    class Meta:
        ordering = ("branch__order", "branch__created_at", "id")


class BalancingPlace(models.Model):
    """Where one wish goes; `moved_reason` is set when a person moved it there by hand in this proposal.

    `planned` is the branch that the arithmetic gave it; `by_hand` says that a hand holds it, `held_before` that one did
    when it was proposed.
    """

    balancing = models.ForeignKey(Balancing, on_delete=models.CASCADE, related_name="places")
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="+")
    branch = models.ForeignKey(Branch, on_delete=models.PROTECT, related_name="+")
    branch_before = models.ForeignKey(Branch, on_delete=models.PROTECT, null=True, related_name="+")
    moved_reason = EncryptedTextField(default="")
    planned = models.UUIDField(null=True)
    by_hand = models.BooleanField(default=False)
    held_before = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("balancing", "wish"), name="one_place_a_wish"),)


class BalancingEntry(Entry):
    balancing = models.ForeignKey(Balancing, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")
