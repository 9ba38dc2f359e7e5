"""Model fields whose content is unreadable in the database, its log, its dumps and its replicas.

AES-256-GCM with the key of the current community (or of the hub), bound to owner and field: a value copied to
another community, another column or another table does not open. Such a field can be compared with nothing but
NULL; exact look-up is what `hub.privacy.blind` is for.
"""

from typing import Any

import orjson
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull

from hub import envelope
from hub.privacy.keys import Keys, Scope, keys_for


class _EncryptedField(models.Field):
    """Stored as bytea. `scope` names whose key; `bound_to` keeps the binding of a field that is renamed."""

    def __init__(self, *args: Any, scope: Scope = "community", bound_to: str = "", **kwargs: Any) -> None:
        self.scope = scope
        self.bound_to = bound_to
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        if self.scope != "community":
            kwargs["scope"] = self.scope
        if self.bound_to:
            kwargs["bound_to"] = self.bound_to
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "BinaryField"

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted and cannot be looked up by; use a blind index.")
        return IsNull

    def place(self, keys: Keys) -> bytes:
        """What a value is bound to: its owner, its table's model, its field."""
        field = self.bound_to or f"{self.model._meta.label_lower}.{self.name}"
        return f"{keys.owner}/{field}".encode()

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is None or hasattr(value, "as_sql"):
            return value
        keys = keys_for(self.scope)
        return connection.Database.Binary(envelope.seal(keys.encrypting, self.to_bytes(value), self.place(keys)))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if value is None:
            return None
        keys = keys_for(self.scope)
        return self.of_bytes(envelope.unseal(keys.encrypting, bytes(value), self.place(keys)))

    def to_bytes(self, value: Any) -> bytes:
        raise NotImplementedError

    def of_bytes(self, plain: bytes) -> Any:
        raise NotImplementedError


class EncryptedTextField(_EncryptedField):
    """A text of any length."""

    def to_bytes(self, value: Any) -> bytes:
        return str(value).encode()

    def of_bytes(self, plain: bytes) -> str:
        return plain.decode()


class EncryptedJSONField(_EncryptedField):
    """Anything that JSON can say."""

    def to_bytes(self, value: Any) -> bytes:
        return orjson.dumps(value)

    def of_bytes(self, plain: bytes) -> Any:
        return orjson.loads(plain)


class EncryptedBinaryField(_EncryptedField):
    """A file: uploaded workbooks, signatures, photos."""

    def to_bytes(self, value: Any) -> bytes:
        return bytes(value)

    def of_bytes(self, plain: bytes) -> bytes:
        return plain
