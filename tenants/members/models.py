"""Branches and members: the second register of the programme."""

from django.db import models
from django.db.models import Q

from hub.clock import now
from hub.history import Entry
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedTextField


class Branch(models.Model):
    """What wishes are shared out over: a party branch or a partner organisation."""

    class Kind(models.TextChoices):
        BRANCH = "branch"
        ORGANISATION = "organisation"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.BRANCH)
    order = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("order", "created_at", "id")


class Member(models.Model):
    """Whoever may claim. A member belongs to one branch, or to none until staff have completed the row."""

    class State(models.TextChoices):
        ACTIVE = "active"
        LEFT = "left"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    branch = models.ForeignKey(Branch, on_delete=models.PROTECT, null=True, related_name="members")
    name = EncryptedTextField()
    name_index = models.BinaryField(db_index=True)
    initials_index = models.BinaryField(db_index=True, null=True)
    phone = EncryptedTextField(default="")
    phone_index = models.BinaryField(null=True)
    phone_last4_index = models.BinaryField(db_index=True, null=True)
    sex = models.CharField(max_length=6, default="", blank=True)
    birth_month = EncryptedTextField(default="")
    work_unit = EncryptedTextField(default="")
    skills = EncryptedTextField(default="")
    duty = EncryptedTextField(null=True)
    """In the party, as the register writes it (支部书记); it proposes a secretary and makes none."""
    note = EncryptedTextField(default="")
    state = models.CharField(max_length=6, choices=State.choices, default=State.ACTIVE)
    fingerprint = models.BinaryField(null=True, unique=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("phone_index",), condition=Q(state="active"), name="one_active_member_a_telephone"
            ),
        )


class MemberEntry(Entry):
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")
