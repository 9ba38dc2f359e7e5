from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0008_counted_anew_on")]

    operations = [
        migrations.AddField(
            model_name="campaign",
            name="four_eyes_off_reason",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
    ]
