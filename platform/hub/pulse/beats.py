"""Show life, and see how long ago somebody did."""

from django.db import connection
from django.db.models.functions import Now

from hub.pulse.models import Pulse


def beat(name: str) -> None:
    """Note that the process `name` ("beat", "worker") is alive now."""
    Pulse.objects.bulk_create(
        [Pulse(name=name, at=Now())], update_conflicts=True, unique_fields=["name"], update_fields=["at"]
    )


def age_seconds(name: str) -> float | None:
    """Seconds since the process last showed life, None if it never did.

    Both ends are the database's clock, so machines whose clocks differ do not matter.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp() - at) FROM pulse_pulse WHERE name = %s", [name])
        row = cursor.fetchone()
    return None if row is None else round(float(row[0]), 1)
