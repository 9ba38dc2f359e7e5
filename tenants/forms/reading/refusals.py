"""What a person reads when a file is refused: what happened, and what to do next."""

from hub.language import Text
from hub.refusal import Refusal

TEXTS = {
    "empty_file": Text(
        zh="这个文件是空的。请选择有内容的表格。",
        en="The file is empty. Choose one with content.",
    ),
    "file_too_large": Text(
        zh="文件超过 {limit} MB。请删去图片和用不到的工作表，或分成几个文件上传。",
        en="The file is larger than {limit} MB. Remove pictures and unused sheets, or split it into several files.",
    ),
    "not_a_workbook": Text(
        zh="这不是可以读取的表格。请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再上传。",
        en="This is not a workbook we can read. Open it in Excel or WPS and save it as an Excel workbook (.xlsx).",
    ),
    "damaged": Text(
        zh="文件已损坏或内容不规范，无法读取。请用 Excel 或 WPS 打开它，另存一份 .xlsx 再上传。",
        en="The file is damaged or malformed. Open it in Excel or WPS, save a fresh .xlsx and upload that.",
    ),
    "encrypted": Text(
        zh="这个文件加了密码，无法读取。请在 Excel 或 WPS 里取消打开密码，保存后再上传。",
        en="The file is protected by a password. Remove the password in Excel or WPS, save it, and upload it again.",
    ),
    "macros": Text(
        zh="这个文件带有宏，为安全起见不读取。请另存为不带宏的“Excel 工作簿（.xlsx）”再上传。",
        en="The file contains macros and is not opened, for safety. Save it as a workbook without macros (.xlsx).",
    ),
    "unpacks_too_large": Text(
        zh="文件展开后超过 {limit} MB。请把表格内容复制到新的工作簿（只粘贴数值），再上传新的文件。",
        en="The file unpacks to more than {limit} MB. Copy the table into a new workbook (values only) and upload that.",
    ),
    "too_many_cells": Text(
        zh="工作表铺得太大（内容一直到第 {row} 行、第 {column} 列）。请删去远处的多余单元格，或把表格复制到新的工作簿。",
        en="The sheet spreads too far (content up to row {row}, column {column}). "
        "Delete the stray cells, or copy the table into a new workbook.",
    ),
    "too_many_rows": Text(
        zh="超过 {limit} 行。请分成几个文件，逐个上传。",
        en="More than {limit} rows. Split the file and upload the parts one by one.",
    ),
    "cell_too_long": Text(
        zh="有一个单元格的内容超过 {limit} 个字。请缩短它再上传。",
        en="One cell holds more than {limit} characters. Shorten it and upload the file again.",
    ),
    "stray_quote": Text(
        zh="第 {row} 行有一个多余的双引号，把这一行的列弄乱了。请删去它，或另存为 .xlsx 再上传。",
        en="A stray quotation mark in line {row} mixes up its columns. Remove it, or save the file as .xlsx.",
    ),
    "too_heavy": Text(
        zh="读取这个文件要占用太多内存或时间，已停止。请把表格内容复制到新的工作簿（只粘贴数值），再上传新的文件。",
        en="Reading this file takes too much memory or time, so it was stopped. "
        "Copy the table into a new workbook (values only) and upload that.",
    ),
    "no_table": Text(
        zh="没有找到表头。表里要有一行列名，其中有 {wanted}。可以下载空白模板对照。",
        en="No header was found. One row must name the columns, among them {wanted}. The blank template shows how.",
    ),
    "looks_like_wishes": Text(
        zh="这像是微心愿登记表，不是党员名册。请改选“心愿”再上传。",
        en="This looks like a register of wishes, not of members. Choose “wishes” and upload it again.",
    ),
    "looks_like_members": Text(
        zh="这像是党员名册，不是微心愿登记表。请改选“党员”再上传。",
        en="This looks like a register of members, not of wishes. Choose “members” and upload it again.",
    ),
    "no_rows": Text(
        zh="找到了表头，但下面一行内容都没有。",
        en="The header is there, but not a single row below it.",
    ),
}

_STATUS = {"file_too_large": 413}


def refusal(code: str, **params: object) -> Refusal:
    """The refusal of a file, to be raised. HTTP 422, or 413 for one that is too large."""
    return Refusal(code, TEXTS[code], status=_STATUS.get(code, 422), field="file", **params)
