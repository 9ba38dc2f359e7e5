"""Blind marks of a household's address, by which a building is found; the worker fills them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_consents_by_mistake")]

    operations = [
        migrations.AddField(
            model_name="household",
            name="place_marks",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BinaryField(), null=True, size=None),
        ),
        migrations.AddIndex(
            model_name="household",
            index=django.contrib.postgres.indexes.GinIndex(fields=["place_marks"], name="household_by_place"),
        ),
    ]
