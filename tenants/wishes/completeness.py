"""What a wish still lacks before it can be verified. A wish with something missing is kept and waits."""

from collections.abc import Callable, Mapping, Sequence

from hub.language import Text
from hub.privacy.identity import IDENTITY_REMOVED
from hub.refusal import Refusal
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish

SENTENCES: Mapping[str, Text] = {
    "phone_missing": Text(zh="缺联系电话", en="telephone missing"),
    "phone_invalid": Text(zh="联系电话不对", en="telephone unusable"),
    "age_missing": Text(zh="缺年龄", en="age missing"),
    "age_unreadable": Text(zh="年龄无法识别", en="age unreadable"),
    "month_doubtful": Text(zh="出生月份待核对", en="month of birth to be checked"),
    "date_ahead": Text(zh="征集日期待核对", en="day of the survey to be checked"),
    "date_old": Text(zh="征集日期待核对", en="day of the survey to be checked"),
    "guardian_missing": Text(zh="缺监护人", en="guardian missing"),
    "date_missing": Text(zh="缺征集日期", en="day of the survey missing"),
    "date_unreadable": Text(zh="征集日期无法识别", en="day of the survey unreadable"),
    "needed_by_unclear": Text(zh="何时需要无法识别", en="day by which it is needed unreadable"),
    "needed_by_over": Text(zh="需要的日子已过", en="day by which it is needed is over"),
    "category_missing": Text(zh="缺困难类别", en="category missing"),
    "item_unsure": Text(
        zh="心愿里的身份证号已删除，待改写", en="wish to be written anew: an identity-card number was taken out"
    ),
    "category_unknown": Text(zh="困难类别无法识别", en="category unknown"),
}

_LACKS: tuple[tuple[str, tuple[str, ...], Callable[[Wish, Beneficiary], bool]], ...] = (
    ("phone_missing", ("phone_invalid",), lambda wish, person: not person.phone and not person.without_phone),
    ("age_missing", ("age_unreadable", "month_doubtful"), lambda wish, person: person.age is None),
    ("guardian_missing", (), lambda wish, person: person.is_child and not person.guardian_name),
    ("date_missing", ("date_unreadable", "date_ahead", "date_old"), lambda wish, person: wish.collected_on is None),
    # No wish needs such a day; where one was written that nobody can use, somebody says which it is, or that there is none.
    (
        "needed_by_unclear",
        ("needed_by_over",),
        lambda wish, person: wish.needed_by is None and _asked_for_its_day(wish),
    ),
    ("category_missing", ("category_unknown",), lambda wish, person: not person.categories),
    ("item_unsure", (), lambda wish, person: IDENTITY_REMOVED in wish.item),
)


NEEDED_BY_ASKED = frozenset({"needed_by_unclear", "needed_by_over"})


def _asked_for_its_day(wish: Wish) -> bool:
    return not NEEDED_BY_ASKED.isdisjoint(wish.missing)


def what_is_missing(wish: Wish, person: Beneficiary) -> list[str]:
    """The codes (keys of `SENTENCES`) of what this wish lacks now, in the order in which staff ask for it.

    A more telling code that the import gave (“unreadable” instead of “missing”) stays while the lack does.
    """
    found = []
    for code, telling, lacks in _LACKS:
        if lacks(wish, person):
            found.append(next((known for known in telling if known in wish.missing), code))
    return found


TO_VERIFY = Text(
    zh="心愿 {number} 还不能核查：{zh}。请先补充完整。",
    en="Wish {number} cannot be verified yet: {en}. Complete it first.",
)
TO_OPEN = Text(
    zh="心愿 {number} 还不能开放：{zh}。请先补充完整。",
    en="Wish {number} cannot be opened yet: {en}. Complete it first.",
)


def demand_complete(wish: Wish, missing: Sequence[str], sentence: Text = TO_VERIFY) -> None:
    """Raises `Refusal` (409) that names what is missing, when anything is."""
    if missing:
        raise Refusal(
            "incomplete",
            sentence,
            number=wish.number,
            zh="、".join(SENTENCES[code].zh for code in missing),
            en=", ".join(SENTENCES[code].en for code in missing),
        )
