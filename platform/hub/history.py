"""The shape that every history entry in the house shares: who, when, what, why."""

from django.db import models

from hub.clock import now
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedJSONField, EncryptedTextField


class Entry(models.Model):
    """One change of state or content. Written in the transaction of the change, never altered.

    Actors are stored as the account's UUID and the name at that time (architecture, decision 1),
    so that a community's schema needs no key that leaves it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(default=now)
    actor_id = models.UUIDField(null=True)
    actor_name = EncryptedTextField(default="")
    verb = models.CharField(max_length=40)
    reason = EncryptedTextField(default="")
    changes = EncryptedJSONField(default=dict)

    class Meta:
        abstract = True
