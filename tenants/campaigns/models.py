"""A campaign of one community, for a year or for an occasion beside it, with its policy."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from hub.clock import now
from hub.history import Entry
from hub.identifiers import uuid7
from tenants.campaigns.default_ladder import whole_ladder


class Campaign(models.Model):
    """Several stand beside each other (domain.md). The figures of a campaign count to its `year`; one of a year's campaigns
    is the year's own (`yearly`), the others are for an occasion. `prefix` is its code: what its wishes' numbers begin
    with. The policy's defaults are those of domain.md (Escalation ladder, other defaults). Lengths are working days."""

    class State(models.TextChoices):
        PREPARING = "preparing"
        RUNNING = "running"
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    year = models.PositiveSmallIntegerField(validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    yearly = models.BooleanField(default=True, db_default=True)
    title = models.CharField(max_length=80)
    prefix = models.CharField(max_length=12, unique=True)
    first_day = models.DateField()
    last_day = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARING)
    running_since = models.DateTimeField(null=True, blank=True)
    """When it was started; None while it prepares. What waits for being opened is late at the earliest from here."""
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
    needed_soon_days = models.SmallIntegerField(default=5, validators=[MinValueValidator(1), MaxValueValidator(60)])
    """How many working days before the day by which a wish is needed it stands on today's list while nobody claims it."""
    erase_after_months = models.PositiveSmallIntegerField(
        default=24, validators=[MinValueValidator(2), MaxValueValidator(60)]
    )
    """How long after its closing what stands of residents is kept: the year after can look back at it to its own end, and
    always longer than a closing can be taken back."""
    ladder = models.JSONField(default=whole_ladder)
    """All rungs, by what they count from: written whole when the campaign is made, so that it keeps what it began with."""
    counted_anew_on = models.DateField(null=True, blank=True)
    """The first day whose rates go by the definition of today, where an earlier program counted the days before by another
    (`hub.rollups.rates.DEFINITION`)."""
    four_eyes_off_reason = models.CharField(max_length=200, default="", blank=True)
    """Why one person may do here what else takes two; empty while the rule holds (`four_eyes`)."""
    created_at = models.DateTimeField(default=now)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "-first_day", "-created_at")
        constraints = (
            models.UniqueConstraint(fields=("year",), condition=Q(yearly=True), name="one_campaign_is_the_years_own"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="a_campaign_ends_after_it_begins"),
        )

    def __str__(self) -> str:
        return f"{self.prefix} {self.title}"


class CampaignEntry(Entry):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="history")

    class Meta:
        ordering = ("at", "id")
