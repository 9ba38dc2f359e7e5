"""Time, as the installation's processes share it: when each last showed life, and the simulated clock."""

from django.db import models


class Pulse(models.Model):
    """When a process of this name last showed life, by the database's own clock."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class SimulatedClock(models.Model):
    """One row: how far the simulated clock is ahead of the machines' (hub.clock). Not in production."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    shift = models.DurationField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="one_simulated_clock"),)

    def __str__(self) -> str:
        return str(self.shift)
