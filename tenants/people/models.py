"""Residents of one community. Everything that names or describes a person is encrypted at rest."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from hub.clock import now, today
from hub.history import Entry
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedTextField

CHILD_UNDER = 14
"""A beneficiary younger than this many years needs a guardian on record (domain.md, Words)."""


class Household(models.Model):
    """Where people live together. Its four-digit code stands on the card that hangs at home."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    address = EncryptedTextField(default="")
    address_index = models.BinaryField(null=True, db_index=True)
    place_marks = ArrayField(models.BinaryField(), null=True)
    """Blind marks of the parts of the address (`places`); empty until the worker has read the row."""
    code = EncryptedTextField()
    created_at = models.DateTimeField(default=now)

    class Meta:
        indexes = (GinIndex(fields=("place_marks",), name="household_by_place"),)


class Beneficiary(models.Model):
    """The resident whose wish it is. The telephone of a child is the guardian's."""

    class Sex(models.TextChoices):
        MALE = "male"
        FEMALE = "female"
        UNKNOWN = ""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="people")
    name = EncryptedTextField()
    name_index = models.BinaryField(db_index=True)
    initials_index = models.BinaryField(db_index=True, null=True)
    phone = EncryptedTextField(default="")
    phone_index = models.BinaryField(db_index=True, null=True)
    phone_last4_index = models.BinaryField(db_index=True, null=True)
    without_phone = models.BooleanField(default=False)
    sex = models.CharField(max_length=6, choices=Sex.choices, blank=True, default="")
    age = models.PositiveSmallIntegerField(null=True)
    age_on = models.DateField(default=today)
    categories = ArrayField(models.CharField(max_length=20), default=list)
    situation = EncryptedTextField(default="")
    guardian_name = EncryptedTextField(default="")
    relation_in_plain = models.CharField(db_column="guardian_relation", max_length=20, default="", blank=True)
    """Where the relation to the guardian stood in plain. The worker empties it (`tenants.closing.rereading`); the next
    release drops it."""
    relation_sealed = EncryptedTextField(null=True, bound_to="people.beneficiary.guardian_relation")
    created_at = models.DateTimeField(default=now)
    erased_at = models.DateTimeField(null=True)
    """Since then nothing is kept but what statistics count by (`tenants.closing.erasing`)."""

    @property
    def guardian_relation(self) -> str:
        """What the guardian is to the child. It says that somebody is one, so it is encrypted as the rest is."""
        return self.relation_in_plain if self.relation_sealed is None else self.relation_sealed

    @guardian_relation.setter
    def guardian_relation(self, relation: str) -> None:
        self.relation_sealed, self.relation_in_plain = relation, ""

    @property
    def age_now(self) -> int | None:
        """Age in years as far as a survey's whole years tell; None while nobody knows it."""
        return None if self.age is None else self.age + today().year - self.age_on.year

    @property
    def is_child(self) -> bool:
        """Whether a guardian must be on record, by the age at the survey (a birthday is not known)."""
        return self.age is not None and self.age < CHILD_UNDER


class BeneficiaryEntry(Entry):
    beneficiary = models.ForeignKey(Beneficiary, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")


class Consent(models.Model):
    """One consent for one purpose. Withdrawing it keeps the record and sets its end."""

    class Purpose(models.TextChoices):
        COLLECT = "collect"
        SHOW = "show"
        DISCLOSE = "disclose"
        PHOTO = "photo"
        PUBLICITY = "publicity"

    class Manner(models.TextChoices):
        WRITTEN = "written"
        ORAL = "oral"
        TELEPHONE = "telephone"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    beneficiary = models.ForeignKey(Beneficiary, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    manner = models.CharField(max_length=10, choices=Manner.choices)
    version = models.CharField(max_length=20, default="1")
    given_by_guardian = models.BooleanField(default=False)
    given_on = models.DateField()
    recorded_at = models.DateTimeField(default=now)
    recorded_by_id = models.UUIDField(null=True)
    recorded_by_name = EncryptedTextField(default="")
    withdrawn_at = models.DateTimeField(null=True)
    by_mistake = models.BooleanField(default=False)
    """Taken back by staff who recorded it wrongly: it was never given, so it counts as missing and not as withdrawn."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("beneficiary", "purpose"), condition=models.Q(withdrawn_at=None), name="one_consent_in_force"
            ),
        )


class CategoryWord(models.Model):
    """A word that this community uses for a category, chosen once on a check page and remembered."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    word = models.CharField(max_length=30, unique=True)
    category = models.CharField(max_length=20)
    created_at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(default="")

    class Meta:
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word


class StoredReading(models.Model):
    """How far the stored rows of one model were read by the rules of today (`tenants.closing.rereading`)."""

    model = models.CharField(primary_key=True, max_length=40)
    edition = models.SmallIntegerField()
    after = models.UUIDField(null=True)
    """The last row that was read; its key is in the order of making."""
    done_at = models.DateTimeField(null=True)
