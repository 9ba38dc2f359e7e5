from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("claims", "0008_notices")]

    operations = [
        migrations.AddField(model_name="delivery", name="pressed_at", field=models.DateTimeField(null=True)),
    ]
