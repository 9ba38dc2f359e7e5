"""When a wish's card was last printed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wishes", "0008_held_by_hand"),
    ]

    operations = [
        migrations.AddField("wish", "card_printed_at", models.DateTimeField(null=True)),
    ]
