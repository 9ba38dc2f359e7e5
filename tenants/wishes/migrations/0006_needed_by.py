"""A wish may have a day by which it is needed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wishes", "0005_words_compared"),
    ]

    operations = [
        migrations.AddField("wish", "needed_by", models.DateField(null=True)),
    ]
