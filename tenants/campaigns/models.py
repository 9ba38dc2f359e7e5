"""One programme year of one community, with its policy."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from hub.clock import now
from hub.history import Entry
from hub.identifiers import uuid7
from tenants.campaigns.default_ladder import whole_ladder


class Campaign(models.Model):
    """The policy's defaults are those of domain.md (Escalation ladder, other defaults). Lengths are working days."""

    class State(models.TextChoices):
        PREPARING = "preparing"
        RUNNING = "running"
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    year = models.PositiveSmallIntegerField(unique=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    title = models.CharField(max_length=80)
    prefix = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    last_number = models.PositiveIntegerField(default=0)
    claim_length_days = models.PositiveSmallIntegerField(
        default=15, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    live_claims_per_member = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    branch_only_days = models.PositiveSmallIntegerField(default=3, validators=[MaxValueValidator(30)])
    budget_limit_yuan = models.PositiveIntegerField(default=500, validators=[MinValueValidator(1)])
    follow_up_percent = models.PositiveSmallIntegerField(default=5, validators=[MaxValueValidator(100)])
    extension_days = models.PositiveSmallIntegerField(
        default=10, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    """The most that one extension gives: long enough for a delivery from a mill, short enough not to be forgotten."""
    erase_after_months = models.PositiveSmallIntegerField(
        default=24, validators=[MinValueValidator(2), MaxValueValidator(60)]
    )
    """How long after its closing what stands of residents is kept: the year after can look back at it to its own end, and
    always longer than a closing can be taken back."""
    ladder = models.JSONField(default=whole_ladder)
    """All rungs, by what they count from: written whole when the campaign is made, so that it keeps what it began with."""
    created_at = models.DateTimeField(default=now)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-year",)


class CampaignEntry(Entry):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")
