"""Answers that were given, kept so that a repeated request gets the same one and does nothing again."""

from django.db import models

from hub.clock import now
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedBinaryField, EncryptedJSONField


class Answer(models.Model):
    """What one unsafe request with an Idempotency-Key was answered. Written in the transaction of its writes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.BinaryField(max_length=32)
    """Digest of who asked, where, and the key: other people's equal keys never meet."""
    request = models.BinaryField(max_length=32)
    """Digest of method, path, language and body: the same key with another request is refused."""
    status = models.PositiveSmallIntegerField(null=True)
    content_type = models.CharField(max_length=80, blank=True)
    body = EncryptedBinaryField(scope="hub", null=True)
    """Encrypted, since an answer can hold what is masked elsewhere."""
    looks = EncryptedJSONField(scope="hub", null=True)
    """What of it stands on the access log: whoever gets it again has looked again. None: kept before this was."""
    at = models.DateTimeField(default=now, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["owner"], name="rest_answer_one_per_key"),)

    def __str__(self) -> str:
        return f"answer {self.id}"
