"""What the hub knows about one community, written so that it can be read in another installation.

What the hub encrypts with its own key is sealed anew with the community's key, and blind indexes are left out: they
are made again where the rows arrive. So a community's backup opens with the community's key and nothing else.
"""

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from hub import envelope
from hub.accounts.seats import phone_index
from hub.communities.models import Community
from hub.communities.regions import prefixes
from hub.privacy.fields import EncryptedBinaryField, EncryptedJSONField, EncryptedTextField
from hub.privacy.keys import Keys
from hub.sms.stop_list import phone_index as ledger_index

ENCRYPTED = (EncryptedTextField, EncryptedJSONField, EncryptedBinaryField)

# Models whose rows go along, in the order in which they can be put back; accounts are those of the seats.
TAKEN = [
    "communities.Community",
    "communities.Region",
    "communities.Domain",
    "communities.CommunityEvent",
    "accounts.Account",
    "accounts.Seat",
    "accounts.Membership",
    "accounts.AccountEvent",
    "privacy.AccessLog",
    "sms.Message",
    "sms.Stop",
    "rollups.CommunityYear",
    "rollups.CommunityDay",
]
# Models with a community that stay behind, and why.
LEFT_BEHIND = {
    "bells.Bell": "rung anew when the community is back: its own rows say what is due",
    "sms.OutboxEntry": "what the local gateway showed; the ledger's message is the truth",
    "rollups.Supervision": "told to the officer within a day, in sums; a second telling would be worse than none",
    "rest.Answer": "answers stored for repeated requests, worth nothing after minutes",
}
BLIND_INDEXES: dict[str, Callable[[models.Model], bytes | None]] = {
    "accounts.Account.phone_blind": lambda row: phone_index(row.phone),  # type: ignore[attr-defined]
    "sms.Message.phone_blind": lambda row: _of_telephone(row.phone),  # type: ignore[attr-defined]
    "sms.Stop.phone_blind": lambda row: _of_telephone(row.phone),  # type: ignore[attr-defined]
}


def _of_telephone(phone: str | None) -> bytes | None:
    """The ledger's blind index; none for a message that was erased."""
    return None if phone is None else ledger_index(phone)


def rows_of(label: str, community: Community) -> "models.QuerySet[Any]":
    """The rows of one hub model that concern the community, oldest first."""
    model = apps.get_model(label)
    if label == "communities.Community":
        query = Q(pk=community.pk)
    elif label == "communities.Region":
        query = Q(pk__in=prefixes(community.region_code))
    elif label == "communities.Domain":
        query = Q(tenant=community)
    elif label == "accounts.Account":
        # Whoever has, or had, a place here; a key of the hub's own log of events must not dangle.
        query = Q(seats__community=community) | Q(memberships__community=community) | Q(events__community=community)
    else:
        query = Q(community_id=community.pk)
    return model.objects.filter(query).distinct().order_by("pk")


def write_rows(file: Path, community: Community, keys: Keys) -> dict[str, int]:
    """One JSON line a row. Returns how many of each model."""
    counts = {}
    file.touch(mode=0o600)
    with file.open("w", encoding="utf-8") as stream:
        for label in TAKEN:
            counts[label] = 0
            for row in rows_of(label, community).iterator(chunk_size=500):
                line = {"model": label, "fields": dict(_fields(row, label, keys))}
                stream.write(json.dumps(line, ensure_ascii=False, cls=DjangoJSONEncoder) + "\n")
                counts[label] += 1
    return counts


def _fields(row: models.Model, label: str, keys: Keys) -> Iterator[tuple[str, Any]]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if f"{label}.{field.name}" in BLIND_INDEXES:
            continue
        if isinstance(field, ENCRYPTED) and value is not None:
            sealed = envelope.seal(keys.encrypting, field.to_bytes(value), _place(label, field.name))
            yield field.attname, base64.b64encode(sealed).decode()
        elif isinstance(field, models.BinaryField) and value is not None:
            yield field.attname, base64.b64encode(bytes(value)).decode()
        else:
            yield field.attname, value


def read_rows(file: Path, keys: Keys) -> dict[str, list[models.Model]]:
    """The rows as unsaved objects by model, opened and with their blind indexes made for this installation."""
    rows: dict[str, list[models.Model]] = {label: [] for label in TAKEN}
    with file.open(encoding="utf-8") as stream:
        for line in map(json.loads, stream):
            label: str = line["model"]
            rows[label].append(_object(label, line["fields"], keys))
    return rows


def _object(label: str, fields: dict[str, Any], keys: Keys) -> models.Model:
    model = apps.get_model(label)
    values = {}
    # A field that a later version added gets its default, one that it took away is left out.
    for field in model._meta.concrete_fields:
        if field.attname not in fields:
            continue
        value = fields[field.attname]
        if value is not None and isinstance(field, ENCRYPTED):
            value = field.of_bytes(envelope.unseal(keys.encrypting, base64.b64decode(value), _place(label, field.name)))
        elif value is not None and isinstance(field, models.BinaryField):
            value = base64.b64decode(value)
        else:
            value = (field.target_field if field.is_relation else field).to_python(value)
        values[field.attname] = value
    row: models.Model = model(**values)
    for name, index in BLIND_INDEXES.items():
        if name.rpartition(".")[0] == label:
            setattr(row, name.rpartition(".")[2], index(row))
    return row


def _place(label: str, name: str) -> bytes:
    return f"backup/{label}.{name}".encode()
