"""A community is a tenant: one residents' committee, with a schema of its own."""

from django.db import models
from django.db.models import Q
from django_tenants.models import DomainMixin, TenantMixin

from hub.clock import now
from hub.identifiers import uuid7


class Region(models.Model):
    """The name of one prefix of the region codes: 63 青海省, 630222 民和回族土族自治县, …"""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Community(TenantMixin):
    """One residents' committee. Made by `provisioning.create_community` and in no other way."""

    class State(models.TextChoices):
        ACTIVE = "active"
        SUSPENDED = "suspended"
        ARCHIVED = "archived"

    auto_create_schema = False
    auto_drop_schema = False

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=64)
    region_code = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.ACTIVE)
    wrapped_key = models.BinaryField()
    """The community's data key, encrypted with the master key (hub.envelope)."""
    schema_version = models.CharField(max_length=64)
    """Hash of the compiled script that the schema is at (tenants/schema.sql)."""
    created_at = models.DateTimeField(default=now)
    state_since = models.DateTimeField(default=now)
    telephone = models.CharField(max_length=60, blank=True, default="")
    """The office's own, as it writes it; with `address` and `hours` its profile (hub.communities.profile). No resident."""
    address = models.CharField(max_length=120, blank=True, default="")
    hours = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["active", "suspended", "archived"]), name="community_state_known"
            ),
            models.CheckConstraint(
                condition=Q(region_code__regex=r"^[0-9]{12}$"), name="community_region_code_12_digits"
            ),
            models.CheckConstraint(condition=Q(slug__regex=r"^[a-z][a-z0-9-]*$"), name="community_slug_speakable"),
        )
        indexes = (models.Index(fields=["schema_version"], name="community_schema_version"),)

    def __str__(self) -> str:
        return self.slug

    def __enter__(self) -> "Community":
        """The library's short form keeps its stack on the class: threads restore each other's (promises.md)."""
        raise TypeError("Write `with tenant_context(community):` instead of `with community:`.")


class Domain(DomainMixin):
    """A host that a community answers on."""

    def __str__(self) -> str:
        return self.domain


class CommunityEvent(models.Model):
    """What the platform did to a community: made, suspended, resumed, archived, restored. Rows are only added.

    The actor is an account of the hub; its name is looked up there, where it is encrypted.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="events")
    verb = models.CharField(max_length=20)
    reason = models.CharField(max_length=200, blank=True)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = (models.Index(fields=["community", "at"], name="community_event_by_community"),)

    def __str__(self) -> str:
        return f"{self.verb} at {self.at:%Y-%m-%d %H:%M}"


class DirectoryStamp(models.Model):
    """One row that gets a new random stamp whenever a community or a domain is written.

    Database triggers do it (migration 0002), so that also a restore or a hand-written UPDATE is noticed by
    the look-up caches of every process.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    stamp = models.UUIDField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="directory_stamp_single_row"),)

    def __str__(self) -> str:
        return str(self.stamp)


class HubKey(models.Model):
    """One row: the key of what the hub itself encrypts, wrapped with the master key."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    wrapped_key = models.BinaryField()

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="hub_key_single_row"),)

    def __str__(self) -> str:
        return "hub key"
