"""What keeps a wish from being opened, looked at before anybody tries (domain.md, Balancing and Privacy rules)."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from hub.language import Text
from tenants.people.consents import may_be_shown, standing_still
from tenants.wishes.completeness import SENTENCES as LACKS
from tenants.wishes.completeness import what_is_missing
from tenants.wishes.models import Wish
from tenants.wishes.needed_days import has_passed
from tenants.wishes.telling import HARD
from tenants.wishes.telling import SENTENCES as TELLS

STANDS_STILL, NOT_SHOWN, DAY_IS_OVER = "consent_withdrawn", "no_consent_to_show", "needed_by_passed"

_WHY: Mapping[str, Text] = {
    STANDS_STILL: Text(zh="本人已撤回征集登记的同意", en="the consent to collecting is withdrawn"),
    NOT_SHOWN: Text(zh="没有展示同意", en="no consent to showing it"),
    DAY_IS_OVER: Text(zh="需要的日子已过", en="the day by which it was needed is over"),
}


def what_keeps(wishes: Iterable[Wish]) -> dict[UUID, list[str]]:
    """Wish → codes of why it cannot be opened, for those of these that cannot. Takes wishes with their beneficiaries."""
    several = list(wishes)
    people = {wish.beneficiary_id for wish in several}
    still = set(standing_still().filter(beneficiary__in=people))
    shown = set(may_be_shown().filter(beneficiary__in=people))
    found = {}
    for wish in several:
        codes = [STANDS_STILL] if wish.beneficiary_id in still else []
        if not codes and wish.beneficiary_id not in shown:
            codes.append(NOT_SHOWN)
        codes += what_is_missing(wish, wish.beneficiary)
        if wish.kept_off:
            codes += [code for code in wish.tells if code in HARD]
        if has_passed(wish):
            codes.append(DAY_IS_OVER)
        if codes:
            found[wish.pk] = codes
    return found


def said(codes: Sequence[str]) -> list[Text]:
    """The sentences of these codes."""
    return [_WHY.get(code) or LACKS.get(code) or TELLS.get(code) or Text(code, code) for code in codes]
