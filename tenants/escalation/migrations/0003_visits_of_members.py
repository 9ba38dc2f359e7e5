import uuid

from django.db import migrations, models

import hub.identifiers


class Migration(migrations.Migration):
    dependencies = [
        ("escalation", "0002_visit"),
    ]

    operations = [
        migrations.AddField(
            model_name="visit",
            name="member_id",
            field=models.UUIDField(default=uuid.UUID(int=0)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="visit",
            name="told_in",
            field=models.UUIDField(default=hub.identifiers.uuid7),
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["told_in"], name="visit_told_in"),
        ),
    ]
