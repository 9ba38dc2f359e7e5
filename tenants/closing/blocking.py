"""What keeps a year from being closed: everything that somebody still has to do or to decide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from hub.language import Text
from tenants.campaigns.models import Campaign
from tenants.claims.following_up import to_follow_up
from tenants.claims.models import Extension
from tenants.forms.models import ImportBatch
from tenants.wishes.models import Wish

S = Wish.State

COLLECTED = "collected"
VERIFIED = "verified"
EXTENSIONS = "extensions"
CLAIMED = "claimed"
BACKSTOPPED = "backstopped"
DELIVERED = "delivered"
FOLLOW_UPS = "follow_ups"
IMPORTS = "imports"

NAMES = {
    COLLECTED: Text(zh="{count} 件还没有核查", en="{count} not verified"),
    VERIFIED: Text(zh="{count} 件还没有评估", en="{count} not assessed"),
    EXTENSIONS: Text(zh="{count} 项延期申请还没有答复", en="{count} asking for more time and not answered"),
    CLAIMED: Text(zh="{count} 件已认领、还没有送达", en="{count} claimed and not delivered"),
    BACKSTOPPED: Text(zh="{count} 件兜底、还没有送达", en="{count} backstopped and not delivered"),
    DELIVERED: Text(zh="{count} 件已送达、还没有确认", en="{count} delivered and not confirmed"),
    FOLLOW_UPS: Text(zh="{count} 件抽中回访、还没有回访", en="{count} drawn for a follow-up and not followed up"),
    IMPORTS: Text(zh="{count} 份导入还没有确认或放弃", en="{count} of the imports neither confirmed nor discarded"),
}
"""What is open, in the order of a wish's life."""


@dataclass(frozen=True)
class Blocker:
    """One kind of work that is left, with how much of it there is and the rows themselves, oldest first."""

    code: str
    count: int
    rows: QuerySet[Any]

    @property
    def text(self) -> Text:
        return NAMES[self.code].format(count=self.count)


def what_blocks(campaign: Campaign) -> list[Blocker]:
    """What is left to do before the campaign can be closed; empty when nothing is. Changes nothing."""
    found = [(code, rows(campaign)) for code, rows in _ROWS.items()]
    counted = [Blocker(code, rows.count(), rows) for code, rows in found]
    return [blocker for blocker in counted if blocker.count]


def _in_state(state: str) -> Callable[[Campaign], QuerySet[Any]]:
    return lambda campaign: Wish.objects.filter(campaign=campaign, state=state).order_by("state_since", "serial")


def _extensions(campaign: Campaign) -> QuerySet[Any]:
    asked = Extension.objects.filter(claim__wish__campaign=campaign, state=Extension.State.OPEN)
    return Wish.objects.filter(claims__extensions__in=asked).order_by("serial")


def _follow_ups(campaign: Campaign) -> QuerySet[Any]:
    return to_follow_up(Wish.objects.filter(campaign=campaign)).order_by("state_since", "serial")


def _imports(campaign: Campaign) -> QuerySet[Any]:
    return ImportBatch.objects.filter(campaign=campaign, state=ImportBatch.State.CHECKED).order_by("created_at")


_ROWS: dict[str, Callable[[Campaign], QuerySet[Any]]] = {
    COLLECTED: _in_state(S.COLLECTED),
    VERIFIED: _in_state(S.VERIFIED),
    EXTENSIONS: _extensions,
    CLAIMED: _in_state(S.CLAIMED),
    BACKSTOPPED: _in_state(S.BACKSTOPPED),
    DELIVERED: _in_state(S.DELIVERED),
    FOLLOW_UPS: _follow_ups,
    IMPORTS: _imports,
}
