"""The list of wishes, one wish, and the quick entry."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hub.actor import Actor
from hub.clock import today
from hub.language import Text
from hub.names import are_surely_several
from hub.numbers import MOST_YUAN, OLDEST, read_age, read_amount, read_count
from hub.pinyin import sort_key
from hub.privacy.access import record_access
from hub.refusal import Refusal
from hub.rest.asking import actor_of
from hub.rest.ordering import Orders
from hub.rest.pagination import Page
from hub.rest.permissions import IsStaff
from hub.rest.serializers import Input, NumberField, PhoneField
from hub.rest.versions import EDITS, Versioned, seen_version, shown_as_it_is, versioned
from tenants.campaigns.finding import GOING_ON, campaign_for_new, campaign_meant, campaigns_meant
from tenants.campaigns.models import Campaign
from tenants.people.answers import PersonAnswer, full_person
from tenants.people.categories import CATEGORIES
from tenants.people.consents import may_be_shown, record_consents
from tenants.people.differing import demand_as_on_record
from tenants.people.editing import EDITABLE as PERSON_EDITABLE
from tenants.people.finding import by_person, by_place
from tenants.people.households import plain, walking_order
from tenants.people.models import Beneficiary, Consent
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.answers import WishAnswer, WishRow, one_wish, wish_answer, wish_row, wishes_for_rows
from tenants.wishes.collecting import NewWish, collect_wish
from tenants.wishes.collecting_days import demand_plausible
from tenants.wishes.collectors import account_of
from tenants.wishes.consenting import withdrawn_now
from tenants.wishes.editing import edit_wish, wish_version
from tenants.wishes.kinds import kind_of
from tenants.wishes.life import UNDER_WAY
from tenants.wishes.models import KINDS, Wish
from tenants.wishes.needed_days import near_its_day
from tenants.wishes.sameness import gist_of

CAMPAIGN_ASKED = "a campaign's id or code, or a year for that year's own; all that are not closed by default"

BY_NUMBER = ("campaign__first_day", "campaign__prefix", "serial")
ORDERS = Orders(
    BY_NUMBER,
    number=BY_NUMBER,
    waiting=("state_since",),
    budget=("budget_yuan",),
    collected=("collected_on",),
    state=("state",),
    branch=("branch__order", "branch__created_at"),
    name=lambda wish: sort_key(wish.beneficiary.name),
    place=lambda wish: walking_order(wish.beneficiary.household.address),
)


def campaign_asked(request: Request) -> Campaign:
    """The one campaign of `?campaign=` (an id, or a year for that year's own), else the only one that goes on. Raises
    `Refusal` (404) where there is none, (400) where several go on and none is named."""
    return campaign_meant(request.query_params.get("campaign"))


def campaigns_asked(request: Request) -> Sequence[Campaign]:
    """What a list covers: the campaign of `?campaign=`, else all that are not closed. Raises `Refusal` (404)."""
    return campaigns_meant(request.query_params.get("campaign"))


def filtered(wishes: QuerySet[Wish], request: Request) -> QuerySet[Wish]:
    """The wishes that the URL's filters leave: state (several by comma), branch (or `none`), kind, category, q,
    attention=1 (something is missing), warning, needed=near (unclaimed and near its day), consent=missing or withdrawn."""
    ask = request.query_params.get
    if states := [s for s in ask("state", "").split(",") if s]:
        wishes = wishes.filter(state__in=states)
    if branch := ask("branch"):
        wishes = wishes.filter(branch=None) if branch == "none" else wishes.filter(branch=_uuid(branch))
    if kind := ask("kind"):
        wishes = wishes.filter(kind__in=kind.split(","))
    if category := ask("category"):
        wishes = wishes.filter(beneficiary__categories__overlap=category.split(","))
    if ask("attention") in ("1", "true"):
        wishes = wishes.exclude(missing=[])
    if warning := ask("warning"):
        wishes = wishes.filter(warnings__contains=[warning])
    if ask("kept_off") in ("1", "true"):
        wishes = wishes.filter(kept_off=True)
    if ask("needed") == "near":
        wishes = wishes.filter(near_its_day(Campaign.objects.exclude(state=Campaign.State.CLOSED)))
    if ask("consent") == "missing":
        wishes = wishes.exclude(beneficiary__in=may_be_shown())
    if ask("consent") == "withdrawn":
        wishes = wishes.filter(withdrawn_now())
    if text := ask("q", "").strip():
        found = Q(item__icontains=text) | Q(number__iexact=text) | by_person(text, "beneficiary__")
        found |= by_place(text, "beneficiary__household")
        if text.isascii() and text.isdigit() and len(text) <= 5:
            found |= Q(serial=int(text))
        wishes = wishes.filter(found)
    return wishes


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refusal(
            "branch_unknown", Text(zh="没有这个支部。", en="There is no such branch."), status=400, field="branch"
        ) from None


NO_AGE = Text(
    zh="看不出年龄，请写周岁数，或出生年月日。", en="No age can be read here. Write years, or the day of birth."
)
NO_AMOUNT = Text(
    zh="看不出是多少元，请只写一个数字。", en="No single amount can be read here. Write one number of yuan."
)


def age_today(text: str) -> int | None:
    """An age as it is typed, or the day of birth; see `hub.numbers.read_age`."""
    return read_age(text, on=today())


SEVERAL_NAMES = Text(
    zh="这里像是两个人的姓名，请一次登记一个人。如果是一个人的名字，请去掉中间的空格。",
    en="These look like the names of two people: enter one at a time. If it is one name, leave out the blank.",
)


class PersonInput(Input):
    name = serializers.CharField(max_length=60)
    phone = PhoneField(required=False, allow_blank=True)
    without_phone = serializers.BooleanField(required=False)
    sex = serializers.ChoiceField(choices=["male", "female", ""], required=False)
    age = NumberField(read=age_today, wrong=NO_AGE, max_value=OLDEST, min_value=0, required=False, allow_null=True)
    categories = serializers.ListField(child=serializers.ChoiceField(choices=list(CATEGORIES)), required=False)
    address = serializers.CharField(max_length=200, required=False, allow_blank=True)
    situation = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    guardian_name = serializers.CharField(max_length=60, required=False, allow_blank=True)
    guardian_relation = serializers.CharField(max_length=20, required=False, allow_blank=True)

    def validate_name(self, name: str) -> str:
        if are_surely_several(name):
            raise serializers.ValidationError(str(SEVERAL_NAMES))
        return name


class NewWishInput(Input):
    item = serializers.CharField(max_length=120)
    kind = serializers.ChoiceField(choices=list(KINDS), required=False)
    quantity = NumberField(read=read_count, min_value=1, max_value=1000, required=False)
    requirements = serializers.ListField(child=serializers.CharField(max_length=40), required=False, max_length=8)
    public_text = serializers.CharField(max_length=120, required=False, allow_blank=True)
    story = serializers.CharField(max_length=4000, required=False, allow_blank=True)
    budget_yuan = NumberField(
        read=read_amount, wrong=NO_AMOUNT, min_value=0, max_value=MOST_YUAN, required=False, allow_null=True
    )
    collector_name = serializers.CharField(max_length=60, required=False, allow_blank=True)
    collected_on = serializers.DateField(required=False, allow_null=True)
    needed_by = serializers.DateField(required=False, allow_null=True)


class WishInput(NewWishInput):
    branch_fixed = serializers.BooleanField(required=False)


class ConsentsInput(Input):
    purposes = serializers.ListField(child=serializers.ChoiceField(choices=Consent.Purpose.choices), min_length=1)
    manner = serializers.ChoiceField(choices=Consent.Manner.choices)
    given_on = serializers.DateField(required=False)


class EntryInput(Input):
    """A survey's entry. `campaign` is needed only where several go on. `anyway` adds a wish that this person has
    already; `old_day` means a day long past; `changed` lets the survey replace what is on record of the person."""

    campaign = serializers.UUIDField(required=False, allow_null=True)
    person = PersonInput()
    wish = NewWishInput()
    consents = ConsentsInput(required=False, allow_null=True)
    anyway = serializers.BooleanField(default=False)
    changed = serializers.BooleanField(default=False)
    old_day = serializers.BooleanField(default=False)


class WishEdit(Input):
    """What is to change of the wish and of the person behind it; what is not named stays."""

    person = PersonInput(required=False, partial=True)
    wish = WishInput(required=False, partial=True)
    old_day = serializers.BooleanField(required=False)


class UnmaskingInput(Input):
    reason = serializers.CharField(max_length=200)


class UnmaskedAnswer(Versioned):
    """In full, with the version that it is of: what is edited from here is compared with that."""

    person = PersonAnswer()
    story = serializers.CharField(allow_blank=True)


class Wishes(APIView):
    permission_classes = (IsStaff,)
    pagination_class = Page

    @extend_schema(
        responses=WishRow(many=True),
        parameters=[
            OpenApiParameter(name, str, description=what)
            for name, what in (
                ("campaign", CAMPAIGN_ASKED),
                ("state", "one or several states, by comma"),
                ("branch", "a branch's id, or none"),
                ("kind", "one or several kinds, by comma"),
                ("category", "one or several categories, by comma"),
                ("attention", "1: something is missing"),
                ("warning", "a warning's code"),
                ("consent", "missing: no consent to show it; withdrawn: one that staff have to decide about"),
                ("needed", "near: unclaimed, and the day by which it is needed is near or over"),
                ("kept_off", "1: its words tell who it is"),
                ("q", "number, item, name, initials, telephone, its last four digits, building"),
            )
        ]
        + [ORDERS.described()],
    )
    def get(self, request: Request) -> Response:
        wishes = filtered(wishes_for_rows().filter(campaign__in=campaigns_asked(request)), request)
        rows = ORDERS.of(wishes, request)
        page = Page()
        return page.get_paginated_response([wish_row(wish) for wish in page.paginate_queryset(rows, request)])

    @extend_schema(request=EntryInput, responses={201: WishAnswer})
    def post(self, request: Request) -> Response:
        entry = EntryInput(data=request.data)
        entry.is_valid(raise_exception=True)
        asked = entry.validated_data
        campaign = campaign_for_new(asked.get("campaign"))
        demand_plausible(asked["wish"].get("collected_on"), campaign.last_day, old_day=asked["old_day"])
        actor = actor_of(request)
        person: dict[str, Any] = {k: tuple(v) if k == "categories" else v for k, v in asked["person"].items()}
        wish = dict(asked["wish"])
        wish.setdefault("kind", kind_of(wish["item"]))
        wish["requirements"] = tuple(wish.get("requirements", ()))
        collector = wish.get("collector_name", "").strip() or actor.name
        wish["collector_name"] = collector
        wish["collector_id"] = account_of(collector, actor)
        with transaction.atomic():
            # An import locks the campaign before it looks anybody up: whoever saves twice or with it waits here.
            campaign = Campaign.objects.select_for_update(no_key=True).get(pk=campaign.pk)
            if not asked["changed"]:
                demand_as_on_record(Person(**person))
            beneficiary = self.put_on_record(Person(**person), by=actor)
            if not asked["anyway"]:
                refuse_same_wish(campaign, beneficiary, wish["item"])
            made = collect_wish(campaign, beneficiary, NewWish(**wish), by=actor)
            if consents := asked.get("consents"):
                record_consents(beneficiary, by=actor, **consents)
        return versioned({**wish_answer(one_wish(made.pk)), "notes": entry.notes}, status=201)

    def put_on_record(self, person: Person, *, by: Actor) -> Beneficiary:
        """Whoever is known already may live elsewhere now: the room of claims, which serves this, looks at that."""
        return register_beneficiary(person, by=by)


def refuse_same_wish(campaign: Campaign, person: Beneficiary, item: str) -> None:
    """Raises `Refusal` (409) when the person has this very wish in the campaign already, or it is under way in
    another of the same year."""
    theirs = Wish.objects.filter(beneficiary=person).exclude(state=Wish.State.WITHDRAWN)
    here = Q(campaign=campaign) | Q(state__in=UNDER_WAY, campaign__year=campaign.year, campaign__state__in=GOING_ON)
    for wish in theirs.filter(here).order_by("campaign__first_day", "serial"):
        if plain(wish.item) == plain(item) or gist_of(wish.item) == gist_of(item):
            raise Refusal(
                "same_person_and_wish",
                Text(
                    zh="这位居民已经有 {number}“{item}”。确实要再登记一件，请再点一次保存。",
                    en="This person has {number} already, “{item}”. To record another one, save again.",
                ),
                number=wish.number,
                item=wish.item,
            )


class OneWish(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=WishAnswer)
    def get(self, request: Request, wish_id: UUID) -> Response:
        return versioned(wish_answer(found(wish_id)))

    @extend_schema(request=WishEdit, responses=WishAnswer, extensions=EDITS)
    def patch(self, request: Request, wish_id: UUID) -> Response:
        wish, seen = found(wish_id), seen_version(request)
        edit = WishEdit(data=request.data, partial=True)
        edit.is_valid(raise_exception=True)
        person = {k: v for k, v in edit.validated_data.get("person", {}).items() if k in PERSON_EDITABLE}
        day = edit.validated_data.get("wish", {}).get("collected_on")
        if day != wish.collected_on:
            demand_plausible(day, wish.campaign.last_day, old_day=edit.validated_data.get("old_day", False))
        with shown_as_it_is(lambda: wish_answer(one_wish(wish_id))):
            self.edit(wish, edit.validated_data.get("wish", {}), by=actor_of(request), person=person, seen=seen)
        return versioned({**wish_answer(one_wish(wish_id)), "notes": edit.notes})

    def edit(self, wish: Wish, changes: Mapping[str, Any], *, by: Actor, person: Mapping[str, Any], seen: str) -> None:
        """The room of claims, which serves this, sees to what was promised too."""
        edit_wish(wish, changes, by=by, person=person, seen=seen)


class Unmasking(APIView):
    """The person behind a wish in full, with the story; the reason goes to the access log."""

    permission_classes = (IsStaff,)

    @extend_schema(request=UnmaskingInput, responses=UnmaskedAnswer)
    def post(self, request: Request, wish_id: UUID) -> Response:
        asked = UnmaskingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wish = found(wish_id)
        with transaction.atomic():
            record_access(
                actor_of(request),
                subject="wish",
                subject_id=wish.pk,
                fields=["name", "phone", "address", "situation", "guardian_name", "story"],
                reason=asked.validated_data["reason"],
                subjects=[wish.beneficiary_id],
            )
            answer = {"person": full_person(wish.beneficiary), "story": wish.story, "version": wish_version(wish)}
            return versioned(answer)


def found(wish_id: UUID) -> Wish:
    """The wish, or 404 in the API's manner."""
    try:
        return one_wish(wish_id)
    except Wish.DoesNotExist:
        raise Refusal("not_found", Text(zh="没有找到这个心愿。", en="There is no such wish."), status=404) from None
