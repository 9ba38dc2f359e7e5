"""The SESSION_ENGINE: Django's sessions in the database, with the key kept as a digest and the seat as a column."""

import base64
import hashlib
from typing import Any

from django.contrib.sessions.backends.base import CreateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from hub.accounts.models import Session
from hub.clock import now


def digest_of(session_key: str) -> str:
    """What stands in the database for a session's key: 40 characters that do not lead back to it."""
    return base64.urlsafe_b64encode(hashlib.sha256(session_key.encode()).digest()[:30]).decode()


class SessionStore(DatabaseStore):
    """Sessions as Django keeps them, but the database never holds what the cookie holds."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(session_key=digest_of(self.session_key or ""), expire_date__gt=now()).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=digest_of(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        if self.session_key is None:
            raise CreateError
        return Session(
            session_key=digest_of(self.session_key),
            session_data=self.encode(data),
            # By our clock, by which it is looked up: a simulated one may be days ahead of the machine's.
            expire_date=self.get_expiry_date(modification=now()),
            seat_id=data.get("seat"),
        )

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=digest_of(key)).delete()
