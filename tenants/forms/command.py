"""What the command `wishbridge import` does, inside a community's block."""

import datetime
from pathlib import Path
from typing import Any

from hub.actor import SYSTEM, Actor
from hub.clock import today
from hub.language import Text
from hub.refusal import Refusal
from tenants.campaigns.finding import campaign_for_new, going_on
from tenants.campaigns.making import YEARS
from tenants.campaigns.models import Campaign
from tenants.forms.batches import check_import
from tenants.forms.checking import check_file
from tenants.forms.confirming import confirm_import
from tenants.forms.reading import limits
from tenants.forms.report import report
from tenants.forms.tables.columns import Kind


def import_file(
    path: Path, kind: Kind, *, into: object = None, check: bool = False, by: Actor = SYSTEM
) -> dict[str, Any]:
    """Checks a file, and confirms it unless `check`; returns the report of `report.report`.

    A confirmed import's report has `batch` (its identifier) and `imported` (how many came in) beside. With `check`
    nothing is written at all, so that a year need not be started yet: it is judged by the policy's defaults.
    `into` names the campaign (its id or code, or a year for that year's own); without it the only one that is not closed
    is meant.
    Raises Refusal: file_not_found, those of reading, no_campaign, campaign_closed.
    """
    campaign = None
    if kind == "wishes":
        campaign = _unstarted(into) if check else None
        campaign = campaign or (campaign_for_new(into) if into or going_on().exists() else None)
    data = _content(path)
    if check:
        return report(check_file(data, kind, campaign).rows, kind)
    batch = check_import(data, kind=kind, file_name=path.name, campaign=campaign, by=by)
    batch = confirm_import(batch, by=by)
    return {"batch": str(batch.pk), "imported": batch.imported, **report(batch.rows, kind)}


def _unstarted(named: object) -> Campaign | None:
    """A campaign of defaults, not stored, for a check before the year begins; None where there is one to check against."""
    if named is None:
        return None if going_on().exists() else _of_defaults(today().year)
    text = str(named)
    if not (text.isascii() and text.isdigit() and int(text) in YEARS):
        return None
    return None if Campaign.objects.filter(year=int(text), yearly=True).exists() else _of_defaults(int(text))


def _of_defaults(year: int) -> Campaign:
    return Campaign(year=year, first_day=datetime.date(year, 1, 1), last_day=datetime.date(year, 12, 31))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.MAX_FILE_BYTES + 1)
    except OSError as error:
        raise Refusal(
            "file_not_found",
            Text(zh="读不到文件 {path}：{why}", en="Cannot read the file {path}: {why}"),
            status=400,
            field="file",
            path=str(path),
            why=error.strerror or str(error),
        ) from error
