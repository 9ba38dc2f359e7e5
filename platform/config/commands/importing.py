"""`wishbridge import wishes|members FILE --community SLUG`: what the import page does, for whoever has a terminal."""

import argparse
from pathlib import Path
from typing import Any

from hub.language import Text

from .chosen import chosen_community
from .options import add_common_options
from .refusals import as_trouble
from .say import say, say_json
from .session import installation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="wishes|members")
    for kind in ("wishes", "members"):
        one = kinds.add_parser(kind, help=f"a workbook (.xlsx, .xls, .csv) of {kind}")
        add_common_options(one)
        one.add_argument("file", type=Path, help="the workbook")
        one.add_argument("--community", metavar="SLUG", required=True, help="whose it is")
        one.add_argument("--check", action="store_true", help="only tell what would come of it; write nothing")
        one.set_defaults(campaign=None)
        if kind == "wishes":
            one.add_argument(
                "--campaign",
                metavar="CAMPAIGN",
                help="its code, id, or a year for that year's own; else the one that goes on",
            )


def run(arguments: argparse.Namespace) -> int:
    """Check the file, and import it unless --check. Raises Trouble with the sentence of what refuses the file."""
    file = arguments.file.absolute()
    with installation(arguments.data, named=True), as_trouble():
        from django_tenants.utils import tenant_context

        from tenants.forms.command import import_file

        with tenant_context(chosen_community(arguments.community)):
            report = import_file(file, arguments.kind, into=arguments.campaign, check=arguments.check)
    if arguments.json:
        say_json(report)
    else:
        _tell(report, checked_only=arguments.check)
    return 0


def _tell(report: dict[str, Any], *, checked_only: bool) -> None:
    for row in report["rows"]:
        remarks = ", ".join([*row["reasons"], *row["warnings"]])
        if remarks or row["outcome"] != "ready":
            print(f"{row['serial']!s:>5}  {row['outcome']:<10} {remarks}")
    counts = ", ".join(f"{outcome} {count}" for outcome, count in report["counts"].items()) or "0"
    if checked_only:
        say(Text(zh=f"检查结果：{counts}。没有写入任何数据。", en=f"Checked: {counts}. Nothing was written."))
    else:
        say(
            Text(
                zh=f"已导入 {report['imported']} 行（{counts}）。", en=f"Imported {report['imported']} rows ({counts})."
            )
        )
