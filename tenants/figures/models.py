"""Figures that no longer change."""

from django.db import models
from django.db.models import Q

from hub.clock import now, today
from hub.identifiers import uuid7
from tenants.campaigns.models import Campaign


class FrozenFigures(models.Model):
    """What a campaign was counted to when it was closed: its line for the levels above, as it was on that day.

    Kept when the year is reopened (`thawed_at`), as history; a campaign has at most one that holds.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="frozen")
    day = models.DateField(default=today)
    frozen_at = models.DateTimeField(default=now)
    thawed_at = models.DateTimeField(null=True)
    counts = models.JSONField()
    longest = models.JSONField()
    categories = models.JSONField()
    active_at = models.DateTimeField(null=True)
    of_year = models.JSONField(null=True)
    """The line of the whole year (`counts`, `longest`, `categories`), where this closing was the last of its campaigns."""
    definition = models.PositiveSmallIntegerField(default=1)
    """The definition of the rates by which it was counted (`hub.rollups.rates.DEFINITION`)."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("campaign",), condition=Q(thawed_at=None), name="figures_are_frozen_once_a_campaign"
            ),
        )
        ordering = ("frozen_at", "id")

    def __str__(self) -> str:
        return f"figures of {self.day}"
