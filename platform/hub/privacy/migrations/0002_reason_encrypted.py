"""A reason is somebody's own words and may name a person: what was logged so far is encrypted too, and nothing is lost."""

from typing import Any

from django.db import migrations, models

import hub.privacy.fields


def encrypt(apps: Any, schema_editor: Any) -> None:
    AccessLog = apps.get_model("privacy", "AccessLog")
    for entry in AccessLog.objects.only("pk", "plain_reason").iterator(chunk_size=1000):
        AccessLog.objects.filter(pk=entry.pk).update(reason=entry.plain_reason)


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("communities", "0001_initial")]

    operations = [
        migrations.RenameField("accesslog", "reason", "plain_reason"),
        migrations.AlterField("accesslog", "plain_reason", models.CharField(max_length=200, default="")),
        migrations.AddField(
            "accesslog", "reason", hub.privacy.fields.EncryptedTextField(scope="hub", null=True), preserve_default=False
        ),
        migrations.RunPython(encrypt, migrations.RunPython.noop, elidable=True),
        migrations.AlterField("accesslog", "reason", hub.privacy.fields.EncryptedTextField(scope="hub")),
        migrations.RemoveField("accesslog", "plain_reason"),
    ]
