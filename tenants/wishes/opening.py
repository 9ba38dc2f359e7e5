"""Opening: an admitted wish is published to those who may claim it."""

from collections.abc import Callable, Container, Iterable
from uuid import UUID

from django.db import transaction

from hub.actor import ADMINISTRATOR, Actor
from hub.clock import now, today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.running import demand_running
from tenants.campaigns.working_days import after_full_days
from tenants.people.models import Consent
from tenants.wishes.comparing import compare, mark_of_names, records_of
from tenants.wishes.completeness import TO_OPEN, demand_complete, what_is_missing
from tenants.wishes.consenting import demand_consent
from tenants.wishes.life import move
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import has_passed, needed_by_passed
from tenants.wishes.telling import HARD, NAME, SOFT, Record, said, tells_who_it_is


def open_wish(wish: Wish, *, by: Actor, yes: bool = False, reason: str = "") -> Wish:
    """`admitted` → `open`. A wish of a branch is that branch's alone for the policy's first working days.

    `yes` is the word for what only wants one (a brand, a sum of money …); an administrator opens with a `reason` where
    the person's name is all that the words tell. Both stand in the history. Raises `Refusal` (409) without a consent on
    record for showing it to claimers, while its campaign prepares, once the day by which it is needed is over, and for words
    that tell who it is (domain.md, Privacy rules).
    """
    with transaction.atomic():
        wish = Wish.objects.select_for_update(of=("self",), no_key=True).select_related("campaign").get(pk=wish.pk)
        demand_running(wish.campaign_id)
        demand_consent(wish, Consent.Purpose.SHOW, "no_consent_to_show")
        if has_passed(wish):
            raise needed_by_passed(wish)
        if wish.state == Wish.State.ADMITTED:
            demand_complete(wish, what_is_missing(wish, wish.beneficiary), TO_OPEN)
        _look_at_its_words(wish, by=by, yes=yes, reason=reason)
        alone = wish.campaign.branch_only_days if wish.branch_id else 0
        return move(
            wish,
            Wish.State.OPEN,
            verb="opened",
            by=by,
            came_from=Wish.State.ADMITTED,
            reason=reason if wish.names_allowed is not None else "",
            changes={"tells": list(wish.tells)} if wish.tells else None,
            tells=wish.tells,
            kept_off=False,
            names_allowed=wish.names_allowed,
            opened_at=now(),
            branch_only_days=alone or None,
            branch_only_until=after_full_days(today(), alone) if alone else None,
        )


def _look_at_its_words(wish: Wish, *, by: Actor, yes: bool, reason: str) -> None:
    if wish.state != Wish.State.ADMITTED:
        return
    household = wish.beneficiary.household_id
    record = records_of([household]).get(household, Record())
    compare(wish, record)
    hard = [code for code in wish.tells if code in HARD]
    if wish.kept_off and (hard != [NAME] or ADMINISTRATOR not in by.roles):
        raise tells_who_it_is(wish.number, hard)
    if wish.kept_off and not reason.strip():
        raise Refusal(
            "name_wants_a_reason",
            Text(
                zh="心愿 {number} 的展示内容里像是写有姓名。确实不是指这个人的，请写明理由再开放。",
                en="The public words of wish {number} seem to hold a name. If they mean nobody, give the reason and open it.",
            ),
            number=wish.number,
        )
    soft = [code for code in wish.tells if code in SOFT]
    if soft and not yes:
        raise Refusal(
            "wants_a_yes",
            Text(
                zh="心愿 {number} 的展示内容{what}。确定要这样开放吗？",
                en="About the public words of wish {number}: {what}. Open it like this?",
            ),
            number=wish.number,
            what=said(soft),
        )
    if wish.kept_off:
        wish.names_allowed = mark_of_names(wish, record)


def open_wishes(
    wishes: Iterable[Wish], *, by: Actor, yes: Container[UUID] = ()
) -> tuple[list[Wish], dict[str, Refusal]]:
    """Opens as many of these as can be; `yes` names those for which it was said. Returns those opened, and by number
    why another was not."""
    return each_that_can(wishes, lambda wish: open_wish(wish, by=by, yes=wish.pk in yes))


def each_that_can(wishes: Iterable[Wish], verb: Callable[[Wish], Wish]) -> tuple[list[Wish], dict[str, Refusal]]:
    """The verb for each of these, one transaction a wish. Returns those done, and by number why another was not."""
    done: list[Wish] = []
    refused: dict[str, Refusal] = {}
    for wish in wishes:
        try:
            done.append(verb(wish))
        except Refusal as refusal:
            refused[wish.number] = refusal
    return done, refused
