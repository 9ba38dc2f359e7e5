"""Several campaigns beside each other: existing ones are their year's own, from 1 January to 31 December."""

import django.core.validators
from django.db import migrations, models

DAYS = "UPDATE campaigns_campaign SET first_day = make_date(year, 1, 1), last_day = make_date(year, 12, 31);"
SINCE = "UPDATE campaigns_campaign SET running_since = created_at WHERE state <> 'preparing';"


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0005_whole_ladder")]

    operations = [
        migrations.AlterModelOptions(name="campaign", options={"ordering": ("-year", "-first_day", "-created_at")}),
        migrations.AlterField(
            model_name="campaign",
            name="year",
            field=models.PositiveSmallIntegerField(
                validators=[
                    django.core.validators.MinValueValidator(2000),
                    django.core.validators.MaxValueValidator(2100),
                ]
            ),
        ),
        migrations.AddField(
            model_name="campaign", name="yearly", field=models.BooleanField(db_default=True, default=True)
        ),
        migrations.AddField(model_name="campaign", name="first_day", field=models.DateField(null=True)),
        migrations.AddField(model_name="campaign", name="last_day", field=models.DateField(null=True)),
        migrations.AddField(
            model_name="campaign", name="running_since", field=models.DateTimeField(blank=True, null=True)
        ),
        migrations.RunSQL(DAYS, migrations.RunSQL.noop),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
        migrations.AlterField(model_name="campaign", name="first_day", field=models.DateField()),
        migrations.AlterField(model_name="campaign", name="last_day", field=models.DateField()),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.UniqueConstraint(
                condition=models.Q(("yearly", True)), fields=("year",), name="one_campaign_is_the_years_own"
            ),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))), name="a_campaign_ends_after_it_begins"
            ),
        ),
    ]
