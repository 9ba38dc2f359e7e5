"""What the check page says beside a cell: reasons and warnings, each with a code, a field and a sentence."""

import dataclasses
from typing import Any

from hub.language import Text

TEXTS: dict[str, Text] = {
    # Why a row is rejected
    "name_missing": Text(zh="没有姓名，补上才能导入", en="No name: it cannot be imported without one"),
    "name_unclear": Text(
        zh="“{text}”不像是一个人的姓名，改好才能导入",
        en="“{text}” is not one person's name: it cannot be imported before it is corrected",
    ),
    "name_too_long": Text(zh="姓名太长，最多 40 个字", en="The name is too long: at most 40 characters"),
    "wish_missing": Text(zh="没有写心愿，补上才能导入", en="No wish: it cannot be imported without one"),
    "wish_too_long": Text(
        zh="心愿太长，最多 120 个字，其余写到备注", en="The wish is too long: at most 120 characters, the rest into the remarks"
    ),
    # What a row lacks that is kept and waits for somebody to complete it
    "phone_missing": Text(zh="没有联系电话，填上或留待核查时补", en="No telephone: fill it in, or leave it to the verification"),
    "phone_invalid": Text(
        zh="不是可用的号码，改好或留待核查时补", en="Not a usable number: correct it, or leave it to the verification"
    ),
    "phone_short": Text(
        zh="少 {count} 位，改好或留待核查时补", en="{count} digits short: correct it, or leave it to the verification"
    ),
    "phone_taken": Text(
        zh="与{place}“{name}”的号码相同，请核对", en="The same number as “{name}” in {place}: check which is right"
    ),
    "phone_taken_before": Text(
        zh="这个号码已登记给另一位党员，请核对", en="This number is on record for another member: check which is right"
    ),
    "age_missing": Text(zh="没有年龄，填上或留待核查时补", en="No age: fill it in, or leave it to the verification"),
    "age_unreadable": Text(zh="要一个数字", en="A number is wanted"),
    "guardian_missing": Text(
        zh="未满 14 岁，要有监护人（写成“监护人：姓名”）", en="Under 14: a guardian is wanted (written as “监护人:name”)"
    ),
    "guardian_no_name": Text(
        zh="“{text}”里没有看出监护人的姓名，请填姓名（原来写的会保留）",
        en="“{text}” does not name a guardian: fill in the name (what was written is kept)",
    ),
    "guardian_telephone_only": Text(
        zh="备注里只有监护人电话 {phone}，没有姓名，请补上", en="The remarks give a guardian's telephone ({phone}) but no name: add it"
    ),
    "date_missing": Text(zh="没有征集日期，填上或以后补", en="No day of collection: fill it in now or later"),
    "date_unreadable": Text(zh="写成 {year}-03-15 这样", en="Write it like {year}-03-15"),
    "date_missing_everywhere": Text(
        zh="整张表没有征集日期，在上面填一次即可", en="The whole list has no day of collecting: say it once above"
    ),
    "date_ahead": Text(zh="{day} 还没有到，请核对", en="{day} lies ahead: check it"),
    "date_old": Text(
        zh="{day} 早了一年以上，请核对；确实是这一天，在上面确认一次", en="{day} is more than a year back: check it, or confirm it above"
    ),
    "needed_by_unclear": Text(
        zh="看不出是哪一天要用，写成 {year}-12-24 这样；不限日子就清空",
        en="No single day: write it like {year}-12-24, or empty it where there is none",
    ),
    "needed_by_over": Text(
        zh="{day} 已经过了，请写明是哪一天要用；不限日子就清空",
        en="{day} is over: write the day by which it is needed, or empty it where there is none",
    ),
    "month_doubtful": Text(
        zh="是 1 月还是 10 月？请写成 {year}-01 或 {year}-10", en="January or October? Write {year}-01 or {year}-10"
    ),
    "error_value_wanted": Text(
        zh="这一格是出错的公式（{text}），请填上实际内容", en="A formula that failed ({text}): fill in what is meant"
    ),
    "person_differs_address": Text(
        zh="同一个人已登记的住址是“{known}”，要改成这一行的吗？", en="The address on record is “{known}”: change it to this row's?"
    ),
    "person_differs_guardian": Text(
        zh="同一个人已登记的监护人是“{known}”，要改成这一行的吗？", en="The guardian on record is “{known}”: change it to this row's?"
    ),
    "person_differs_sex": Text(zh="与已登记的性别不同，要改成这一行的吗？", en="Not the sex on record: change it to this row's?"),
    "person_differs_age": Text(
        zh="同一个人已登记的年龄是 {known}，要改成这一行的吗？", en="This person's age on record is {known}: change it to this row's?"
    ),
    "same_wish_perhaps": Text(
        zh="{place}同一个人已有“{item}”，是同一个心愿吗？", en="{place}: the same person has “{item}” already. Is it the same wish?"
    ),
    "item_unsure": Text(
        zh="这里写有身份证号，系统不保存，已删除；请把心愿改写完整",
        en="An identity-card number stood here and was taken out: write the wish anew",
    ),
    "category_missing": Text(zh="没有困难类别，选一个", en="No category: choose one"),
    "category_unknown": Text(zh="无法识别的类别，请选一个", en="An unknown category: choose one"),
    "branch_missing": Text(zh="没有所在支部，填上或以后补", en="No branch: fill it in now or later"),
    # Why a row is not imported: it is there already
    "same_person_and_wish": Text(
        zh="与{place}是同一个人、同一个心愿", en="The same person and wish as {place}"
    ),
    "same_person_and_wish_before": Text(
        zh="与已登记的 {number} 是同一个人、同一个心愿", en="The same person and wish as {number}, which is on record"
    ),
    "same_person": Text(zh="与{place}是同一个人", en="The same person as {place}"),
    "same_person_before": Text(zh="这位党员已经登记", en="This member is on record already"),
    "already_imported": Text(zh="这一行以前导入过", en="This row was imported before"),
    # Warnings beside a row
    "guardians_several": Text(
        zh="写了几位监护人，先登记“{name}”；“{others}”留在备注里",
        en="Several guardians: “{name}” is put on record, “{others}” stays in the remarks",
    ),
    "category_word_unknown": Text(
        zh="“{words}”无法识别，已留在备注里；要算作哪一类，请从列表中选",
        en="“{words}” is not known and stays in the remarks: choose a category from the list if it is one",
    ),
    "error_value": Text(zh="这一格是出错的公式（{text}），按没有填处理", en="A formula that failed ({text}): taken as not given"),
    "month_unclear": Text(
        zh="出生月份看不出是 1 月还是 10 月，先不登记；请写成 {year}-01 或 {year}-10",
        en="January or October? Not put on record: write {year}-01 or {year}-10",
    ),
    "budget_over_limit": Text(zh="超过本年度每个心愿 {limit} 元的上限", en="Over this year's limit of {limit} yuan a wish"),
    "budget_unreadable": Text(zh="看不出金额，按未填处理", en="Not an amount: taken as not given"),
    "quantity_unreadable": Text(
        zh="“{text}”看不出是几件，先按 1 件登记", en="“{text}” names no number of pieces: taken as 1"
    ),
    "identity_taken_out": Text(
        zh="这里写有身份证号，系统不保存，已删除", en="An identity-card number stood here. Such numbers are not kept: it was taken out"
    ),
    "phone_shared": Text(
        zh="{place}的另一个人也用这个号码", en="Somebody else in {place} has this number too"
    ),
    "phone_shared_before": Text(
        zh="这个号码已登记在另一个人名下", en="This number is on record under another name"
    ),
    "landline_takes_no_sms": Text(zh="座机，收不到短信", en="A landline: it takes no text messages"),
}  # fmt: skip


def place_of(sheet: str, row: int) -> Text:
    """A row as the office finds it: by its number on the sheet, and the sheet's name where there are several."""
    zh, en = (f"“{sheet}”", f"“{sheet}”, ") if sheet else ("", "")
    return Text(zh=f"{zh}第 {row} 行", en=f"{en}row {row}")


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing to be said about one cell. `sentence` is the key of its text where one code has several."""

    code: str
    field: str
    sentence: str = ""
    params: dict[str, str | int] = dataclasses.field(default_factory=dict)

    @property
    def text(self) -> Text:
        params: dict[str, object] = dict(self.params)
        if "row" in params:
            params["place"] = place_of(str(params.get("sheet", "")), int(str(params["row"])))
        elif "number" in params:
            params["place"] = Text(zh=f"{params['number']} ", en=str(params["number"]))
        return TEXTS[self.sentence or self.code].format(**params)

    def stored(self) -> dict[str, Any]:
        """As it is kept in a batch."""
        return dataclasses.asdict(self)


def answer(stored: dict[str, Any]) -> dict[str, str]:
    """A stored finding as the API gives it: code, field and the sentence in the reader's language."""
    finding = Finding(**stored)
    return {"code": finding.code, "field": finding.field, "text": str(finding.text)}
