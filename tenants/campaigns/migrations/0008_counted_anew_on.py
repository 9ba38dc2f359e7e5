"""Rates are defined anew: days before an upgrade, and campaigns closed before it, keep the figures that were reported."""

from django.db import migrations, models

TODAY = """
    UPDATE campaigns_campaign SET counted_anew_on =
        CASE WHEN state = 'closed' THEN DATE '9999-12-31' ELSE (now() AT TIME ZONE 'Asia/Shanghai')::date END
"""


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0007_needed_soon_days")]

    operations = [
        migrations.AddField(
            model_name="campaign", name="counted_anew_on", field=models.DateField(blank=True, null=True)
        ),
        migrations.RunSQL(TODAY, migrations.RunSQL.noop),
    ]
