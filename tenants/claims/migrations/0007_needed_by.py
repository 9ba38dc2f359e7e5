"""A claim's deadline never lies behind the day by which its wish is needed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_whole_policy_and_stopped_clock"),
        ("wishes", "0006_needed_by"),
    ]

    operations = [
        migrations.AddField("claim", "first_needed_by", models.DateField(null=True)),
        migrations.AddField("claim", "day_moved_on", models.DateField(null=True)),
    ]
