"""The relation to a guardian moves into an encrypted column; the worker fills it and empties the old one."""

from django.db import migrations, models

import hub.privacy.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0003_words_for_categories")]

    operations = [
        migrations.AlterField(
            model_name="beneficiary",
            name="guardian_relation",
            field=models.CharField(blank=True, db_column="guardian_relation", default="", max_length=20),
        ),
        migrations.RenameField("beneficiary", "guardian_relation", "relation_in_plain"),
        migrations.AddField(
            model_name="beneficiary",
            name="relation_sealed",
            field=hub.privacy.fields.EncryptedTextField(bound_to="people.beneficiary.guardian_relation", null=True),
        ),
        migrations.CreateModel(
            name="StoredReading",
            fields=[
                ("model", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("edition", models.SmallIntegerField()),
                ("after", models.UUIDField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
