"""A message that waits and is no longer true is not sent (domain.md: “a wish that was delivered, handed back or extended
meanwhile gets no message”).

What is true only the community's own rooms know, and the hub imports none of them: the setting
WISHBRIDGE_WITHDRAW_UNTRUE names the function that looks at one community's waiting messages, and the sender calls it
right before it takes them. It calls back `withdraw`, `restate` and `readdress`.
"""

from collections.abc import Collection

import structlog
from django.conf import settings
from django.utils.module_loading import import_string
from django_tenants.utils import tenant_context

from hub.clock import now
from hub.communities.models import Community
from hub.sms.models import Message
from hub.sms.send import addressed

NO_LONGER_TRUE = "no_longer_true"

log = structlog.get_logger(__name__)


def withdraw(purposes: Collection[str]) -> int:
    """Suppresses those of these messages that nobody has taken for sending yet, and returns how many those were."""
    unsent = Message.objects.filter(purpose__in=purposes, state=Message.State.DUE)
    return unsent.update(state=Message.State.SUPPRESSED, why=NO_LONGER_TRUE, settled_at=now())


def restate(purpose: str, *, template: str, params: dict[str, str]) -> bool:
    """Lets a message that nobody has taken yet say what is still true; False when it is too late for that."""
    unsent = Message.objects.filter(purpose=purpose, state=Message.State.DUE)
    return bool(unsent.update(template=template, params=params))


def readdress(purpose: str, phone: str) -> bool:
    """Sends a message that nobody has taken yet to the telephone that its person has now, or to none; False when it is
    too late for that, or the telephone is the same."""
    columns = addressed(phone)
    unsent = Message.objects.filter(purpose=purpose, state=Message.State.DUE)
    return bool(unsent.exclude(phone_blind=columns["phone_blind"]).update(**columns))


def waiting_words(community: Community) -> dict[str, tuple[str, dict[str, str]]]:
    """A community's messages that wait to be sent: by purpose, the template and parameters of what they say."""
    due = Message.objects.filter(community=community, state=Message.State.DUE).only("purpose", "template", "params")
    return {message.purpose: (message.template, message.params or {}) for message in due}


def withdraw_untrue(communities: Collection[Community]) -> set[Community]:
    """Has each community look at its waiting messages. Returns those that could not: what they say nobody vouches for,
    so their messages stay where they are until the next time."""
    look = import_string(settings.WISHBRIDGE_WITHDRAW_UNTRUE)
    failed = set()
    for community in communities:
        try:
            with tenant_context(community):
                look(community)
        except Exception as problem:  # noqa: BLE001  (one community's trouble must not silence the others)
            log.error("messages_not_looked_at", community=community.slug, problem=type(problem).__name__)
            failed.add(community)
    return failed
