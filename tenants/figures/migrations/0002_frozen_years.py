"""The line of a year that has several campaigns is frozen with the last of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("figures", "0001_initial")]

    operations = [migrations.AddField(model_name="frozenfigures", name="of_year", field=models.JSONField(null=True))]
