"""Taking the form out of the house: on the access log, with the reason (domain.md, Privacy rules)."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from hub.actor import Actor
from hub.language import Text
from hub.privacy.access import record_access
from hub.refusal import Refusal
from tenants.campaigns.models import Campaign
from tenants.forms.statistics.columns import PERSONAL
from tenants.forms.statistics.form import statistics_form
from tenants.forms.statistics.workbook import workbook_of

NAME = Text(
    zh="{community}-{year}年微心愿征集认领统计表-截至{day}-{which}.xlsx",
    en="{community}-micro-wishes-{year}-as-of-{day}-{which}.xlsx",
)
WHICH = {True: Text(zh="脱敏", en="masked"), False: Text(zh="完整", en="full")}


@dataclass(frozen=True)
class Exported:
    """The workbook, and what its file should be called. `rows` is the number of wishes in it."""

    name: str
    content: bytes
    rows: int


def export_form(campaign: Campaign, day: datetime.date, *, masked: bool, reason: str, by: Actor) -> Exported:
    """The form as .xlsx, masked or in full. Raises `Refusal` (400) without a reason.

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
        form = statistics_form(campaign, day, masked=masked, filled_in_by=by.name if by.account_id else "")
        record_access(
            by,
            subject="statistics_form",
            subject_id=campaign.pk,
            fields=["masked"] if masked else PERSONAL,
            reason=reason.strip(),
        )
    named = NAME.format(community=form.community, year=form.year, day=form.day, which=WHICH[masked])
    return Exported(str(named), workbook_of(form), len(form.rows))
