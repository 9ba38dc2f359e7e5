"""A member's duty in the party, as the register writes it."""

from django.db import migrations

import hub.privacy.fields


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    operations = [migrations.AddField("member", "duty", hub.privacy.fields.EncryptedTextField(null=True))]
