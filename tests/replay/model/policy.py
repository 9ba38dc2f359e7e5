"""A campaign's policy with the ladder in it, and the default of both as domain.md has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

REMINDER, URGING, DECISION, NOTICE, SUPERVISION = "reminder", "urging", "decision", "notice", "supervision"
HANDOVER = "handover"
RECALL = "recall"
FOLLOW_UP, REQUEST = "follow_up", "request"
SECRETARY, STAFF, OFFICER = "secretary", "staff", "officer"

CLAIM_RUNGS = ((-5, REMINDER), (-1, REMINDER), (1, URGING), (3, DECISION), (5, RECALL))
"""Working days around T, and what happens on them."""

WAITING_RUNGS: Mapping[str, tuple[tuple[int, str], ...]] = {
    "open": ((10, SECRETARY), (15, STAFF)),
    "collected": ((5, STAFF),),
    "verified": ((5, STAFF),),
    "admitted": ((10, STAFF),),
    "delivered": ((3, STAFF), (8, OFFICER)),
    "backstopped": ((5, STAFF), (10, STAFF), (15, OFFICER)),
    FOLLOW_UP: ((10, STAFF),),
    REQUEST: ((1, STAFF), (3, STAFF), (5, OFFICER)),
}
"""Working days after something began to wait, and who hears of it."""


@dataclass(frozen=True)
class Policy:
    """What a claim is agreed under, whole. Lengths in working days; `again`: when the last notice to staff comes again."""

    claim_length: int = 15
    live_claims: int = 2
    alone: int = 3
    claim_rungs: tuple[tuple[int, str], ...] = CLAIM_RUNGS
    waiting_rungs: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=lambda: WAITING_RUNGS)
    again: int = 10
