"""The ladder of a campaign's policy: read with example dates, set, and put back to the default."""

import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.days import day_written
from hub.rest.permissions import IsAdministrator, IsStaff
from hub.rest.serializers import Input, NumberField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from hub.versions import demand_unchanged, version_of
from tenants.campaigns.api import found_campaign
from tenants.campaigns.models import Campaign
from tenants.claims.models import Claim
from tenants.escalation.ladder import DEFAULT
from tenants.escalation.policy import AUDIENCES, NAMES, SCOPES, restore_default, set_ladder
from tenants.escalation.timeline import ExampleStep, example_of, waiting_examples

LADDER = "ladder"
KINDS = list(NAMES)
HEARERS = list(AUDIENCES)
FURTHEST = datetime.timedelta(days=800)


class RungInput(Input):
    """`days` are working days after the deadline, or after the state began; before the deadline they are negative."""

    # What a kind of step allows, the verb says with the step's name.
    days = NumberField(min_value=-999, max_value=999)
    what = serializers.ChoiceField(choices=KINDS)
    to = serializers.ListField(child=serializers.ChoiceField(choices=HEARERS), max_length=4)


class LadderInput(Input):
    """The parts that change; the others stay as they are."""

    claim = RungInput(many=True, required=False)
    open = RungInput(many=True, required=False)
    collected = RungInput(many=True, required=False)
    verified = RungInput(many=True, required=False)
    admitted = RungInput(many=True, required=False)
    delivered = RungInput(many=True, required=False)
    backstopped = RungInput(many=True, required=False)
    follow_up = RungInput(many=True, required=False)
    request = RungInput(many=True, required=False)
    again_days = NumberField(required=False, min_value=1, max_value=60)
    recall_by_itself = serializers.BooleanField(required=False)


class Rung(serializers.Serializer[Any]):
    days = serializers.IntegerField()
    what = serializers.ChoiceField(choices=KINDS)
    to = serializers.ListField(child=serializers.ChoiceField(choices=HEARERS))


class Ladder(serializers.Serializer[Any]):
    claim = Rung(many=True)
    open = Rung(many=True)
    collected = Rung(many=True)
    verified = Rung(many=True)
    admitted = Rung(many=True)
    delivered = Rung(many=True)
    backstopped = Rung(many=True)
    follow_up = Rung(many=True)
    request = Rung(many=True)
    again_days = serializers.IntegerField()
    recall_by_itself = serializers.BooleanField()


class ExampleStepAnswer(Rung):
    """A rung with its date. `provisional`: the year's arrangement is not announced, so it may still move. `skipped`: it
    would fall on the day of the claim or before, so nothing is said."""

    scope = serializers.ChoiceField(choices=list(SCOPES))
    day = serializers.DateField()
    provisional = serializers.BooleanField()
    skipped = serializers.BooleanField()


class HolidayBetween(serializers.Serializer[Any]):
    name = serializers.CharField()
    first = serializers.DateField()
    last = serializers.DateField()


class ExampleAnswer(serializers.Serializer[Any]):
    claimed_on = serializers.DateField()
    deadline = serializers.DateField()
    provisional = serializers.BooleanField()
    steps = ExampleStepAnswer(many=True)
    waiting = ExampleStepAnswer(many=True)
    holidays = HolidayBetween(many=True)


class LadderAnswer(Versioned):
    """The ladder of a campaign with example dates. `claims_that_keep_theirs` were made under another one."""

    ladder = Ladder()
    default = Ladder()
    is_default = serializers.BooleanField()
    claims_that_keep_theirs = serializers.IntegerField()
    example = ExampleAnswer()


class CampaignLadder(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [IsStaff() if self.request.method in ("GET", "HEAD", "OPTIONS") else IsAdministrator()]

    @extend_schema(
        responses=LadderAnswer,
        parameters=[OpenApiParameter("claimed_on", datetime.date, description="of the example; today by default")],
    )
    def get(self, request: Request, campaign_id: UUID) -> Response:
        return versioned(
            ladder_answer(found_campaign(campaign_id), _claimed_on(request.query_params.get("claimed_on")))
        )

    @extend_schema(request=LadderInput, responses=LadderAnswer, extensions=EDITS)
    def put(self, request: Request, campaign_id: UUID) -> Response:
        """Sets parts of the ladder for what is claimed from now on."""
        campaign, seen = found_campaign(campaign_id), seen_version(request)
        asked = LadderInput(data=request.data)
        asked.is_valid(raise_exception=True)
        with shown_as_it_is(lambda: ladder_answer(found_campaign(campaign_id), today())), transaction.atomic():
            campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
            demand_unchanged(seen, LADDER, campaign.pk, _whole(campaign.ladder))
            changed = set_ladder(campaign, asked.validated_data, by=actor_of(request))
        return versioned(ladder_answer(changed, today()))

    @extend_schema(request=None, responses={200: LadderAnswer})
    def delete(self, request: Request, campaign_id: UUID) -> Response:
        """Puts the default ladder back."""
        changed = restore_default(found_campaign(campaign_id), by=actor_of(request))
        return versioned(ladder_answer(changed, today()))


def ladder_answer(campaign: Campaign, claimed_on: datetime.date) -> dict[str, Any]:
    ladder = campaign.ladder
    example = example_of(ladder, claimed_on=claimed_on, claim_length_days=campaign.claim_length_days)
    live = Claim.objects.filter(wish__campaign=campaign, ended_at=None)
    return {
        "version": version_of(LADDER, campaign.pk, _whole(ladder)),
        "ladder": _whole(ladder),
        "default": _whole(DEFAULT),
        "is_default": _whole(ladder) == _whole(DEFAULT),
        "claims_that_keep_theirs": live.exclude(
            policy__ladder__claim=ladder["claim"], policy__ladder__recall_by_itself=ladder["recall_by_itself"]
        ).count(),
        "example": {
            "claimed_on": example.claimed_on,
            "deadline": example.deadline,
            "provisional": example.provisional,
            "steps": [_step(step) for step in example.steps],
            "waiting": [_step(step) for step in waiting_examples(ladder, since=claimed_on)],
            "holidays": [{"name": day.name, "first": day.first, "last": day.last} for day in example.holidays],
        },
    }


def _whole(ladder: Any) -> dict[str, Any]:
    return {name: ladder[name] for name in (*SCOPES, "again_days", "recall_by_itself")}


def _step(step: ExampleStep) -> dict[str, Any]:
    return {
        "scope": step.scope,
        "days": step.days,
        "what": step.what,
        "to": step.to,
        "day": step.day,
        "provisional": step.provisional,
        "skipped": step.skipped,
    }


def _claimed_on(written: str | None) -> datetime.date:
    """The day of the example's claim. Raises `Refusal` (400) for one too far away to have a calendar."""
    day = day_written(written, field="claimed_on")
    if abs(day - today()) > FURTHEST:
        raise Refusal(
            "day_impossible",
            Text(
                zh="请填一个前后两年内的日期，例如 2026-12-28。", en="Give a date within two years, such as 2026-12-28."
            ),
            status=400,
            field="claimed_on",
        )
    return day
