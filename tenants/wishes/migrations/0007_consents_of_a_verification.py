import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wishes", "0006_needed_by")]

    operations = [
        migrations.AddField(
            model_name="verification",
            name="consents",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
        ),
    ]
