"""One word for one thing: words that went do not come back, and Chinese sentences keep their own brackets."""

import ast
import json
import re
from collections.abc import Iterator

from tests.rules.source import ROOT

WENT = {
    "过期": "逾期", "超期": "逾期",
    "交回": "退回认领", "已退回\"": "退回认领 or 不予确认", "退回心愿墙": "收回", "收回申请": "撤回申请",
    "作废": "放弃, 不再发", "未采纳": "不予受理", "未予": "不予", "未同意": "不同意",
    "墙上的话": "展示内容", "公开文字": "展示内容", "不再公示": "停止展示", "入库未公布": "入库未开放", "后没有公布": "没有开放",
    "均衡与开放": "分配与开放", "去均衡": "去分配", "再来均衡": "再来分配", "按算法": "分配计算",
    "看不懂": "无法识别", "不认识": "无法识别", "读不出来": "无法读取", "没能读": "加载失败", "没有加载出来": "加载失败",
    "正在读取\"": "正在加载", "没有做成": "没有成功", "看看网络": "检查网络",
    "做什么用": "用途", "哪一种": "版本", "怎样核查": "核查方式", "为什么要看": "查看事由", "为什么": "原因, 事由",
    "谁送去": "送达人", "从哪里来": "认领渠道", "用什么证明": "送达凭证", "谁停的": "停收来源", "告诉谁\"": "对象",
    "去掉\"": "删除", "加一级": "增加一步", "最后一级": "最后一步", "从这一天等起": "自这一天起算",
    "对谁说了什么": "发给谁、什么内容", "等送到": "待送达", "先送到手上的": "手上的认领已满", "按时": "按期",
    "导入名单": "批量导入", "节拍": "定时任务", "初始密码": "首次密码", "离开": "转出",
}  # fmt: skip
"""The word that went, with the one that stands for the thing. A closing quote means: as the end of a text."""

STAYS = {
    "谁、何时、为什么看过，都会留下记录。",  # what the access log holds, not a label
    "党员转出（离开）", "{name} 转出（离开）",  # the one place that explains the word
}  # fmt: skip

CHINESE = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"{CHINESE} ?[(),;:!?]|[(),;:!?] ?{CHINESE}")
SCREENS = ROOT / "frontend" / "src"


def texts_of_the_screens() -> Iterator[tuple[str, str]]:
    def inner(at: str, told: object) -> Iterator[tuple[str, str]]:
        if isinstance(told, dict):
            for key, value in told.items():
                yield from inner(f"{at}.{key}", value)
        else:
            yield at, str(told)

    for path in sorted((SCREENS / "language" / "zh").rglob("*.json")):
        yield from inner(path.stem, json.loads(path.read_text(encoding="utf-8")))


def sentences_of_the_server() -> Iterator[tuple[str, str]]:
    """What stands under the name `zh` anywhere in the product's Python, an f-string's holes as {}."""
    for path in (path for room in ("platform", "tenants", "workers") for path in sorted((ROOT / room).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "zh":
                yield f"{path.relative_to(ROOT)}:{node.value.lineno}", _text(node.value)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def templates_of_messages() -> Iterator[tuple[str, str]]:
    path = ROOT / "platform" / "hub" / "sms" / "templates.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(CHINESE, node.value):
            yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def all_texts() -> list[tuple[str, str]]:
    return [*texts_of_the_screens(), *sentences_of_the_server(), *templates_of_messages()]


def test_words_that_went_stay_away() -> None:
    found = [
        f"{where}: {text} ({word.rstrip(chr(34))} is {now})"
        for where, text in all_texts()
        if text not in STAYS
        for word, now in WENT.items()
        if word in f'{text}"'
    ]
    assert found == []


def test_chinese_sentences_have_their_own_punctuation() -> None:
    assert [f"{where}: {text}" for where, text in all_texts() if HALF_WIDTH.search(text)] == []


def test_no_page_puts_half_width_brackets_around_a_text() -> None:
    """Brackets differ by language, so a text in brackets is a text of the language files (`kit.aside`)."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted(SCREENS.rglob("*.vue"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\(\{\{|\}\}\)", line)
    ]
    assert found == []


def test_a_word_that_went_would_be_found() -> None:
    for wrong in ("剔除(2 件)", "没有,请"):
        assert HALF_WIDTH.search(wrong)
    for right in ("认领率 3 ÷ 4（剔除 2 件）", "{name}：{text}"):
        assert not HALF_WIDTH.search(right)
    assert len(all_texts()) > 1500
