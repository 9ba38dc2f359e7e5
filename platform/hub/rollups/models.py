"""What the levels above a community see: counts."""

from django.db import models

from hub.clock import now
from hub.communities.models import Community


class Supervision(models.Model):
    """How many overdue claims of a community nobody decided about were recalled on a day; the officer hears the sum."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    count = models.PositiveIntegerField()
    told_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        indexes = (models.Index(fields=("day",), condition=models.Q(told_at=None), name="supervision_untold"),)

    def __str__(self) -> str:
        return f"{self.count} on {self.day}"
