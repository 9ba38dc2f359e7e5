"""`wishbridge form --community SLUG`: the statistics form of a campaign or a year as a workbook, as of today or a past day."""

import argparse
import os
from pathlib import Path

from config.embedded import Trouble
from hub.language import Text

from .chosen import chosen_community
from .refusals import as_trouble
from .say import say, say_json
from .session import installation

WRITTEN = Text(zh="已写入 {path}，{rows} 件心愿，截至 {day}。", en="Written: {path}, {rows} wishes, as of {day}.")
MASKED = Text(
    zh="这是脱敏版；要含姓名电话的完整版，加 --full --reason “用途”。",
    en="It is masked; for the full form with names and telephones add --full --reason WHY.",
)
NOT_WRITTEN = Text(
    zh="写不进 {path}：{why}。请换一个位置，如 --output 统计表.xlsx。",
    en="Cannot write {path}: {why}. Choose another place, such as --output form.xlsx.",
)
BY_COMMAND = "命令行导出 / by command"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--community", metavar="SLUG", required=True, help="whose it is")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--campaign", metavar="CAMPAIGN", help="its code, id, or a year for that year's own; else the one that goes on"
    )
    which.add_argument("--year", type=int, metavar="YEAR", help="all campaigns of the year together")
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help="how things stood when this day ended; else today")
    parser.add_argument("--output", type=Path, metavar="FILE", help="else a file in this folder, named after the form")
    parser.add_argument("--full", action="store_true", help="with names, telephones, addresses; else they are masked")
    parser.add_argument("--reason", default="", help="what it is for: goes on the access log; wanted with --full")


def run(arguments: argparse.Namespace) -> int:
    """Write the file. Raises Trouble for a community, campaign, day, reason or place that will not do."""
    wanted = arguments.output.absolute() if arguments.output else None
    folder = Path.cwd()
    with installation(arguments.data, named=True), as_trouble():
        from django_tenants.utils import tenant_context

        from hub.actor import SYSTEM
        from tenants.campaigns.finding import campaign_meant, campaigns_of
        from tenants.forms.statistics.days import day_of_form
        from tenants.forms.statistics.exporting import export_form

        with tenant_context(chosen_community(arguments.community)):
            reason = arguments.reason or ("" if arguments.full else BY_COMMAND)
            of = campaigns_of(arguments.year) if arguments.year else [campaign_meant(arguments.campaign)]
            day = day_of_form(of, arguments.as_of)
            made = export_form(of, day, masked=not arguments.full, reason=reason, by=SYSTEM)
    path = wanted or folder / made.name
    _write(path, made.content)
    if arguments.json:
        say_json({"file": str(path), "rows": made.rows, "as_of": str(day), "masked": not arguments.full})
    else:
        say(WRITTEN.format(path=path, rows=made.rows, day=day))
        if not arguments.full:
            say(MASKED)
    return 0


def _write(path: Path, content: bytes) -> None:
    """For the owner alone: a full form holds residents' data."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise Trouble("file_not_written", NOT_WRITTEN.format(path=path, why=error.strerror or str(error))) from error
