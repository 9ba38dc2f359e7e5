"""How claims, deliveries and follow-ups are shown: to staff, and to the claimer."""

from typing import Any

from rest_framework import serializers

from hub.clock import today
from hub.privacy.masking import mask_address, mask_name
from tenants.campaigns.working_days import rests_on_provisional, working_days_between
from tenants.claims import clock, promises
from tenants.claims.answers_extension import ExtensionAnswer, last_extension
from tenants.claims.extending import deadlines_if_extended
from tenants.claims.models import IN_NO_RECORD, Claim, Delivery, FollowUp
from tenants.people.consents import may_be_disclosed
from tenants.wishes.models import KINDS, Wish


class DeliveryAnswer(serializers.Serializer[Any]):
    """`has_picture`: a photo or a drawn signature can be looked at; false once it is erased."""

    id = serializers.UUIDField()
    has_picture = serializers.BooleanField()
    evidence = serializers.ChoiceField(choices=Delivery.Evidence.choices)
    carried_by = serializers.ChoiceField(choices=Delivery.CarriedBy.choices)
    delivered_on = serializers.DateField()
    at = serializers.DateTimeField()
    pressed_at = serializers.DateTimeField(
        allow_null=True, help_text="The page's own time, of an earlier day: a proposal for whoever confirms."
    )
    by = serializers.CharField()
    remark = serializers.CharField(allow_blank=True)
    confirmed_at = serializers.DateTimeField(allow_null=True)
    confirmed_by = serializers.CharField(allow_blank=True)
    rejected_at = serializers.DateTimeField(allow_null=True)
    rejected_reason = serializers.CharField(allow_blank=True)
    current = serializers.BooleanField()
    follow_up_wanted = serializers.BooleanField()
    by_the_community = serializers.BooleanField()


class FollowUpAnswer(serializers.Serializer[Any]):
    outcome = serializers.ChoiceField(choices=FollowUp.Outcome.choices)
    remark = serializers.CharField(allow_blank=True)
    on = serializers.DateField()
    by = serializers.CharField()


class WishOfClaim(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    item = serializers.CharField()
    quantity = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=list(KINDS))
    state = serializers.ChoiceField(choices=Wish.State.choices)
    requirements = serializers.ListField(child=serializers.CharField())
    public_text = serializers.CharField(allow_blank=True)
    budget_yuan = serializers.IntegerField(allow_null=True)
    needed_by = serializers.DateField(allow_null=True)
    person_id = serializers.UUIDField(required=False, help_text="For the office.")
    name = serializers.CharField()
    place = serializers.CharField(allow_blank=True)


class PromiseChangeAnswer(serializers.Serializer[Any]):
    """What was changed of the promise and its claimer has not seen yet. `hidden`: the address is not told to claimers."""

    field = serializers.ChoiceField(choices=promises.FIELDS)
    was = serializers.CharField(allow_blank=True)
    became = serializers.CharField(allow_blank=True)
    hidden = serializers.BooleanField()
    at = serializers.DateTimeField()


class ClaimRow(serializers.Serializer[Any]):
    """A claim. `deadline_state` and the sentence `deadline_text` say how it stands to its deadline, on all screens alike;
    empty once it is delivered, as is `days_left` (working days to the deadline).

    `provisional`: the deadline may still move, since a year it counts through has no arrangement of holidays yet.
    `extension` is the latest request for more time; `if_extended` the deadline after 1, 2, … working days more.
    `sent_back` says why staff could not confirm the last delivery, while the gift is awaited again.
    """

    id = serializers.UUIDField()
    wish = WishOfClaim()
    member_id = serializers.UUIDField()
    member_name = serializers.CharField()
    branch_name = serializers.CharField(allow_blank=True)
    manner = serializers.ChoiceField(choices=Claim.Manner.choices)
    channel = serializers.ChoiceField(choices=Claim.Channel.choices)
    partners = serializers.CharField(allow_blank=True)
    claimed_at = serializers.DateTimeField()
    first_deadline = serializers.DateField()
    deadline = serializers.DateField()
    provisional = serializers.BooleanField()
    days_left = serializers.IntegerField(allow_null=True)
    deadline_state = serializers.ChoiceField(choices=[*clock.Standing.choices, ("", "nothing awaited")])
    deadline_text = serializers.CharField(allow_blank=True)
    extension = ExtensionAnswer(allow_null=True)
    if_extended = serializers.ListField(child=serializers.DateField())
    ended_at = serializers.DateTimeField(allow_null=True)
    end = serializers.ChoiceField(choices=[*Claim.End.choices, ("", "live")])
    delivery = DeliveryAnswer(allow_null=True)
    sent_back = serializers.CharField(allow_blank=True)
    changed = serializers.BooleanField(
        help_text="Something of the promise was changed, and its claimer has not seen it."
    )


class ContactAnswer(serializers.Serializer[Any]):
    """What a claimer needs to bring the gift. Empty with `withheld` where no consent to disclose is on record."""

    withheld = serializers.BooleanField()
    name = serializers.CharField(allow_blank=True)
    phone = serializers.CharField(allow_blank=True)
    address = serializers.CharField(allow_blank=True)
    guardian_name = serializers.CharField(allow_blank=True)
    guardian_relation = serializers.CharField(allow_blank=True)


class MyClaimAnswer(ClaimRow):
    """`free_to_hand_back`: more is asked than was promised, so handing back leaves no trace in the claimer's record."""

    contact = ContactAnswer(allow_null=True)
    changes = PromiseChangeAnswer(many=True)
    free_to_hand_back = serializers.BooleanField()


class WishClaims(serializers.Serializer[Any]):
    """All that happened to a wish from its first claim on."""

    claims = ClaimRow(many=True)
    deliveries = DeliveryAnswer(many=True)
    follow_ups = FollowUpAnswer(many=True)


def claims_for_rows() -> Any:
    """Claims with what `claim_row` reads; one that was undone, or handed back without a trace, is none."""
    return all_claims_for_rows().exclude(end__in=IN_NO_RECORD)


def all_claims_for_rows() -> Any:
    """Those too: for the answer to the act that ended one."""
    return Claim.objects.select_related("wish__beneficiary__household", "member", "branch").prefetch_related(
        "deliveries", "extensions", "changes"
    )


def claim_row(claim: Claim) -> dict[str, Any]:
    """A row of `ClaimRow`; takes a claim of `claims_for_rows`. The resident is masked."""
    wish, person = claim.wish, claim.wish.beneficiary
    waiting = claim.ended_at is None and wish.state == Wish.State.CLAIMED
    deliveries = list(claim.deliveries.all())
    delivery = next((d for d in deliveries if d.current), None)
    state, text = clock.standing_to_deadline(claim)
    return {
        "id": claim.pk,
        "wish": {
            "id": wish.pk,
            "number": wish.number,
            "item": wish.item,
            "quantity": wish.quantity,
            "kind": wish.kind,
            "state": wish.state,
            "requirements": wish.requirements,
            "public_text": wish.public_text,
            "budget_yuan": wish.budget_yuan,
            "needed_by": wish.needed_by,
            "name": mask_name(person.name),
            "place": mask_address(person.household.address) if person.household.address else "",
        },
        "member_id": claim.member_id,
        "member_name": claim.member.name,
        "branch_name": claim.branch.name if claim.branch else "",
        "manner": claim.manner,
        "channel": claim.channel,
        "partners": claim.partners,
        "claimed_at": claim.claimed_at,
        "first_deadline": claim.first_deadline,
        "deadline": claim.deadline,
        "provisional": waiting and rests_on_provisional(claim.counted_from, claim.deadline),
        "extension": last_extension(claim),
        "if_extended": deadlines_if_extended(claim) if waiting else [],
        "deadline_state": state,
        "deadline_text": str(text) if text else "",
        "days_left": working_days_between(today(), claim.deadline) if waiting else None,
        "ended_at": claim.ended_at,
        "end": claim.end,
        "delivery": delivery_answer(delivery) if delivery else None,
        "changed": bool(promises.unseen(claim)),
        "sent_back": deliveries[-1].rejected_reason if waiting and deliveries else "",
    }


def office_row(claim: Claim) -> dict[str, Any]:
    """The same for the office, which goes on from there to the resident."""
    row = claim_row(claim)
    return {**row, "wish": {**row["wish"], "person_id": claim.wish.beneficiary_id}}


def delivery_answer(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.pk,
        "has_picture": delivery.has_picture,
        "evidence": delivery.evidence,
        "carried_by": delivery.carried_by,
        "delivered_on": delivery.delivered_on,
        "at": delivery.at,
        "pressed_at": delivery.pressed_at,
        "by": delivery.by_name,
        "remark": delivery.remark,
        "confirmed_at": delivery.confirmed_at,
        "confirmed_by": delivery.confirmed_by_name,
        "rejected_at": delivery.rejected_at,
        "rejected_reason": delivery.rejected_reason,
        "current": delivery.current,
        "follow_up_wanted": delivery.follow_up_wanted,
        "by_the_community": delivery.claim_id is None,
    }


def follow_up_answer(made: FollowUp) -> dict[str, Any]:
    return {"outcome": made.outcome, "remark": made.remark, "on": made.on, "by": made.by_name}


def contact_answer(claim: Claim) -> dict[str, Any] | None:
    """What the claimer may see from the claim to its end, and no longer; None once it has ended.

    The caller has written the access log in the same transaction.
    """
    if claim.ended_at is not None:
        return None
    person = claim.wish.beneficiary
    if not may_be_disclosed(person.pk):
        return {
            "withheld": True,
            **dict.fromkeys(("name", "phone", "address", "guardian_name", "guardian_relation"), ""),
        }
    return {
        "withheld": False,
        "name": person.name,
        "phone": person.phone,
        "address": person.household.address,
        "guardian_name": person.guardian_name,
        "guardian_relation": person.guardian_relation,
    }


def changes_answer(claim: Claim) -> list[dict[str, Any]]:
    """`PromiseChangeAnswer`s of a live claim; an address only where it is disclosed, and logged by the caller as such."""
    told = is_disclosed(claim)
    return [
        {
            "field": change.field,
            "hidden": (hidden := change.field == promises.ADDRESS and not told),
            "was": "" if hidden else promises.told(change.field, change.was),
            "became": "" if hidden else promises.told(change.field, change.became),
            "at": change.at,
        }
        for change in promises.unseen(claim)
    ]


def is_disclosed(claim: Claim) -> bool:
    """Whether `contact_answer` tells anything, so that the look is to be logged."""
    answer = contact_answer(claim)
    return answer is not None and not answer["withheld"]
