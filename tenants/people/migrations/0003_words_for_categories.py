from django.db import migrations, models

import hub.clock
import hub.identifiers
import hub.privacy.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0002_erasing")]

    operations = [
        migrations.CreateModel(
            name="CategoryWord",
            fields=[
                (
                    "id",
                    models.UUIDField(default=hub.identifiers.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("word", models.CharField(max_length=30, unique=True)),
                ("category", models.CharField(max_length=20)),
                ("created_at", models.DateTimeField(default=hub.clock.now)),
                ("by_id", models.UUIDField(null=True)),
                ("by_name", hub.privacy.fields.EncryptedTextField(default="")),
            ],
            options={"ordering": ("word",)},
        ),
    ]
