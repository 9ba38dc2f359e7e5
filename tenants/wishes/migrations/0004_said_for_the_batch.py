import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wishes", "0003_branch_only_days")]

    operations = [
        migrations.AddField(
            model_name="wish",
            name="for_batch",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), default=list, size=None
            ),
        ),
    ]
