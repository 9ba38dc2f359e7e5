"""What others do to a claim, its claimer is told; what was changed of a promise is marked until it was seen."""

import django.db.models.deletion
from django.db import migrations, models

import hub.clock
import hub.identifiers
import hub.privacy.fields

KINDS = (
    "claimed", "taken_over", "handed_over", "changed", "recalled", "handed_back", "withdrawn", "extended",
    "extension_refused", "delivered", "not_confirmed", "deadline_moved", "reopened",
)  # fmt: skip
ENDS = ("fulfilled", "handed_back", "handed_over", "recalled", "withdrawn", "undone", "released")


def named(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, value.replace("_", " ").title()) for value in values]


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0007_needed_by"),
    ]

    operations = [
        migrations.AlterField(
            "claim", "end", models.CharField(blank=True, choices=named(ENDS), default="", max_length=12)
        ),
        migrations.CreateModel(
            "PromiseChange",
            [
                (
                    "id",
                    models.UUIDField(default=hub.identifiers.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("field", models.CharField(max_length=20)),
                ("was", hub.privacy.fields.EncryptedTextField(default="")),
                ("became", hub.privacy.fields.EncryptedTextField(default="")),
                ("at", models.DateTimeField(default=hub.clock.now)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="claims.claim"
                    ),
                ),
            ],
            options={"ordering": ("at", "id")},
        ),
        migrations.CreateModel(
            "ClaimNotice",
            [
                (
                    "id",
                    models.UUIDField(default=hub.identifiers.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(choices=named(KINDS), max_length=20)),
                ("actor_id", models.UUIDField(null=True)),
                ("about", models.JSONField(default=dict)),
                ("at", models.DateTimeField(default=hub.clock.now)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="claims.claim"
                    ),
                ),
            ],
            options={"ordering": ("at", "id")},
        ),
    ]
