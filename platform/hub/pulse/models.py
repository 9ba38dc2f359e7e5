"""One row for each kind of process."""

from django.db import models


class Pulse(models.Model):
    """When a process of this name last showed life, by the database's own clock."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
