"""Who may log in where, and as what.

An **account** is a telephone number. A **seat** is its place on one host (a community, or the platform): name,
password, whether it is disabled there. Passwords belong to the seat and not to the account, because an
administrator hands out first passwords: were they valid elsewhere, the administrator of one community could
become anybody in another one by inviting that person's number.
"""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, is_password_usable
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from hub.actor import ADMINISTRATOR, MEMBER, SECRETARY, STAFF
from hub.clock import now
from hub.communities.models import Community
from hub.identifiers import uuid7
from hub.privacy.fields import EncryptedJSONField, EncryptedTextField


class Account(models.Model):
    """A person who can be reached under one telephone number, in however many communities."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    phone = EncryptedTextField(scope="hub")
    phone_blind = models.BinaryField(max_length=32, unique=True)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=now)

    is_authenticated = True
    is_anonymous = False

    def __str__(self) -> str:
        return str(self.id)


class Seat(models.Model):
    """An account's place on one host; without a community it is the platform (operator, officers)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="seats")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    name = EncryptedTextField(scope="hub")
    password = models.CharField(max_length=200, default=UNUSABLE_PASSWORD_PREFIX)
    must_change_password = models.BooleanField(default=False)
    password_for_member = models.BooleanField(default=False, db_default=False)
    """The password was set by whoever came with a printed code: it opens what such a code opens (`reach`)."""
    active = models.BooleanField(default=True)
    last_login_at = models.DateTimeField(null=True)
    saved_filters = EncryptedJSONField(scope="hub", null=True)
    """See `saved_filters`."""
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["account", "community"], name="seat_one_per_host", nulls_distinct=False),
        )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def has_password(self) -> bool:
        """False for whoever logs in by codes only."""
        return is_password_usable(self.password)


class Membership(models.Model):
    """A role in a community. A person can hold several."""

    class Role(models.TextChoices):
        ADMINISTRATOR = ADMINISTRATOR
        STAFF = STAFF
        BRANCH_SECRETARY = SECRETARY
        MEMBER = MEMBER

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    member_id = models.UUIDField(null=True)
    """Who this is in the community's register of members (tenants.members), if there."""
    branch_id = models.UUIDField(null=True)
    """The branch that a secretary is secretary of."""
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["account", "community", "role"], name="membership_role_once"),
            models.UniqueConstraint(
                fields=["community", "member_id"], condition=Q(role=MEMBER), name="membership_member_has_one_account"
            ),
            models.UniqueConstraint(
                fields=["community", "branch_id"],
                condition=Q(role=SECRETARY),
                name="membership_branch_has_one_secretary",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[ADMINISTRATOR, STAFF, SECRETARY, MEMBER]), name="membership_role_known"
            ),
            models.CheckConstraint(
                condition=~Q(role=MEMBER) | Q(member_id__isnull=False), name="membership_member_names_the_member"
            ),
            models.CheckConstraint(
                condition=~Q(role=SECRETARY) | Q(branch_id__isnull=False), name="membership_secretary_names_the_branch"
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.account_id}"


class RegionRole(models.Model):
    """An officer of the region that a prefix of the region code names. Sees figures, never residents."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="regions")
    region = models.CharField(max_length=12)
    created_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["account", "region"], name="region_role_once"),
            models.CheckConstraint(
                condition=Q(region__regex=r"^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$"), name="region_role_is_a_prefix"
            ),
        )

    def __str__(self) -> str:
        return f"officer of {self.region}"


class LoginCode(models.Model):
    """A code that logs in once: sent by SMS, or printed by staff for a member's first time."""

    class Kind(models.TextChoices):
        SMS = "sms"
        FIRST = "first"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="codes")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    digest = models.BinaryField(max_length=32)
    """HMAC of the code under the hub's key: the database alone does not tell it."""
    tries = models.PositiveSmallIntegerField(default=0)
    known_tries = models.SmallIntegerField(default=0, db_default=0)
    """Those of browsers that had logged in as this seat before: a stranger's guesses do not spend the code for them."""
    issued_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["seat", "kind"], name="login_code_newest_only"),)

    def __str__(self) -> str:
        return f"{self.kind} code {self.id}"


class Tally(models.Model):
    """The moments at which something limited happened. In PostgreSQL, so that FLUSHALL forgives nobody."""

    subject = models.BinaryField(max_length=32, primary_key=True)
    """Digest of what is counted and of whom (limits.take)."""
    moments = ArrayField(models.DateTimeField())
    until = models.DateTimeField(db_index=True)
    """When the newest moment stops counting; the row can go then."""

    def __str__(self) -> str:
        return f"{len(self.moments)} until {self.until}"


class Session(AbstractBaseSession):
    """A session, bound to one seat: ending somebody's sessions is one DELETE.

    The key is kept as a digest: who reads the database or a backup cannot take over a session.
    """

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, null=True, related_name="sessions")

    def __str__(self) -> str:
        return f"session until {self.expire_date}"


class AccountEvent(models.Model):
    """What was done to somebody's access: who, when, what. Rows are only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="events")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    verb = models.CharField(max_length=40)
    detail = models.CharField(max_length=120, blank=True)
    """Roles or regions; never personal data."""
    actor_id = models.UUIDField(null=True)
    actor_name = EncryptedTextField(scope="hub", default="")
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = (models.Index(fields=["account", "at"], name="account_event_by_account"),)

    def __str__(self) -> str:
        return f"{self.verb} at {self.at:%Y-%m-%d %H:%M}"
