"""“Sends” by writing a row that the operator's page shows. What a trial and a demo use; never chosen silently."""

import datetime
import uuid
from collections.abc import Sequence
from typing import ClassVar

from hub.sms.gateways import base
from hub.sms.models import OutboxEntry
from hub.sms.parts import as_sent
from hub.sms.stop_list import phone_index
from hub.sms.templates import Template


class Gateway(base.Gateway):
    """The outbox is another system as far as the sender can tell: it commits by itself, before the ledger does."""

    found_after: ClassVar[datetime.timedelta] = datetime.timedelta(0)

    def send(self, template: Template, messages: Sequence[base.Outgoing]) -> dict[uuid.UUID, base.Outcome]:
        entries = OutboxEntry.objects.bulk_create(
            OutboxEntry(
                community_id=message.community_id,
                reference=message.reference,
                template=template.name,
                phone=message.phone,
                phone_blind=phone_index(message.phone),
                text=as_sent(template.render(message.params)),
            )
            for message in messages
        )
        return {
            message.id: base.Accepted(provider_id=str(entry.pk))
            for message, entry in zip(messages, entries, strict=True)
        }

    def look_up(self, message: base.Outgoing) -> base.LookedUp:
        entry = OutboxEntry.objects.filter(reference=message.reference, phone_blind=phone_index(message.phone)).first()
        return base.Accepted(provider_id=str(entry.pk)) if entry else base.NotThere()
