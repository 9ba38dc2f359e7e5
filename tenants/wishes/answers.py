"""How a wish is shown to staff."""

from typing import Any

from django.db.models import Prefetch
from rest_framework import serializers

from hub.actor import name_told
from hub.clock import TIME_ZONE, today
from hub.language import Text, of_the_reader
from hub.privacy.masking import mask_address
from hub.rest.serializers import NoteAnswer
from hub.rest.versions import Versioned
from tenants.members.models import Branch
from tenants.people.answers import ConsentAnswer, PersonAnswer, consent_answer, masked_name, masked_person
from tenants.people.categories import CATEGORIES
from tenants.people.consents import FOR_A_STEP
from tenants.people.models import Consent
from tenants.wishes.completeness import SENTENCES
from tenants.wishes.editing import wish_version
from tenants.wishes.models import KINDS, Assessment, Verification, Wish, WishEntry
from tenants.wishes.needed_days import NEAR, PASSED, standing_to_its_day
from tenants.wishes.telling import SENTENCES as TELLS

PURPOSES_OF_STEPS = [(purpose.value, purpose.label) for purpose in FOR_A_STEP]
STATE = serializers.ChoiceField(choices=Wish.State.choices)


class BranchName(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class WishRow(serializers.Serializer[Any]):
    """One wish in a list of staff's: the person masked."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    state = serializers.ChoiceField(choices=Wish.State.choices)
    state_since = serializers.DateTimeField()
    kind = serializers.ChoiceField(choices=list(KINDS))
    item = serializers.CharField()
    quantity = serializers.IntegerField()
    budget_yuan = serializers.IntegerField(allow_null=True)
    missing = serializers.ListField(child=serializers.CharField())
    missing_texts = serializers.ListField(child=serializers.CharField())
    warnings = serializers.ListField(child=serializers.CharField())
    branch = BranchName(allow_null=True)
    collected_on = serializers.DateField(allow_null=True)
    needed_by = serializers.DateField(allow_null=True)
    needed_state = serializers.ChoiceField(
        choices=[(NEAR, "near its day and unclaimed"), (PASSED, "unclaimed, and its day is over"), ("", "neither")]
    )
    for_batch = serializers.ListField(child=serializers.CharField())
    collector = serializers.CharField(allow_blank=True)
    collector_id = serializers.UUIDField(allow_null=True, help_text="The collector's account, where one is known.")
    four_eyes_off = serializers.BooleanField(
        help_text="Switched off for its campaign: whoever collected it may assess it too."
    )
    person_id = serializers.UUIDField()
    name = serializers.CharField()
    place = serializers.CharField(allow_blank=True)
    age = serializers.IntegerField(allow_null=True)
    categories = serializers.ListField(child=serializers.ChoiceField(choices=list(CATEGORIES)))
    may_be_shown = serializers.BooleanField()
    consents_missing = serializers.ListField(
        child=serializers.ChoiceField(choices=PURPOSES_OF_STEPS),
        help_text="Purposes that a step of a wish needs and nobody has consented to, withdrawn ones among them.",
    )
    consents_withdrawn = serializers.ListField(
        child=serializers.ChoiceField(choices=PURPOSES_OF_STEPS), help_text="Those that were given and withdrawn."
    )
    kept_off = serializers.BooleanField(help_text="Its public words tell who it is: it is on no board.")
    tells_texts = serializers.ListField(child=serializers.CharField(), help_text="What its public words tell.")


class HistoryAnswer(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    verb = serializers.CharField()
    from_state = serializers.CharField(allow_blank=True)
    to_state = serializers.CharField()
    reason = serializers.CharField(allow_blank=True)
    changes = serializers.DictField()


class DecisionAnswer(serializers.Serializer[Any]):
    """A verification (`manner`) or an assessment (`outcome`, `channel`)."""

    manner = serializers.ChoiceField(choices=Verification.Manner.choices, allow_null=True)
    outcome = serializers.ChoiceField(choices=Assessment.Outcome.choices, allow_null=True)
    channel = serializers.CharField(allow_blank=True)
    opinion = serializers.CharField(allow_blank=True)
    on = serializers.DateField()
    by = serializers.CharField()
    at = serializers.DateTimeField()
    undone_at = serializers.DateTimeField(allow_null=True)


class CarriedWish(serializers.Serializer[Any]):
    """The same wish in the campaign that it came from, or into which it was carried over."""

    id = serializers.UUIDField()
    number = serializers.CharField()


class WishAnswer(WishRow, Versioned):
    """One wish with all that staff need on its page."""

    campaign_id = serializers.UUIDField()
    campaign_title = serializers.CharField()
    campaign_year = serializers.IntegerField()
    budget_limit_yuan = serializers.IntegerField(help_text="The campaign's policy: what costs more is warned of.")
    follow_up_percent = serializers.IntegerField(help_text="The campaign's policy: how many are drawn for a follow-up.")
    carried_from = CarriedWish(allow_null=True)
    carried_to = CarriedWish(allow_null=True)
    requirements = serializers.ListField(child=serializers.CharField())
    public_text = serializers.CharField(allow_blank=True)
    story = serializers.CharField(allow_null=True)
    branch_fixed = serializers.BooleanField()
    branch_by_hand = serializers.BooleanField(help_text="A hand moved it to its branch: balancings leave it there.")
    opened_at = serializers.DateTimeField(allow_null=True)
    branch_only_until = serializers.DateField(
        allow_null=True, help_text="The day from which all may claim it; empty once it has come."
    )
    person = PersonAnswer()
    consents = ConsentAnswer(many=True)
    decisions = DecisionAnswer(many=True)
    history = HistoryAnswer(many=True)
    notes = NoteAnswer(
        many=True, required=False, help_text="What an edit or an entry read otherwise than it was typed."
    )


def wishes_for_rows() -> Any:
    """Wishes with what `wish_row` reads, in few queries."""
    for_a_step = Consent.objects.filter(purpose__in=FOR_A_STEP, by_mistake=False)
    return Wish.objects.select_related("branch", "campaign", "beneficiary__household").prefetch_related(
        Prefetch("beneficiary__consents", queryset=for_a_step, to_attr="consents_known")
    )


def wish_row(wish: Wish) -> dict[str, Any]:
    """A row of `WishRow`; takes a wish of `wishes_for_rows`."""
    person = wish.beneficiary
    address = person.household.address
    missing, ended = _consents_of(person)
    return {
        "id": wish.pk,
        "number": wish.number,
        "state": wish.state,
        "state_since": wish.state_since,
        "kind": wish.kind,
        "item": wish.item,
        "quantity": wish.quantity,
        "budget_yuan": wish.budget_yuan,
        "missing": wish.missing,
        "missing_texts": [str(SENTENCES.get(code, Text(code, code))) for code in wish.missing],
        "warnings": wish.warnings,
        "branch": branch_name(wish.branch),
        "collected_on": wish.collected_on,
        "needed_by": wish.needed_by,
        "needed_state": standing_to_its_day(wish),
        "for_batch": wish.for_batch,
        "collector": wish.collector_name,
        "collector_id": wish.collector_id,
        "four_eyes_off": bool(wish.campaign.four_eyes_off_reason),
        "person_id": person.pk,
        "name": masked_name(person),
        "place": mask_address(address) if address else "",
        "age": person.age_now,
        "categories": person.categories,
        "may_be_shown": Consent.Purpose.SHOW not in missing and Consent.Purpose.COLLECT not in ended,
        "consents_missing": missing,
        "consents_withdrawn": ended,
        "kept_off": wish.kept_off,
        "tells_texts": [str(TELLS[code]) for code in wish.tells if code in TELLS],
    }


def _consents_of(person: Any) -> tuple[list[str], list[str]]:
    """Which purposes of `FOR_A_STEP` have no consent in force, and which of these were given once and withdrawn."""
    known = person.consents_known
    in_force = {consent.purpose for consent in known if consent.withdrawn_at is None}
    given = {consent.purpose for consent in known}
    missing = [purpose.value for purpose in FOR_A_STEP if purpose not in in_force]
    return missing, [purpose for purpose in missing if purpose in given]


def wish_answer(wish: Wish) -> dict[str, Any]:
    """A `WishAnswer`; the story and the person are masked (see `unmasking`)."""
    person = wish.beneficiary
    return {
        **wish_row(wish),
        "version": wish_version(wish),
        "campaign_id": wish.campaign_id,
        "campaign_title": wish.campaign.title,
        "campaign_year": wish.campaign.year,
        "budget_limit_yuan": wish.campaign.budget_limit_yuan,
        "follow_up_percent": wish.campaign.follow_up_percent,
        "carried_from": _carried(wish.carried_from),
        "carried_to": _carried(wish.carried_to.first()),
        "requirements": wish.requirements,
        "public_text": wish.public_text,
        "story": None,
        "branch_fixed": wish.branch_fixed,
        "branch_by_hand": wish.branch_by_hand,
        "opened_at": wish.opened_at,
        "branch_only_until": until if (until := wish.branch_only_until) and today() < until else None,
        "person": masked_person(person),
        "consents": [consent_answer(consent) for consent in person.consents.order_by("given_on", "id")],
        "decisions": decisions(wish),
        "history": [history_answer(entry) for entry in wish.history.all()],
    }


def one_wish(wish_id: object) -> Wish:
    """The wish of this id with what `wish_answer` reads. Raises `Wish.DoesNotExist`."""
    return wishes_for_rows().get(pk=wish_id)


def branch_name(branch: Branch | None) -> dict[str, Any] | None:
    return {"id": branch.pk, "name": branch.name} if branch else None


def decisions(wish: Wish) -> list[dict[str, Any]]:
    """Verifications and assessments of a wish in the order of time, undone ones included."""
    made: list[dict[str, Any]] = [
        {**_decision(v), "manner": v.manner, "outcome": None, "channel": "", "on": v.on}
        for v in wish.verifications.all()
    ]
    made += [
        {
            **_decision(a),
            "manner": None,
            "outcome": a.outcome,
            "channel": a.channel,
            "on": a.at.astimezone(TIME_ZONE).date(),
        }
        for a in wish.assessments.all()
    ]
    return sorted(made, key=lambda decision: decision["at"])


def _carried(wish: Wish | None) -> dict[str, Any] | None:
    return {"id": wish.pk, "number": wish.number} if wish else None


def _decision(decision: Verification | Assessment) -> dict[str, Any]:
    return {"opinion": decision.opinion, "by": decision.by_name, "at": decision.at, "undone_at": decision.undone_at}


PERSONAL = frozenset({"name", "phone", "address", "situation", "story", "guardian_name"})
"""What a history entry may hold of a resident; it is not shown to whoever has not unmasked the wish. Members are named:
their claims are, beside it."""


def history_answer(entry: WishEntry) -> dict[str, Any]:
    """One entry; old and new values of personal fields are left out, that they changed is not."""
    return {
        "at": entry.at,
        "by": name_told(entry.actor_id, entry.actor_name),
        "verb": entry.verb,
        "from_state": entry.from_state,
        "to_state": entry.to_state,
        "reason": of_the_reader(entry.reason),
        "changes": {name: None if name in PERSONAL else value for name, value in entry.changes.items()},
    }
