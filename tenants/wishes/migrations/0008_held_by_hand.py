from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wishes", "0007_consents_of_a_verification")]

    operations = [
        migrations.AddField(model_name="wish", name="branch_by_hand", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="balancing", name="left_out", field=models.JSONField(default=list)),
        migrations.AddField(model_name="balancingplace", name="planned", field=models.UUIDField(null=True)),
        migrations.AddField(model_name="balancingplace", name="by_hand", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="balancingplace", name="held_before", field=models.BooleanField(default=False)),
    ]
