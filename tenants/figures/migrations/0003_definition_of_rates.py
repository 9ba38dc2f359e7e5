from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("figures", "0002_frozen_years")]

    operations = [
        migrations.AddField(
            model_name="frozenfigures",
            name="definition",
            field=models.PositiveSmallIntegerField(default=1),
        ),
    ]
