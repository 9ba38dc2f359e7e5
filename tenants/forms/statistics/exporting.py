"""Taking the form out of the house: on the access log, with the reason (domain.md, Privacy rules)."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from tenants.campaigns.finding import Covered, covered
from tenants.campaigns.models import Campaign
from tenants.forms.statistics.columns import PERSONAL
from tenants.forms.statistics.form import statistics_form
from tenants.forms.statistics.workbook import workbook_of

NAME = Text(
    zh="{community}-{of}微心愿征集认领统计表-截至{day}-{which}.xlsx",
    en="{community}-micro-wishes-{of}-as-of-{day}-{which}.xlsx",
)
OF_A_YEAR = Text(zh="{year}年", en="{year}")
OF_A_WHOLE_YEAR = Text(zh="{year}年全年", en="{year}-whole-year")
OF_AN_OCCASION = Text(zh="{year}年-{title}-", en="{year}-{title}")
NOT_IN_A_FILES_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
WHICH = {True: Text(zh="脱敏", en="masked"), False: Text(zh="完整", en="full")}


@dataclass(frozen=True)
class Exported:
    """The workbook, and what its file should be called. `rows` is the number of wishes in it."""

    name: str
    content: bytes
    rows: int


def export_form(of: Covered, day: datetime.date, *, masked: bool, reason: str, by: Actor) -> Exported:
    """The form of a campaign, or of a year's campaigns together, as .xlsx, masked or in full. Raises `Refusal` (400)
    without a reason.

    Both are written to the access log in the transaction that reads: what could not be logged does not go out.
    """
    if not reason.strip():
        raise Refusal(
            "reason_missing",
            Text(zh="请写明导出的用途。", en="Say what the form is exported for."),
            status=400,
            field="reason",
        )
    with transaction.atomic():
        form = statistics_form(of, day, masked=masked, filled_in_by=by.name if by.account_id else "")
        campaigns = covered(of)
        record_access(
            by,
            subject="statistics_form",
            subject_id=campaigns[0].pk,
            subjects=[each.pk for each in campaigns] if len(campaigns) > 1 else (),
            fields=["masked"] if masked else PERSONAL,
            reason=reason.strip(),
        )
    named = NAME.format(community=form.community, of=_named(campaigns), day=form.day, which=WHICH[masked])
    return Exported(str(named), workbook_of(form), len(form.rows))


def _named(campaigns: Sequence[Campaign]) -> Text:
    first = campaigns[0]
    if len(campaigns) > 1:
        return OF_A_WHOLE_YEAR.format(year=first.year)
    if first.yearly:
        return OF_A_YEAR.format(year=first.year)
    return OF_AN_OCCASION.format(year=first.year, title=NOT_IN_A_FILES_NAME.sub(" ", first.title).strip()[:40])
