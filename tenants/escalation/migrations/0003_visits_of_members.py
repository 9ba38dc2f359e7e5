import uuid

from django.db import migrations, models


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
        # A fixed value: one made anew each time would stand in the compiled script, which must come out the same.
        migrations.AddField(
            model_name="visit",
            name="told_in",
            field=models.UUIDField(default=uuid.UUID(int=0)),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="visit",
            index=models.Index(fields=["told_in"], name="visit_told_in"),
        ),
    ]
