"""How the office of a community is reached: telephone, address, hours."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("communities", "0002_directory_stamp")]

    operations = [
        migrations.AddField("community", "telephone", models.CharField(blank=True, default="", max_length=60)),
        migrations.AddField("community", "address", models.CharField(blank=True, default="", max_length=120)),
        migrations.AddField("community", "hours", models.CharField(blank=True, default="", max_length=120)),
    ]
