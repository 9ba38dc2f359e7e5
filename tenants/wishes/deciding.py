"""Verification and assessment, and undoing one's own last step (opening and withdrawing too) within ten minutes."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from hub.actor import Actor
from hub.clock import now, today
from hub.days import demand_not_after, demand_not_before
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.four_eyes import is_off
from tenants.people.consents import record_everybodys_consents
from tenants.people.models import Consent
from tenants.wishes.collectors import collected
from tenants.wishes.completeness import demand_complete
from tenants.wishes.consenting import demand_consent, end_consents
from tenants.wishes.life import UNDOABLE, UNDONE, illegal, move, stood_since
from tenants.wishes.models import Assessment, Verification, Wish
from tenants.wishes.opening import each_that_can

UNDO_WITHIN = timedelta(minutes=10)
"""How long staff can undo their own verifying, assessing, declining, referring (domain.md, Life of a wish), and their own
opening and withdrawing (experience.md, number 10)."""

ASSESSED = ("admitted", "declined", "referred", "sent_back")
"""The verbs of an assessment's four ends."""


CONSENTED_BY = {Verification.Manner.VISIT: Consent.Manner.ORAL, Verification.Manner.TELEPHONE: Consent.Manner.TELEPHONE}
"""How somebody consented who was asked while verifying, where nobody says otherwise."""


def verify(
    wish: Wish,
    *,
    manner: str,
    by: Actor,
    opinion: str = "",
    on: date | None = None,
    consents: Collection[str] = (),
    consented: str = "",
) -> Wish:
    """`collected` → `verified`: name, contact and content are true, found by visit or by telephone.

    `consents` are the purposes that the person consented to on this occasion, in the manner `consented`; they are
    recorded in the same act. Raises `Refusal` while something is missing, without a consent to collecting, for an
    unknown manner, for a day ahead, or from another state; nothing is recorded then.
    """
    if manner not in Verification.Manner.values:
        raise Refusal(
            "manner_unknown",
            Text(zh="请选择核查方式：入户或电话。", en="Choose how it was verified: by visit or by telephone."),
            status=400,
            field="manner",
        )
    on = on or today()
    demand_not_after(
        on, today(), "day_in_future", Text(zh="核查日期不能晚于今天。", en="The day cannot lie ahead."), field="on"
    )
    with transaction.atomic():
        wish = _locked(wish)
        if wish.collected_on is not None:
            demand_not_before(
                on,
                wish.collected_on,
                "day_before_collecting",
                Text(
                    zh="核查日期不能早于征集那天（{first}）。",
                    en="The day of verifying cannot come before that of collecting, {first}.",
                ),
                field="on",
            )
        recorded: list[Consent] = []
        if wish.state == Wish.State.COLLECTED:
            demand_complete(wish, wish.missing)
            if consents:
                how = consented or CONSENTED_BY[Verification.Manner(manner)]
                recorded = record_everybodys_consents([wish.beneficiary], consents, manner=how, given_on=on, by=by)
            demand_consent(wish, Consent.Purpose.COLLECT, "no_consent_to_collect")
        move(
            wish,
            Wish.State.VERIFIED,
            verb="verified",
            by=by,
            came_from=Wish.State.COLLECTED,
            reason=opinion,
            changes={"manner": manner},
        )
        Verification.objects.create(
            wish=wish,
            manner=manner,
            opinion=opinion,
            on=on,
            by_id=by.account_id,
            by_name=by.name,
            consents=[consent.pk for consent in recorded],
        )
    return wish


def admit(wish: Wish, *, by: Actor, opinion: str = "") -> Wish:
    """`verified` → `admitted`: into the pool. Raises `Refusal` when the assessor is the collector."""
    return _assess(wish, Wish.State.ADMITTED, Assessment.Outcome.ADMIT, "admitted", by, opinion, admitted_at=now())


def decline(wish: Wish, *, reason: str, by: Actor) -> Wish:
    """`verified` → `declined`, with the reason that the resident is told. By whoever verifies already from `collected`:
    untrue, told twice, not eligible. Raises `Refusal` when the assessor is the collector."""
    _demand(reason, "reason", Text(zh="请写明不予受理的理由。", en="Give the reason for declining."))
    with transaction.atomic():
        wish = _locked(wish)
        if wish.state == Wish.State.COLLECTED:
            # What is not true needs no second person: nothing is admitted by it, and it can be undone.
            move(wish, Wish.State.DECLINED, verb="declined", by=by, came_from=Wish.State.COLLECTED, reason=reason)
            Assessment.objects.create(
                wish=wish, outcome=Assessment.Outcome.DECLINE, opinion=reason, by_id=by.account_id, by_name=by.name
            )
            return wish
    return _assess(wish, Wish.State.DECLINED, Assessment.Outcome.DECLINE, "declined", by, reason)


def refer(wish: Wish, *, channel: str, by: Actor, opinion: str = "") -> Wish:
    """`verified` → `referred`: another channel (civil affairs, the disabled persons' federation …) takes it on."""
    _demand(channel, "channel", Text(zh="请写明转到哪里办理。", en="Say where it is referred to."))
    return _assess(wish, Wish.State.REFERRED, Assessment.Outcome.REFER, "referred", by, opinion, channel=channel)


def send_back(wish: Wish, *, reason: str, by: Actor) -> Wish:
    """`verified` → `collected`: something has to be completed first."""
    _demand(reason, "reason", Text(zh="请写明要补充什么。", en="Say what has to be completed."))
    return _assess(wish, Wish.State.COLLECTED, Assessment.Outcome.COMPLETE, "sent_back", by, reason)


def undo(wish: Wish, *, by: Actor, of: tuple[str, ...] = ("verified", *ASSESSED)) -> Wish:
    """Takes back one's own last decision within ten minutes while nothing has left the house.

    `of` are the verbs that the caller means, so that a click meant for one decision never undoes another.
    Raises `Refusal` (409) when the last move is another's, is older, or is not one that can be undone.
    """
    with transaction.atomic():
        wish = _locked(wish)
        last = wish.history.exclude(from_state=wish.state, to_state=wish.state).last()
        if (
            last is None
            or last.from_state not in UNDOABLE.get((last.verb, wish.state), ())
            or last.verb not in of
            # Its claim ended with it: that is taken back by a verb of `claims`, within a minute.
            or (last.verb == "withdrawn" and last.from_state == Wish.State.CLAIMED)
        ):
            raise Refusal(
                "nothing_to_undo",
                Text(zh="心愿 {number} 没有可以撤销的操作。", en="There is nothing to undo for wish {number}."),
                number=wish.number,
            )
        if last.actor_id != by.account_id:
            raise Refusal(
                "not_yours",
                Text(
                    zh="只能撤销自己的操作，这一步是{name}做的。",
                    en="You can undo your own step only: this one is {name}'s.",
                ),
                name=last.actor_name,
            )
        if now() - last.at > UNDO_WITHIN:
            raise Refusal(
                "too_late_to_undo",
                Text(
                    zh="已超过 10 分钟，不能撤销。", en="More than ten minutes have passed: it can no longer be undone."
                ),
            )
        _mark_undone(wish, by)
        columns: dict[str, Any] = {}
        if wish.state == Wish.State.ADMITTED:
            # A branch is a property of an admitted wish; one that was bound to it on purpose stays so.
            columns = {
                "admitted_at": None,
                "branch_id": wish.branch_id if wish.branch_fixed or wish.branch_by_hand else None,
            }
        elif last.verb == "opened":
            columns = {"opened_at": None, "branch_only_until": None, "branch_only_days": None}
        return move(
            wish,
            last.from_state,
            verb=UNDONE,
            by=by,
            came_from=wish.state,
            undo=True,
            changes={"undone": last.verb},
            state_since=stood_since(wish, last.from_state, before=last),
            **columns,
        )


def undo_openings(wishes: Iterable[Wish], *, by: Actor) -> tuple[list[Wish], dict[str, Refusal]]:
    """Takes back as many of one's own openings as can be: a wish that was claimed meanwhile stays as it is. Returns those
    taken back, and by number why another was not."""
    return each_that_can(wishes, lambda wish: undo(wish, by=by, of=("opened",)))


def _assess(
    wish: Wish, to: str, outcome: str, verb: str, by: Actor, opinion: str, channel: str = "", **columns: Any
) -> Wish:
    with transaction.atomic():
        wish = _locked(wish)
        if wish.state != Wish.State.VERIFIED:
            raise illegal(wish, wish.state, to)
        if collected(wish, by) and not is_off(wish.campaign_id):
            raise Refusal(
                "assessor_is_collector",
                Text(
                    zh="心愿 {number} 是您征集的，要由另一位同事评估。",
                    en="You collected wish {number}: a colleague has to assess it.",
                ),
                number=wish.number,
            )
        changes = {"channel": channel} if channel else {}
        move(wish, to, verb=verb, by=by, came_from=Wish.State.VERIFIED, reason=opinion, changes=changes, **columns)
        Assessment.objects.create(
            wish=wish, outcome=outcome, opinion=opinion, channel=channel, by_id=by.account_id, by_name=by.name
        )
    return wish


def _mark_undone(wish: Wish, by: Actor) -> None:
    # The newest alone: what was decided before the wish was sent back stays as it was.
    if wish.state == Wish.State.VERIFIED:
        verified = Verification.objects.filter(wish=wish, undone_at=None).order_by("at", "id").last()
        if verified is not None:
            Verification.objects.filter(pk=verified.pk).update(undone_at=now())
            end_consents(Consent.objects.filter(pk__in=verified.consents), by=by)
    elif wish.state in (Wish.State.ADMITTED, Wish.State.DECLINED, Wish.State.REFERRED, Wish.State.COLLECTED):
        assessed = Assessment.objects.filter(wish=wish, undone_at=None).values("pk").order_by("-at", "-id")[:1]
        Assessment.objects.filter(pk__in=assessed).update(undone_at=now())


def _locked(wish: Wish) -> Wish:
    return Wish.objects.select_for_update(no_key=True).get(pk=wish.pk)


def _demand(value: str, field: str, text: Text) -> None:
    if not value.strip():
        raise Refusal(f"{field}_missing", text, status=400, field=field)
