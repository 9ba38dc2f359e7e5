"""The district's table as a workbook: figures with their denominators, no resident."""

import io
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hub.language import Text
from hub.rollups.rates import RATES

COLUMNS: tuple[tuple[str, Text], ...] = (
    ("in_pool", Text(zh="入库", en="In the pool")),
    ("claimed", Text(zh="已认领", en="Claimed")),
    ("fulfilled", Text(zh="已办结", en="Fulfilled")),
    ("by_backstop", Text(zh="其中兜底", en="of these by backstop")),
    ("on_time", Text(zh="按期送达", en="On time")),
    ("followed_up", Text(zh="已回访", en="Followed up")),
    ("satisfied", Text(zh="满意", en="Satisfied")),
    ("overdue", Text(zh="认领逾期", en="Overdue claims")),
    ("late_open", Text(zh="待认领过久", en="Open too long")),
    ("late_collected", Text(zh="待核查过久", en="Unverified too long")),
    ("late_verified", Text(zh="待评估过久", en="Unassessed too long")),
    ("late_delivered", Text(zh="送达未确认", en="Delivered, not confirmed")),
    ("members", Text(zh="党员", en="Members")),
)
PLACE = Text(zh="地区", en="Region")
CODE = Text(zh="行政区划代码", en="Region code")
TOTAL = Text(zh="合计", en="Total")
HEAD = Text(zh="{name} {year} 年微心愿", en="{name}: micro-wishes {year}")


def workbook_of(answer: Mapping[str, Any]) -> bytes:
    """The rows of a district's answer and their sum as .xlsx; rates are formulas over the cells of their own row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = str(answer["year"])
    sheet.append([str(HEAD.format(name=answer["name"], year=answer["year"]))])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([str(CODE), str(PLACE), *(str(text) for _, text in COLUMNS), *(str(rate.name) for rate in RATES)])
    at = {name: get_column_letter(number) for number, (name, _) in enumerate(COLUMNS, 3)}
    rows = [(row["code"], row["name"], row["counts"]) for row in answer["children"]]
    for code, name, counts in [*rows, ("", str(TOTAL), answer["counts"])]:
        line = sheet.max_row + 1
        rates = [
            f'=IF({at[rate.denominator]}{line}=0,"",{at[rate.numerator]}{line}/{at[rate.denominator]}{line})'
            for rate in RATES
        ]
        sheet.append([code, name, *(counts[key] for key, _ in COLUMNS), *rates])
        for number in range(len(RATES)):
            sheet.cell(line, 3 + len(COLUMNS) + number).number_format = "0.0%"
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 22
    sheet.freeze_panes = "C3"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
