"""A year's arrangement of holidays and make-up days (调休), as the operator entered it from the State Council's notice."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from hub.clock import now
from hub.privacy.fields import EncryptedTextField


class Arrangement(models.Model):
    """One entry for a year. Rows are only ever added: the newest of a year counts, and the others are its history.

    So whether anything changed since one last looked is one number, how many there are, which every process compares at
    little cost.
    """

    year = models.PositiveSmallIntegerField()
    holidays = models.JSONField(default=list)
    """[{"name", "first", "last"}], days as ISO dates."""
    make_up_days = ArrayField(models.DateField(), default=list)
    notice = models.CharField(max_length=120, default="", blank=True)
    """The notice it was taken from, by its number or title."""
    withdrawn = models.BooleanField(default=False)
    """True when the entries before it were taken back, and the library is followed again."""
    entered_at = models.DateTimeField(default=now)
    by_id = models.UUIDField(null=True)
    by_name = EncryptedTextField(scope="hub", default="")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("year", "id"), name="arrangement_of_year"),)

    def __str__(self) -> str:
        return f"{self.year}, entry {self.pk}"
