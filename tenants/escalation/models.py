"""The steps that were taken, and what was said to whom because of them."""

from django.db import models
from django.db.models import Q

from hub.clock import now
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedTextField
from tenants.claims.models import Claim
from tenants.wishes.models import Wish


class StepTaken(models.Model):
    """One rung of the ladder, taken once: for a claim and its deadline, or for a wish and the day a state began."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="steps")
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, null=True, related_name="steps")
    key = models.CharField(max_length=20)
    what = models.CharField(max_length=12)
    counted_from = models.DateField()
    day = models.DateField()
    taken_at = models.DateTimeField(default=now)
    void = models.BooleanField(default=False)
    """It came so late that it would no longer have said the truth; nothing was said."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("claim", "key", "counted_from"), condition=Q(claim__isnull=False), name="step_of_claim_once"
            ),
            models.UniqueConstraint(
                fields=("wish", "key", "counted_from"), condition=Q(claim=None), name="step_of_wish_once"
            ),
        )
        ordering = ("taken_at", "id")


class StepMessage(models.Model):
    """That a step is part of a message: the digest of one person, kind and day, found in the ledger by its purpose."""

    step = models.ForeignKey(StepTaken, on_delete=models.CASCADE, related_name="messages")
    purpose = models.CharField(max_length=160)
    audience = models.CharField(max_length=10)
    member_id = models.UUIDField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("step", "purpose"), name="step_said_once"),)
        indexes = (models.Index(fields=("member_id",), name="said_to_member"),)


class Visit(models.Model):
    """That somebody whom a message did not reach was told in person. One for a message; taken back, the row is gone.

    Those that one visit settled share `told_in`. `purpose` is the message's; of a member without a telephone, for whom
    no message was written, it names the step.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(max_length=160, unique=True)
    told_in = models.UUIDField()
    member_id = models.UUIDField()
    note = EncryptedTextField(default="")
    at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")

    class Meta:
        indexes = (models.Index(fields=("told_in",), name="visit_told_in"),)
