"""From how many working days before its day an unclaimed wish stands on today's list; campaigns get today's default."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0006_beside_each_other"),
    ]

    operations = [
        migrations.AddField(
            "campaign",
            "needed_soon_days",
            models.SmallIntegerField(default=5, validators=[MinValueValidator(1), MaxValueValidator(60)]),
        ),
    ]
