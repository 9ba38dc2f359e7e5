"""How to reach a community's office, for the pages that stand without the application."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from hub.communities.models import Community
from hub.communities.profile import contact_of
from hub.language import Text

TELEPHONE = Text(zh="电话", en="Telephone")
ADDRESS = Text(zh="地址", en="Address")
HOURS = Text(zh="办公时间", en="Hours")


def contact_lines(community: Community | None) -> list[SafeString]:
    """Telephone (a link that calls it), address and hours, each where it is known."""
    if community is None:
        return []
    contact = contact_of(community)
    lines = []
    if telephone := contact["telephone"]:
        dial = contact["dial"]
        lines.append(_line(TELEPHONE, format_html('<a href="tel:{}">{}</a>', dial, telephone) if dial else telephone))
    shown = ((ADDRESS, contact["address"]), (HOURS, contact["hours"]))
    return lines + [_line(label, text) for label, text in shown if text]


def _line(label: Text, text: str) -> SafeString:
    return format_html('<b>{} <span lang="en">{}</span></b> {}', label.zh, label.en, text)
