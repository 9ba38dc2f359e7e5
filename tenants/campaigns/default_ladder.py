"""The ladder of domain.md (Escalation ladder, default), as it is written whole on a campaign when it is made.

It stands below the room that climbs it, since a campaign is born with it. A change here is for campaigns that are made
later: what runs keeps what was written down.
"""

import copy
from collections.abc import Mapping
from typing import Any

REMINDER = "reminder"
URGING = "urging"
DECISION = "decision"
RECALL = "recall"
SUPERVISION = "supervision"
NOTICE = "notice"

CLAIMER = "claimer"
SECRETARY = "secretary"
STAFF = "staff"
OFFICER = "officer"

DEFAULT: Mapping[str, Any] = {
    "claim": [
        {"days": -5, "what": REMINDER, "to": [CLAIMER]},
        {"days": -1, "what": REMINDER, "to": [CLAIMER]},
        {"days": 1, "what": URGING, "to": [CLAIMER, SECRETARY]},
        {"days": 3, "what": DECISION, "to": [STAFF]},
        {"days": 5, "what": RECALL, "to": [OFFICER]},
    ],
    "open": [{"days": 10, "what": NOTICE, "to": [SECRETARY]}, {"days": 15, "what": NOTICE, "to": [STAFF]}],
    "collected": [{"days": 5, "what": NOTICE, "to": [STAFF]}],
    "verified": [{"days": 5, "what": NOTICE, "to": [STAFF]}],
    "admitted": [{"days": 10, "what": NOTICE, "to": [STAFF]}],
    "delivered": [{"days": 3, "what": NOTICE, "to": [STAFF]}, {"days": 8, "what": SUPERVISION, "to": [OFFICER]}],
    "backstopped": [
        {"days": 5, "what": NOTICE, "to": [STAFF]},
        {"days": 10, "what": NOTICE, "to": [STAFF]},
        {"days": 15, "what": SUPERVISION, "to": [OFFICER]},
    ],
    "follow_up": [{"days": 10, "what": NOTICE, "to": [STAFF]}],
    "request": [
        {"days": 1, "what": NOTICE, "to": [STAFF]},
        {"days": 3, "what": NOTICE, "to": [STAFF]},
        {"days": 5, "what": SUPERVISION, "to": [OFFICER]},
    ],
    "again_days": 10,
    "recall_by_itself": True,
}
"""`claim` counts from the deadline day T, the others from the day on which the state began; all in working days.

`follow_up` counts from the confirmation, `request` from the day on which more time was asked for. After the last notice
to staff of what waits, the same comes again every `again_days`.
"""


def whole_ladder() -> dict[str, Any]:
    """A copy of today's default, to be written on a campaign."""
    return copy.deepcopy(dict(DEFAULT))
