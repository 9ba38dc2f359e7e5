"""Blank registers to fill in: what an office uploads that has no form of its own."""

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from tenants.forms.tables.columns import Kind
from tenants.forms.workbooks import put_header, put_text, to_bytes
from tenants.people.categories import CATEGORIES

_ROWS = 300
_COLUMNS: dict[Kind, tuple[str, ...]] = {
    "wishes": (
        "序号", "姓名", "性别", "年龄", "困难类别", "家庭住址", "联系电话",
        "微心愿内容", "数量", "预算（元）", "需要日期", "征集人", "征集时间", "备注",
    ),
    "members": ("序号", "姓名", "性别", "出生年月", "工作单位", "所在支部", "手机号码", "特长", "备注"),
}  # fmt: skip
_TITLE: dict[Kind, str] = {"wishes": "微心愿征集登记表", "members": "在职党员信息表"}
_NOTES: dict[Kind, tuple[str, ...]] = {
    "wishes": (
        "一行一个心愿；同一个人有几个心愿，就写几行。",
        "姓名、微心愿内容必须填写，其余可以在核查时补。",
        "困难类别可以写几个，用顿号隔开：" + "、".join(text.zh for text in CATEGORIES.values()) + "。",
        "未满 14 岁的，联系电话写监护人的，备注写“监护人：奶奶马玉兰”。",
        "需要日期只在赶日子时写，如 2026-12-24；不赶日子就空着。",
        "固定电话写上区号。不要填写身份证号。",
    ),
    "members": (
        "一行一位党员；姓名必须填写，手机号码用来登录，一人一个。",
        "所在支部写全称，同一个支部写法要一样；新的支部会自动建立。",
    ),
}


def blank_register(kind: Kind) -> bytes:
    """An .xlsx with title, header, lists to choose from, and a sheet that says how to fill it in."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "登记表" if kind == "wishes" else "党员信息"
    columns = _COLUMNS[kind]
    put_text(sheet, 1, 1, _TITLE[kind]).font = Font(bold=True, size=14)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    put_header(sheet, 2, columns)
    sheet.freeze_panes = "C3"
    for column, name in enumerate(columns, start=1):
        letter = sheet.cell(2, column).column_letter
        if name == "性别":
            choice = DataValidation(type="list", formula1='"男,女"', allow_blank=True)
            sheet.add_data_validation(choice)
            choice.add(f"{letter}3:{letter}{_ROWS}")
        if name in ("联系电话", "手机号码", "征集时间", "需要日期", "出生年月"):
            # As text, so that no program turns a number into 1.39E+10 or a day into another one.
            for row in range(3, _ROWS + 1):
                sheet.cell(row, column).number_format = "@"
    notes = book.create_sheet("填表说明")
    notes.column_dimensions["A"].width = 90
    for row, note in enumerate(_NOTES[kind], start=1):
        put_text(notes, row, 1, f"{row}. {note}")
    return to_bytes(book)
