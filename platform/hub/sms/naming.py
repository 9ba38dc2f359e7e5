"""Whom a text says to ask: the community by its name, and with its own telephone where that costs nothing more.

The telephone travels in the value of `{org}`, so no template changes and none has to be approved anew (sms.md). A mobile
number does not: texts with private ones are refused.
"""

import re
from collections.abc import Mapping

from django.conf import settings

from hub.communities.models import Community
from hub.communities.profile import first_telephone
from hub.phones import parse_phone
from hub.sms.parts import as_sent, parts
from hub.sms.templates import LONGEST_VARIABLE, TEMPLATES
from hub.sms.wordings import wordings_at

ORG = "org"
_ASKS = re.compile(r"(?:详询|联系)(?:\{org\}|社区)")


def named_in_full(community: Community, template: str, params: Mapping[str, str]) -> dict[str, str]:
    """The parameters, with the telephone behind the name of a community that the text says to ask; without it where it
    has none, the text would be cut into more parts, or the variable become too long."""
    as_they_are = dict(params)
    if ORG not in params or not _ASKS.search(TEMPLATES[template].text):
        return as_they_are
    written, dialled = first_telephone(community.telephone)
    number = parse_phone(dialled) if dialled else None
    if number is None or number.kind == "mobile":
        return as_they_are
    named = {**as_they_are, ORG: f"{params[ORG]}（{written}）"}
    wording = wordings_at(settings.WISHBRIDGE_SMS_GATEWAY)[template].text
    fits = parts(as_sent(wording.format(**named))) <= parts(as_sent(wording.format(**as_they_are)))
    return named if fits and len(named[ORG]) <= LONGEST_VARIABLE else as_they_are
