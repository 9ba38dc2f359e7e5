"""An import from its check to its confirmation, and the memory of every original row that came in."""

import datetime

from django.db import models
from django.db.models import Q

from hub.clock import now, today
from hub.history import Entry
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedJSONField, EncryptedTextField
from tenants.campaigns.models import Campaign
from tenants.members.models import Member
from tenants.wishes.models import Wish

KEPT_FOR = datetime.timedelta(days=7)
"""How long the rows of a file are kept, whatever became of them (experience.md, number 13)."""


def expiry() -> datetime.date:
    return today() + KEPT_FOR


class ImportBatch(models.Model):
    """One uploaded file: what it says, what staff corrected, what is to become of each row.

    The file itself is not kept: its other columns may hold what must not be stored, identity-card numbers above all
    (domain.md, Privacy rules). `about` says where the table was found; `rows` are the records with their judgement;
    `corrections` are texts by serial number and column. All three go when `expires_on` is over.
    """

    class Kind(models.TextChoices):
        WISHES = "wishes"
        MEMBERS = "members"

    class State(models.TextChoices):
        CHECKED = "checked"
        CONFIRMED = "confirmed"
        DISCARDED = "discarded"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="imports")
    file_name = EncryptedTextField(default="")
    about = EncryptedJSONField(default=dict)
    rows = EncryptedJSONField(default=list)
    corrections = EncryptedJSONField(default=dict)
    counts = models.JSONField(default=dict)
    consents = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHECKED)
    created_at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")
    confirmed_at = models.DateTimeField(null=True)
    imported = models.PositiveIntegerField(null=True)
    expires_on = models.DateField(default=expiry, db_index=True)
    forgotten = models.BooleanField(default=False)
    """Its rows are gone; the counts stay."""

    class Meta:
        ordering = ("-created_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="wishes", campaign__isnull=False) | Q(kind="members", campaign=None),
                name="wishes_have_a_campaign",
            ),
        )

    def __str__(self) -> str:
        return f"import {self.id}"


class ImportBatchEntry(Entry):
    """Who checked, corrected, confirmed or discarded an import."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")


class ImportedRow(models.Model):
    """An original row that came in, or was found to repeat one that did. It never comes in again.

    Kept after the batch's rows are gone, so that the same file adds nothing however late it is uploaded again, and
    whatever staff have made of the wish meanwhile. A row of wishes counts within its campaign.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="imported_rows")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="+")
    fingerprint = models.BinaryField(max_length=32)
    wish = models.ForeignKey(Wish, on_delete=models.SET_NULL, null=True, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("campaign", "fingerprint"), condition=Q(campaign__isnull=False), name="one_import_a_row"
            ),
            models.UniqueConstraint(
                fields=("fingerprint",), condition=Q(campaign=None), name="one_import_a_member_row"
            ),
        )

    def __str__(self) -> str:
        return f"row {self.id}"
