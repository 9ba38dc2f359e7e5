"""What the levels above a community see: counts."""

from django.db import models

from hub.clock import now
from hub.communities.models import Community

COUNTS = (
    "collected", "verified", "admitted", "open", "held", "delivered", "backstopped", "in_pool", "left_the_pool", "claimed",
    "fulfilled", "by_claimer", "by_backstop", "on_time", "followed_up", "satisfied", "members", "overdue", "late_open", "late_collected",
    "late_verified", "late_delivered", "late_admitted", "late_backstopped", "late_follow_up", "late_request",
)  # fmt: skip
"""Whole numbers that are summed over a region. What each means: `tenants.figures.counting`. In lines of the definition
before (`rates.DEFINITION`) `claimed` and `by_claimer` hold what was done by backstop, too: sums of both stay right."""

STAGES = (
    "overdue", "late_open", "late_collected", "late_verified", "late_admitted", "late_delivered", "late_backstopped",
    "late_follow_up", "late_request",
)  # fmt: skip
"""Where wishes get stuck; each has the longest wait beside its count."""

DAILY = ("in_pool", "claimed", "fulfilled", "overdue")
"""What a trend is drawn from."""


class CommunityYear(models.Model):
    """One community's line of one year: a recount of its rows, never an increment."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    region_code = models.CharField(max_length=12)
    campaign_state = models.CharField(max_length=10)
    counts = models.JSONField(default=dict)
    longest = models.JSONField(default=dict)
    """Stage → working days that the longest waiting has waited beyond what the policy allows."""
    categories = models.JSONField(default=dict)
    """Category → [in the pool, fulfilled]; sensitive: shown in sums only, and not below five."""
    active_at = models.DateTimeField(null=True)
    """When somebody last changed something."""
    counted_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("community", "year"), name="one_line_a_community_and_year"),)
        indexes = (
            models.Index(
                fields=("year", "region_code"), name="line_by_region", opclasses=("int2_ops", "varchar_pattern_ops")
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_code} {self.year}"


class CommunityDay(models.Model):
    """The same at the end of one day: for the trend (columns, which are summed), and for a look back."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    region_code = models.CharField(max_length=12)
    day = models.DateField()
    in_pool = models.PositiveIntegerField()
    claimed = models.PositiveIntegerField()
    fulfilled = models.PositiveIntegerField()
    overdue = models.PositiveIntegerField()
    campaign_state = models.CharField(max_length=10, default="")
    counts = models.JSONField(default=dict)
    longest = models.JSONField(default=dict)
    """No categories: differences between days would tell single people's."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("community", "year", "day"), name="one_line_a_community_and_day"),
        )
        indexes = (
            models.Index(
                fields=("year", "region_code", "day"),
                name="day_by_region",
                opclasses=("int2_ops", "varchar_pattern_ops", "date_ops"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.region_code} {self.day}"


class Supervision(models.Model):
    """How many wishes of a community were left undone on a day, of all kinds together; the officer hears the sum."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    count = models.PositiveIntegerField()
    told_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        indexes = (models.Index(fields=("day",), condition=models.Q(told_at=None), name="supervision_untold"),)

    def __str__(self) -> str:
        return f"{self.count} on {self.day}"
