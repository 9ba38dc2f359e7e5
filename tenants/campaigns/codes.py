"""The code of a campaign: what the numbers of its wishes begin with, unique in the community for ever."""

import re

from django.db import IntegrityError

from hub.communities.current import current
from hub.language import Text
from hub.pinyin import initials
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign

CODE = re.compile(r"[A-Z]{1,5}[0-9]{2}[A-Z]{0,4}")
"""What a code looks like: letters, the year, and for an occasion letters after it."""


def checked_code(code: str) -> str:
    """The code in capitals. Raises `Refusal` (400) for what cannot be said aloud as the beginning of a number."""
    code = code.strip().upper()
    if not CODE.fullmatch(code):
        raise Refusal(
            "code_unfit",
            Text(
                zh="编号前缀用 1 到 5 个字母加两位年份，专项活动后面可再加字母，例如 HH26 或 HH26C。",
                en="A code is 1 to 5 letters and the year's two digits; an occasion adds letters: HH26, HH26C.",
            ),
            status=400,
            field="prefix",
        )
    return code


def free_code(year: int, title: str, *, yearly: bool) -> str:
    """The code that a campaign gets where nobody names one: no other has or had it."""
    name = current().name
    for ending in ("社区", "村委会", "居委会", "村"):
        name = name.removesuffix(ending)
    letters = re.sub("[^A-Z]", "", initials(name).upper())
    stem = f"{(letters or 'W')[:4]}{year % 100:02d}"
    given = set(Campaign.objects.filter(prefix__startswith=stem).values_list("prefix", flat=True))
    # An occasion's letter is one of its name, so that HH26C is heard as 春节; else the first that is free.
    said = re.sub("[^A-Z]", "", initials(title).upper())
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    tries = [*([stem] if yearly else []), *(stem + letter for letter in [*said, *alphabet])]
    tries += [stem + one + two for one in said[:1] or "A" for two in alphabet]
    return next((each for each in tries if each not in given), tries[-1])


def taken(error: IntegrityError, campaign: Campaign) -> Refusal:
    """What is told when the year has its own campaign already, or another campaign has the code."""
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    # Of two that make the year's own in one moment the later one may meet the code's key first.
    own = Campaign.objects.filter(year=campaign.year, yearly=True).exclude(pk=campaign.pk)
    if constraint == "one_campaign_is_the_years_own" or (campaign.yearly and own.exists()):
        return Refusal(
            "campaign_exists",
            Text(zh="{year} 年度的活动已经有了。", en="There is a campaign for {year} already."),
            field="year",
            year=campaign.year,
        )
    return Refusal(
        "code_taken",
        Text(
            zh="编号前缀 {prefix} 已经有活动在用，请换一个。",
            en="Another campaign has the code {prefix}: choose another one.",
        ),
        field="prefix",
        prefix=campaign.prefix,
    )
