"""The ladder stands whole on each campaign: with the defaults that held until now, and today's for what is new."""

from django.db import migrations, models

import tenants.campaigns.default_ladder

WHOLE = """
UPDATE campaigns_campaign SET ladder = '{
    "claim": [
        {"days": -5, "what": "reminder", "to": ["claimer"]},
        {"days": -1, "what": "reminder", "to": ["claimer"]},
        {"days": 1, "what": "urging", "to": ["claimer", "secretary"]},
        {"days": 3, "what": "decision", "to": ["staff"]},
        {"days": 5, "what": "recall", "to": ["officer"]}
    ],
    "open": [{"days": 10, "what": "notice", "to": ["secretary"]}, {"days": 15, "what": "notice", "to": ["staff"]}],
    "collected": [{"days": 5, "what": "notice", "to": ["staff"]}],
    "verified": [{"days": 5, "what": "notice", "to": ["staff"]}],
    "delivered": [{"days": 3, "what": "notice", "to": ["staff"]}],
    "recall_by_itself": true,
    "admitted": [{"days": 10, "what": "notice", "to": ["staff"]}],
    "backstopped": [
        {"days": 5, "what": "notice", "to": ["staff"]},
        {"days": 10, "what": "notice", "to": ["staff"]},
        {"days": 15, "what": "supervision", "to": ["officer"]}
    ],
    "follow_up": [{"days": 10, "what": "notice", "to": ["staff"]}],
    "request": [
        {"days": 1, "what": "notice", "to": ["staff"]},
        {"days": 3, "what": "notice", "to": ["staff"]},
        {"days": 5, "what": "supervision", "to": ["officer"]}
    ],
    "again_days": 10
}'::jsonb || ladder;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0004_erasing"),
    ]

    operations = [
        migrations.RunSQL(WHOLE, migrations.RunSQL.noop),
        migrations.AlterField(
            "campaign", "ladder", models.JSONField(default=tenants.campaigns.default_ladder.whole_ladder)
        ),
    ]
