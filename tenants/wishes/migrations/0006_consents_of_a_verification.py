import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wishes", "0005_words_compared")]

    operations = [
        migrations.AddField(
            model_name="verification",
            name="consents",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
        ),
    ]
