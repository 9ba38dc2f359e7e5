"""Bells: insert-only rows without data or personal content (architecture, How data flows)."""

from django.db import models

from hub.communities.models import Community


class Bell(models.Model):
    """“Look at this community for this kind of work, not before then.”

    Never changed: whoever changes a state adds one, whoever has looked deletes those it saw. So there is no hot row,
    a bell too many costs one empty look, and a lost task leaves its bells for the next knock.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    due_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("due_at", "kind", "community"), name="bell_due"),
            models.Index(fields=("community", "kind", "due_at"), name="bell_of_community"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at:%Y-%m-%d %H:%M}"
