"""What was agreed stands whole on each claim, with the defaults that held until now; a request can stop the clock."""

from django.db import migrations, models

WHOLE = """
UPDATE claims_claim SET policy = '{
    "claim_length_days": 15, "live_claims_per_member": 2, "branch_only_days": 3, "budget_limit_yuan": 500,
    "follow_up_percent": 5, "extension_days": 10, "erase_after_months": 24
}'::jsonb || policy || jsonb_build_object('ladder', '{
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
    "recall_by_itself": true
}'::jsonb || coalesce(policy -> 'ladder', '{}'::jsonb));
"""
"""The defaults of the program before this migration, for what a claim did not keep of its own. Scopes of the ladder
that came later stand on campaigns alone."""

STOPS_NOW = """
UPDATE claims_extension SET stops_clock = true
WHERE state = 'open' AND by_claimer AND NOT EXISTS (
    SELECT FROM claims_extension earlier
    WHERE earlier.claim_id = claims_extension.claim_id AND earlier.by_claimer
      AND (earlier.asked_at, earlier.id) < (claims_extension.asked_at, claims_extension.id)
);
"""
"""Open requests alone: what was answered before this rule moves no deadline afterwards."""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0005_undone_claims"),
    ]

    operations = [
        migrations.RunSQL(WHOLE, migrations.RunSQL.noop),
        migrations.AddField("extension", "stops_clock", models.BooleanField(default=False)),
        migrations.RunSQL(STOPS_NOW, migrations.RunSQL.noop),
    ]
