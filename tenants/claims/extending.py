"""More time for a claim: asked for by the claimer before the deadline, decided by staff, or given by staff themselves.

`first_deadline` stays as it is: the on-time rate counts by it. The ladder asks the claim for its deadline, so it
follows by itself.
"""

from datetime import date

from django.db import IntegrityError, transaction

from hub.actor import Actor
from hub.bells.ringing import FIGURES, LADDER, ring
from hub.clock import now, today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.working_days import add_working_days
from tenants.claims.claiming import enter
from tenants.claims.models import Claim, ClaimNotice, Extension
from tenants.claims.needed_by import latest, no_more_time
from tenants.claims.noticing import tell
from tenants.wishes.life import illegal, note
from tenants.wishes.models import Wish

ONE_OPEN = "one_open_extension_a_claim"
"""The constraint that makes it so (`Extension.Meta`)."""


def ask_for_extension(claim: Claim, *, days: int, reason: str, by: Actor) -> Extension:
    """The claimer asks for so many working days more, until midnight of the deadline day, with a reason.

    The first request of a claim stops its clock until it is answered (`clock`).

    Raises `Refusal`: 404 for somebody else's claim, 400 `days_out_of_range`, `reason_missing`, 409 `deadline_passed`,
    `extension_asked` (one is open already), `needed_by_reached`, or an illegal move when the claim has ended or the gift is delivered.
    """
    if by.member_id != claim.member_id:
        raise Refusal("not_your_claim", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
    _check_reason(reason, Text(zh="请写明延期的原因。", en="Say why more time is needed."))
    with transaction.atomic():
        claim = _locked(claim)
        _check_days(claim, days)
        if today() > claim.deadline:
            raise Refusal(
                "deadline_passed",
                Text(
                    zh="期限 {deadline} 已过，不能再申请延期，请直接联系社区。",
                    en="The deadline {deadline} has passed: speak to the community's staff directly.",
                ),
                deadline=claim.deadline,
            )
        if not deadlines_if_extended(claim):
            raise no_more_time(claim.wish)
        try:
            with transaction.atomic():
                asked = Extension.objects.create(
                    claim=claim,
                    days=days,
                    reason=reason.strip(),
                    # One a claim: else asking again and again would put every deadline off.
                    stops_clock=not claim.extensions.filter(by_claimer=True).exists(),
                    asked_by_id=by.account_id,
                    asked_by_name=by.name,
                )
        except IntegrityError as error:
            if getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") != ONE_OPEN:
                raise
            raise Refusal(
                "extension_asked",
                Text(zh="已经申请过延期，请等社区答复。", en="More time is asked for already: wait for the answer."),
            ) from None
        _tell(claim, "extension_asked", {"days": days}, by, reason)
    return asked


def take_back(extension: Extension, *, by: Actor) -> Extension:
    """The claimer no longer asks. Raises `Refusal` (404) for somebody else's, (409) when it was decided meanwhile."""
    if by.member_id != extension.claim.member_id:
        raise Refusal("not_your_claim", Text(zh="没有找到这项认领。", en="There is no such claim."), status=404)
    with transaction.atomic():
        claim = _locked(extension.claim)
        _decide(extension, Extension.State.TAKEN_BACK, by)
        _tell(claim, "extension_taken_back", {}, by)
    return extension


def grant(extension: Extension, *, by: Actor, days: int | None = None, answer: str = "") -> Extension:
    """Staff give the working days asked for, or another number. Returns the extension with both deadlines.

    Raises `Refusal` (409) when it was decided already, the claim is over, or the wish is needed by then, (400) for days beyond the policy.
    """
    days = extension.days if days is None else days
    with transaction.atomic():
        claim = _locked(extension.claim)
        _check_days(claim, days)
        before, after = _put_off(claim, days)
        _decide(
            extension,
            Extension.State.GRANTED,
            by,
            answer=answer.strip(),
            granted_days=days,
            deadline_before=before,
            deadline_after=after,
        )
        changes = {"deadline": [before.isoformat(), after.isoformat()], "days": days}
        _tell(claim, "extended", changes, by, answer or extension.reason)
        tell(claim, ClaimNotice.Kind.EXTENDED, by=by, deadline=after, asked=extension.by_claimer)
    return extension


def refuse(extension: Extension, *, reason: str, by: Actor) -> Extension:
    """Staff refuse, with a reason that the claimer reads. Raises `Refusal` (400) without one, (409) when decided."""
    _check_reason(reason, Text(zh="请写明不同意延期的原因。", en="Say why more time is refused."))
    with transaction.atomic():
        claim = _locked(extension.claim)
        _decide(extension, Extension.State.REFUSED, by, answer=reason.strip())
        _tell(claim, "extension_refused", {}, by, reason)
        tell(claim, ClaimNotice.Kind.EXTENSION_REFUSED, by=by, deadline=claim.deadline)
    return extension


def extend(claim: Claim, *, days: int, reason: str, by: Actor) -> Extension:
    """Staff give more time by themselves, before or after the deadline; a request that is open is granted by it.

    From the deadline, while it is still to come; from today, once it has passed. Raises `Refusal` like `grant`.
    """
    _check_reason(reason, Text(zh="请写明延期的原因。", en="Say why more time is given."))
    with transaction.atomic():
        claim = _locked(claim)
        _check_days(claim, days)
        asked = claim.extensions.filter(state=Extension.State.OPEN).first()
        if asked is None:
            asked = Extension.objects.create(
                claim=claim,
                days=days,
                reason=reason.strip(),
                by_claimer=False,
                asked_by_id=by.account_id,
                asked_by_name=by.name,
            )
        return grant(asked, by=by, days=days, answer=reason if asked.by_claimer else "")


def most_days(claim: Claim) -> int:
    """How many working days one extension of this claim can give, by the policy that was frozen on it."""
    return int(claim.policy["extension_days"])


def deadlines_if_extended(claim: Claim) -> list[date]:
    """The deadline after 1, 2, … working days more, up to the policy's most or the day by which the wish is needed: what
    comes after that day gives nothing. Empty where it is reached already."""
    days: list[date] = []
    for more in range(1, most_days(claim) + 1):
        _, _, day = _deadline_after(claim, more)
        if day < today() or day <= max([claim.deadline, *days[-1:]]):
            break
        days.append(day)
    return days


def lapse(claim: Claim) -> None:
    """An open request is void: the claim has ended, or the gift is there. Part of the verb that did it."""
    claim.extensions.filter(state=Extension.State.OPEN).update(state=Extension.State.LAPSED, decided_at=now())


def _locked(claim: Claim) -> Claim:
    # Every verb on a claim locks its wish first, and reads the claim afterwards.
    wish = Wish.objects.select_for_update(no_key=True).get(pk=claim.wish_id)
    found = Claim.objects.filter(pk=claim.pk, ended_at=None).first()
    if found is None or wish.state != Wish.State.CLAIMED:
        if wish.state == Wish.State.CLAIMED:
            raise Refusal("claim_ended", Text(zh="这项认领已经结束。", en="This claim has ended already."))
        raise illegal(wish, wish.state, Wish.State.CLAIMED)
    found.wish = wish
    return found


def _put_off(claim: Claim, days: int) -> tuple[date, date]:
    before = claim.deadline
    claim.counted_from, claim.counted_days, claim.deadline = _deadline_after(claim, days)
    if claim.deadline <= before or claim.deadline < today():
        raise no_more_time(claim.wish)
    claim.save(update_fields=["counted_from", "counted_days", "deadline"])
    return before, claim.deadline


def _deadline_after(claim: Claim, days: int) -> tuple[date, int, date]:
    """From which day how many working days count after so many more, and the deadline that comes of it."""
    since, count = (claim.counted_from, claim.counted_days + days) if today() <= claim.deadline else (today(), days)
    return since, count, latest(add_working_days(since, count), claim.wish.needed_by, on=today())


def _decide(extension: Extension, state: str, by: Actor, **columns: object) -> None:
    columns = {
        "state": state,
        "decided_at": now(),
        "decided_by_id": by.account_id,
        "decided_by_name": by.name,
        **columns,
    }
    if not Extension.objects.filter(pk=extension.pk, state=Extension.State.OPEN).update(**columns):
        raise Refusal(
            "already_decided",
            Text(zh="这项延期申请已经有结果了，请刷新后再看。", en="This request is decided already: reload the page."),
        )
    for name, value in columns.items():
        setattr(extension, name, value)


def _tell(claim: Claim, verb: str, changes: dict[str, object], by: Actor, reason: str = "") -> None:
    enter(claim, verb, by=by, reason=reason, changes=changes)
    note(claim.wish, verb, changes, by=by, reason=reason)
    ring(LADDER)
    ring(FIGURES)


def _check_days(claim: Claim, days: int) -> None:
    most = most_days(claim)
    if not 1 <= days <= most:
        raise Refusal(
            "days_out_of_range",
            Text(zh="一次延期可以是 1 到 {most} 个工作日。", en="One extension gives 1 to {most} working days."),
            status=400,
            field="days",
            most=most,
        )


def _check_reason(reason: str, text: Text) -> None:
    if not reason.strip():
        raise Refusal("reason_missing", text, status=400, field="reason")
