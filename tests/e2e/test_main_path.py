"""The main path as people walk it, with clicks, keys, uploads and downloads only."""

import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import DATA, Enter
from tests.e2e.logins import PASSWORD
from tests.e2e.told import told
from tests.runtime.installation import Installation

WISHES = 6
"""How many wishes go the whole way from verification to the board here."""


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def go(page: Page, name: str) -> None:
    """The entry of the portal's navigation."""
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def log_in(page: Page, phone: str, password: str) -> None:
    page.get_by_label("手机号码").fill(phone)
    page.get_by_label("密码", exact=True).fill(password)
    page.keyboard.press("Enter")


def take_first_password(page: Page, phone: str, first: str) -> None:
    log_in(page, phone, first)
    expect(page.get_by_role("heading", name="换一个自己的密码")).to_be_visible()
    page.get_by_label("新密码").fill(PASSWORD)
    button(page, "换密码").click()
    expect(page.get_by_role("heading", name="今天先办这几件")).to_be_visible()


def upload(page: Page, kind: str, file: str) -> None:
    go(page, "导入")
    page.get_by_label(kind).check()
    page.locator("input[type=file]").set_input_files(DATA / file)


def start_the_year(page: Page) -> None:
    go(page, "年度设置")
    button(page, "新建活动").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("年度", exact=True).fill("2026")
    button(dialog, "新建").click()
    expect(page.get_by_text("2026 年度 · 进行中")).to_be_visible()
    # Both members may claim at once: the branches' own days are another test's matter.
    page.get_by_label("仅本支部可认领").fill("0")
    button(page, "保存").click()
    told(page, "规则已保存")
    page.reload()
    expect(page.get_by_label("仅本支部可认领")).to_have_value("0")


def import_members(page: Page) -> None:
    upload(page, "党员", "members.xlsx")
    button(page, "上传核对").click()
    expect(page.get_by_role("link", name=re.compile("88"))).to_be_visible()
    button(page, "确认导入 91 条").click()
    expect(page.get_by_text("名党员已导入")).to_be_visible()


def invite_colleague(page: Page) -> str:
    go(page, "账号")
    button(page, "邀请同事").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("姓名").fill("马秀兰")
    dialog.get_by_label("联系电话").fill("13900900101")
    dialog.get_by_label("工作人员").check()
    button(dialog, "邀请同事").click()
    slip = page.locator(".slip-code")
    expect(slip).to_be_visible()
    return slip.inner_text().strip()


def import_wishes(page: Page, downloads: Path) -> None:
    upload(page, "心愿", "wishes-2026.xlsx")
    for purpose in ("征集登记", "隐去姓名向认领人展示", "把地址电话告诉认领人"):
        expect(page.get_by_label(purpose, exact=True)).not_to_be_checked()
        page.get_by_label(purpose, exact=True).check()
    page.get_by_label("当面口头").check()
    button(page, "上传核对").click()
    for figure, outcome in (("66", "可以导入"), ("6", "导入后要补充"), ("2", "重复"), ("2", "不能导入")):
        expect(page.get_by_role("link", name=re.compile(rf"^{figure}\s*{outcome}"))).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("link", name=re.compile("下载要改的 10 行")).click()
    care = downloads / "care.xlsx"
    caught.value.save_as(care)
    assert "苏索非亚" in str(list(openpyxl.load_workbook(care).active.values))
    button(page, "确认导入 72 条").click()
    expect(page.get_by_text("条心愿已导入")).to_be_visible()
    expect(page.locator(".import-count b")).to_have_text("72")


def import_the_same_file_again(page: Page) -> None:
    upload(page, "心愿", "wishes-2026.xlsx")
    button(page, "上传核对").click()
    expect(page.get_by_role("link", name=re.compile(r"^0\s*可以导入"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("确认导入"))).to_be_disabled()
    button(page, "换个文件").click()


def complete_a_row(page: Page) -> None:
    """One row came without a usable telephone: staff put it in, and its next step is free, here on its own page."""
    page.goto("/portal/wishes?state=collected&attention=1&ordering=number")
    row = page.get_by_role("row").filter(has_text="联系电话不对")
    number = row.get_by_role("link").first.inner_text().strip()
    row.get_by_role("link").first.click()
    button(page, "核查").click()
    button(page.get_by_role("dialog"), "补充资料").click()
    dialog = page.get_by_role("dialog").filter(has_text=f"编辑 {number}")
    dialog.get_by_label("联系电话").fill("139 0012 9911")
    button(dialog, "保存").click()
    told(page, f"{number} 已保存")
    button(page, "核查").click()
    button(page.get_by_role("dialog"), "核查属实").click()
    told(page, f"{number} 已核查")


def verify_some(page: Page) -> None:
    """One press shows the whole queue in full; then by keyboard alone, and the manner stays."""
    go(page, "核查")
    button(page, "显示全部姓名、电话、住址").click()
    expect(page.get_by_text(re.compile("已显示 .+ 户的完整信息"))).to_be_visible()
    by_telephone = page.locator("form[data-decides]").get_by_label("电话", exact=True)
    by_telephone.check()
    for _ in range(WISHES - 1):
        heading = page.locator("#queue-heading")
        number = (heading.inner_text()).split()[0]
        expect(page.locator(".queue-decide .facts dd").first).not_to_contain_text("*")
        # It rests for a moment after each decision, so that a double press decides once.
        expect(button(page, "核查属实")).to_be_enabled()
        page.keyboard.press("Control+Enter")
        told(page, f"{number} 已核查")
        expect(heading).not_to_contain_text(number)
        expect(heading).to_be_focused()
        expect(by_telephone).to_be_checked()


def assess_some(page: Page) -> None:
    go(page, "评估")
    for _ in range(WISHES):
        heading = page.locator("#queue-heading")
        number = heading.inner_text().split()[0]
        button(page, "同意入库").click()
        told(page, f"{number} 已入库")
    expect(page.get_by_text("没有待评估的心愿")).to_be_visible()


def balance_and_open(page: Page) -> None:
    go(page, "分配与开放")
    button(page, "生成分配方案").click()
    expect(page.get_by_role("heading", name="分配计算")).to_be_visible()
    button(page, f"确认分配 {WISHES} 件").click()
    button(page, f"开放认领 {WISHES} 件").click()
    told(page, f"已开放 {WISHES} 件")


def print_first_codes(page: Page) -> dict[str, str]:
    """Name → code, as they stand on the slips that staff hand out."""
    go(page, "打印卡片")
    page.get_by_role("link", name="首次登录码").click()
    page.get_by_label("支部").select_option(label="两新组织联合党支部")
    button(page, "生成 6 个登录码").click()
    slips = page.locator(".card-sheet > *")
    expect(slips).to_have_count(6)
    expect(page.get_by_text("已生成")).to_have_count(0)
    texts = [slip.inner_text() for slip in slips.all()]
    return {
        name: found.group()
        for name in ("高宝玉", "祁庆元")
        for text in texts
        if name in text and (found := re.search(r"[a-z0-9]{4}-[a-z0-9]{4}", text))
    }


def member_logs_in(page: Page, phone: str, code: str) -> None:
    page.get_by_role("link", name="登录").click()
    button(page, "首次登录码").click()
    page.get_by_label("手机号码").fill(phone)
    page.get_by_label("首次登录码", exact=True).fill(code)
    button(page, "登录").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("设一个密码")
    page.get_by_role("link", name="先不设").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("等人认领")


def see_contact(page: Page, number: str) -> None:
    card = page.get_by_role("listitem").filter(has_text=number)
    card.get_by_text("看联系方式").click()


def read_household_code(page: Page, number: str) -> str:
    go(page, "打印卡片")
    page.get_by_role("link", name="住户卡").click()
    card = page.locator(".print-card").filter(has_text=number)
    expect(card).to_have_count(1)
    return card.locator(".code").inner_text().strip()


def test_the_main_path_from_a_workbook_to_a_fulfilled_wish(house: Installation, enter: Enter, tmp_path: Path) -> None:
    first = house.report["administrator"]
    office = enter("/portal")
    take_first_password(office, "13900900100", first["first_password"])
    start_the_year(office)
    import_members(office)
    colleagues_password = invite_colleague(office)

    collector = enter("/portal")
    take_first_password(collector, "13900900101", colleagues_password)
    import_wishes(collector, tmp_path)
    import_the_same_file_again(collector)
    complete_a_row(collector)
    verify_some(collector)

    assess_some(office)
    balance_and_open(office)
    codes = print_first_codes(office)

    one, two = enter("/", phone=True), enter("/", phone=True)
    member_logs_in(one, "13900345330", codes["高宝玉"])
    member_logs_in(two, "13900349316", codes["祁庆元"])
    for page in (one, two):
        page.goto("/?scope=all")
        expect(page.get_by_role("button", name=re.compile("^认领 HH26")).first).to_be_visible()
    wanted = one.get_by_role("button", name=re.compile("^认领 HH26")).first
    name = wanted.get_attribute("aria-label") or ""
    number = name.split()[1]

    # Both see the same card; the second one's tap comes too late.
    wanted.click()
    expect(one.get_by_text(f"{number} 由您来圆")).to_be_visible()
    two.get_by_role("button", name=name).click()
    lost = two.get_by_role("dialog")
    expect(lost).to_contain_text("晚了一步")
    expect(lost).to_contain_text("这几个也在等")
    button(lost, "知道了").click()

    # The winner hands it back, and the other one gets it after all.
    see_contact(one, number)
    button(one, "送不了，退回认领").click()
    button(one.get_by_role("dialog"), "退回认领").click()
    told(one, f"{number} 已退回认领")
    two.goto("/?scope=all")
    two.get_by_role("button", name=name).click()
    expect(two.get_by_text(f"{number} 由您来圆")).to_be_visible()

    # Delivery: a wrong code first, then the one on the household's card.
    code = read_household_code(office, number)
    see_contact(two, number)
    expect(two.get_by_role("heading", name="送到谁家")).to_be_visible()
    wrong = f"{(int(code) + 1) % 10_000:04d}"
    two.get_by_label("住户卡上的四位码").fill(wrong)
    button(two, "登记送达").click()
    expect(two.get_by_text("还可以试 4 次").first).to_be_visible()
    two.get_by_label("住户卡上的四位码").fill(code)
    button(two, "登记送达").click()
    told(two, f"{number} 已登记送达")

    go(office, "送达与回访")
    row = office.get_by_role("row").filter(has_text=number)
    row.get_by_role("button", name=re.compile("^确认")).click()
    told(office, f"{number} 已办结")
    office.get_by_role("link", name="全部办结").click()
    office.get_by_role("row").filter(has_text=number).get_by_role("button", name=re.compile("^回访")).click()
    dialog = office.get_by_role("dialog")
    dialog.get_by_label("满意", exact=True).check()
    button(dialog, "保存").click()
    told(office, f"{number} 回访已记录")

    wall = enter("/wall")
    expect(wall.get_by_text("已经圆梦").first).to_be_visible()
    expect(wall.locator("body")).to_contain_text(re.compile(r"1\s*已经圆梦|已经圆梦\s*1"))
    expect(wall.locator("body")).not_to_contain_text(re.compile("哈秀兰|苏索非亚"))
    two.goto("/record")
    expect(two.get_by_text(number).first).to_be_visible()
