"""The log of who saw personal data unmasked, or took them out."""

from django.db import models

from hub.clock import now
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedTextField


class AccessLog(models.Model):
    """One look at, or export of, personal data. Rows are only ever added.

    It lies in the hub so that a community's restored schema does not take its log back with it; it names the
    subject by kind and identifier only.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    community_id = models.UUIDField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_name = EncryptedTextField(scope="hub")
    subject = models.CharField(max_length=40)
    subject_id = models.UUIDField(null=True)
    subjects = models.JSONField(null=True)
    """Whose data one answer showed, where it is not the subject alone: identifiers as texts."""
    fields = models.JSONField()
    reason = EncryptedTextField(scope="hub")
    at = models.DateTimeField(default=now)
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["community_id", "at"], name="access_by_community"),
            models.Index(fields=["subject_id", "at"], name="access_by_subject"),
            models.Index(fields=["actor_id", "at"], name="access_by_actor"),
        )

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} at {self.at:%Y-%m-%d %H:%M}"
