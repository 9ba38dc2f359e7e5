"""Region codes of the People's Republic: 12 digits, of which every prefix names a larger region.

Province 2, city 2, county 2, town 3, community 3 (GB/T 2260 and the National Bureau of Statistics' codes).
"""

import re

from hub.language import Text
from hub.refusal import Refusal

LEVELS: tuple[int, ...] = (2, 4, 6, 9, 12)
"""Lengths of the prefixes: province, city, county, town, community."""

PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]")

NOT_TWELVE_DIGITS = Text(
    zh="行政区划代码“{given}”不对：应为 12 位数字，例如 630222100001。",
    en="The region code “{given}” is wrong: it has 12 digits, like 630222100001.",
)
NO_SUCH_PROVINCE = Text(
    zh="行政区划代码“{given}”不对：没有以 {province} 开头的省级区划。",
    en="The region code “{given}” is wrong: no province has a code that begins with {province}.",
)


def prefixes(code: str) -> list[str]:
    """The code's own prefixes, province first, itself last."""
    return [code[:length] for length in LEVELS if length <= len(code)]


def checked_region_code(code: str) -> str:
    """The code without blanks. Raises Refusal when it cannot be the code of a community."""
    code = re.sub(r"\s", "", code)
    if not re.fullmatch(r"[0-9]{12}", code):
        raise Refusal("region_code_invalid", NOT_TWELVE_DIGITS, status=400, field="region_code", given=code)
    if not PROVINCES.fullmatch(code[:2]):
        raise Refusal(
            "region_code_invalid", NO_SUCH_PROVINCE, status=400, field="region_code", given=code, province=code[:2]
        )
    return code


def can_be_a_region(prefix: str) -> bool:
    """Whether a prefix begins with a province's code: such a region may come to this installation some day."""
    return bool(PROVINCES.fullmatch(prefix[:2]))


def is_known_region(prefix: str) -> bool:
    """Whether a prefix names a region of this installation; before its first community, one that can be."""
    from hub.communities.models import Community, Region

    if not Community.objects.exists():
        return can_be_a_region(prefix)
    return (
        Region.objects.filter(code=prefix).exists() or Community.objects.filter(region_code__startswith=prefix).exists()
    )
