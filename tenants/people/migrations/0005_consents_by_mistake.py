from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_relation_sealed")]

    operations = [
        migrations.AddField(
            model_name="consent",
            name="by_mistake",
            field=models.BooleanField(default=False),
        ),
    ]
