"""How a year's closing is shown: what is left to do, what will be carried over, and what it was frozen to."""

from dataclasses import asdict
from typing import Any

from rest_framework import serializers

from hub.clock import now
from hub.rollups.reading import counts_of
from tenants.campaigns.models import Campaign
from tenants.closing.blocking import IMPORTS, NAMES, Blocker, what_blocks
from tenants.closing.erasing import erased_from
from tenants.closing.years import may_take_in, next_of, reopenable_until, what_is_carried_over
from tenants.figures.api import FiguresAnswer
from tenants.figures.counting import count
from tenants.figures.models import FrozenFigures
from tenants.wishes.carrying import not_arrived
from tenants.wishes.models import Wish

ROWS = 4
"""Rows shown of each kind of work that is left; the rest is behind its link."""


class BlockerRow(serializers.Serializer[Any]):
    """A wish (`name` is its number), or an import (`name` is that of its file). `since`: when it began to wait."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    item = serializers.CharField(allow_blank=True)
    since = serializers.DateTimeField()


class BlockerAnswer(serializers.Serializer[Any]):
    code = serializers.ChoiceField(choices=list(NAMES))
    count = serializers.IntegerField()
    rows = BlockerRow(many=True)


class CarriedRow(serializers.Serializer[Any]):
    """A wish that nobody claimed; `again_as` is its wish in the later year, once it has come in there."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()
    state = serializers.ChoiceField(choices=Wish.State.choices)
    again_as = serializers.CharField(allow_blank=True)
    again_id = serializers.UUIDField(allow_null=True)
    again_year = serializers.IntegerField(allow_null=True)
    again_in = serializers.CharField(allow_blank=True, help_text="that campaign's name")


class ClosedAnswer(serializers.Serializer[Any]):
    """`erased_from`: the day on which what stands of residents is erased; `erased_at`: when that was done."""

    at = serializers.DateTimeField()
    by = serializers.CharField()
    reopenable = serializers.BooleanField()
    reopenable_until = serializers.DateTimeField()
    erased_from = serializers.DateField()
    erased_at = serializers.DateTimeField(allow_null=True)


class YearAnswer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    year = serializers.IntegerField()
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=Campaign.State.choices)


class ClosingAnswer(serializers.Serializer[Any]):
    """The closing of one campaign. `blockers` is empty when it can be closed; all kinds are in `checks`, so that what is
    done can be shown as done. `figures` are those of now, or the frozen ones. `carried_over` are the wishes that will
    be carried over, or were. `next`: the campaign that is proposed for them; `choices`: all that can take them in.
    `waiting`: how many have come into no other campaign yet."""

    id = serializers.UUIDField()
    year = serializers.IntegerField()
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=Campaign.State.choices)
    checks = serializers.ListField(child=serializers.CharField())
    blockers = BlockerAnswer(many=True)
    carried_over = CarriedRow(many=True)
    waiting = serializers.IntegerField()
    next = YearAnswer(allow_null=True)
    choices = YearAnswer(many=True)
    figures = FiguresAnswer()
    closed = ClosedAnswer(allow_null=True)


def closing_answer(campaign: Campaign) -> dict[str, Any]:
    """A `ClosingAnswer`, for a campaign in any state."""
    frozen = FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).first()
    following = next_of(campaign)
    carried = Wish.objects.filter(campaign=campaign, state=Wish.State.CARRIED_OVER).order_by("serial")
    left = carried if frozen else what_is_carried_over(campaign)
    return {
        "id": campaign.pk,
        "year": campaign.year,
        "title": campaign.title,
        "state": campaign.state,
        "checks": list(NAMES),
        "blockers": [] if frozen else [_blocker(blocker) for blocker in what_blocks(campaign)],
        "carried_over": [_carried(wish) for wish in left.prefetch_related("carried_to__campaign")],
        "waiting": not_arrived(campaign).count(),
        "next": _year(following) if following else None,
        "choices": [_year(each) for each in may_take_in(campaign)],
        "figures": _frozen_figures(frozen) if frozen else asdict(count(campaign)),
        "closed": _closed(campaign, frozen) if frozen else None,
    }


def figures_as_they_stand(campaign: Campaign) -> dict[str, int]:
    """Those of now; of a closed campaign the frozen ones."""
    frozen = FrozenFigures.objects.filter(campaign=campaign, thawed_at=None).first()
    return _frozen_figures(frozen) if frozen else asdict(count(campaign))


def _frozen_figures(frozen: FrozenFigures) -> dict[str, int]:
    """The line says more than a campaign's figures: the members of that day, for the district."""
    return {name: number for name, number in counts_of(frozen.counts).items() if name != "members"}


def _closed(campaign: Campaign, frozen: FrozenFigures) -> dict[str, Any]:
    entry = campaign.history.filter(verb="closed").last()
    until = reopenable_until(campaign)
    return {
        "at": frozen.frozen_at,
        "by": entry.actor_name if entry else "",
        "reopenable": until is not None and now() <= until,
        "reopenable_until": until,
        "erased_from": erased_from(campaign),
        "erased_at": campaign.erased_at,
    }


def _blocker(blocker: Blocker) -> dict[str, Any]:
    rows = [
        {"id": row.pk, "name": row.file_name, "item": "", "since": row.created_at}
        if blocker.code == IMPORTS
        else {"id": row.pk, "name": row.number, "item": row.item, "since": row.state_since}
        for row in blocker.rows[:ROWS]
    ]
    return {"code": blocker.code, "count": blocker.count, "rows": rows}


def _year(campaign: Campaign) -> dict[str, Any]:
    return {"id": campaign.pk, "year": campaign.year, "title": campaign.title, "state": campaign.state}


def _carried(wish: Wish) -> dict[str, Any]:
    again = next(iter(wish.carried_to.all()), None)
    return {
        "id": wish.pk,
        "number": wish.number,
        "item": wish.item,
        "state": wish.state,
        "again_as": again.number if again else "",
        "again_id": again.pk if again else None,
        "again_year": again.campaign.year if again else None,
        "again_in": again.campaign.title if again else "",
    }
