"""What becomes of each encrypted field when a year's personal content is erased (domain.md, Privacy rules).

What a person wrote of a resident goes. States, days, categories, ages and sums stay: statistics are the same before and
after. So do the names of those who acted: they are the trail of who decided what.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from tenants.claims.models import Claim, ClaimEntry, Delivery, Extension, FollowUp, PromiseChange
from tenants.forms.models import ImportBatch, ImportBatchEntry
from tenants.wishes.models import Assessment, BalancingEntry, BalancingPlace, Verification, Wish, WishEntry

OF_A_YEAR: tuple[tuple[type[Model], str, Mapping[str, Any]], ...] = (
    (Wish, "campaign", {"story": "", "fingerprint": None}),
    (WishEntry, "wish__campaign", {"reason": ""}),
    (Verification, "wish__campaign", {"opinion": ""}),
    (Assessment, "wish__campaign", {"opinion": ""}),
    (BalancingPlace, "balancing__campaign", {"moved_reason": ""}),
    (BalancingEntry, "balancing__campaign", {"reason": ""}),
    (Claim, "wish__campaign", {"partners": "", "note": ""}),
    (ClaimEntry, "claim__wish__campaign", {"reason": ""}),
    (Extension, "claim__wish__campaign", {"reason": "", "answer": ""}),
    (Delivery, "wish__campaign", {"remark": "", "rejected_reason": ""}),
    (PromiseChange, "claim__wish__campaign", {"was": "", "became": ""}),
    (FollowUp, "wish__campaign", {"remark": ""}),
    (
        ImportBatch,
        "campaign",
        {"file_name": "", "about": {}, "rows": [], "corrections": {}, "forgotten": True},
    ),
    (ImportBatchEntry, "batch__campaign", {"reason": "", "changes": {}}),
)
"""Table, its way to the year, and what is put in the place of what was written there. Of a wish's entries the old and
new values of an edit go too (`erasing`); what else an entry's changes hold says what happened, not of whom."""

OF_A_RESIDENT: Mapping[str, Any] = {
    "name": "",
    "name_index": b"",
    "initials_index": None,
    "phone": "",
    "phone_index": None,
    "phone_last4_index": None,
    "situation": "",
    "guardian_name": "",
    "relation_in_plain": "",
    "relation_sealed": "",
}
"""Of whoever has no wish in another year that is kept. No search finds the person afterwards."""

OF_A_RESIDENTS_HISTORY: Mapping[str, Any] = {"reason": "", "changes": {}}

OF_A_HOUSEHOLD: Mapping[str, Any] = {"address": "", "address_index": None, "place_marks": [], "code": ""}
"""Where nobody lives any more of whom anything is kept."""

KEPT: Mapping[str, str] = {
    "wishes.Wish.collector_name": "staff: who collected it",
    "wishes.WishEntry.changes": "what happened; the values of an edit are taken out",
    "wishes.BalancingEntry.changes": "names of branches and counts",
    "claims.ClaimEntry.changes": "days and names of members",
    "campaigns.CampaignEntry.reason": "about the year, not about a person",
    "campaigns.CampaignEntry.changes": "policy and counts",
    "claims.DeliveryPicture.content": "erased with all pictures, earlier than this (closing.forgetting)",
    "escalation.Visit.note": "about a member; the members' register goes on from year to year",
    "members.Member.*": "the register of members goes on from year to year",
    "members.MemberEntry.*": "the register of members goes on from year to year",
    "*.*.actor_name": "who did it",
    "*.*.by_name": "who did it",
    "*.*.asked_by_name": "who did it",
    "*.*.decided_by_name": "who did it",
    "*.*.confirmed_by_name": "who did it",
    "*.*.recorded_by_name": "who did it",
}
"""What stays encrypted as it is, and why. A test holds every encrypted field of a community against this page."""
