"""How to reach a community's office, for the pages that stand without the application."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

from hub.communities.models import Community
from hub.language import Text

TELEPHONE = Text(zh="电话", en="Telephone")
ADDRESS = Text(zh="地址", en="Address")
HOURS = Text(zh="办公时间", en="Hours")


def contact_lines(community: Community | None) -> list[SafeString]:
    """Telephone (a link that calls it), address and hours, each where it is known."""
    telephone, address, hours = (getattr(community, name, "") for name in ("telephone", "address", "hours"))
    lines = []
    if telephone:
        first = re.match(r"[\d+() -]+", telephone)
        number = re.sub(r"[^\d+]", "", first.group()) if first else ""
        said = format_html('<a href="tel:{}">{}</a>', number, telephone) if number else telephone
        lines.append(_line(TELEPHONE, said))
    lines += [_line(label, text) for label, text in ((ADDRESS, address), (HOURS, hours)) if text]
    return lines


def _line(label: Text, text: str) -> SafeString:
    return format_html('<b>{} <span lang="en">{}</span></b> {}', label.zh, label.en, text)
