"""The drafts in the code, and what a provider would refuse."""

import pytest

from hub.language import Text
from hub.sms.lint import EXAMPLES, faults, preview
from hub.sms.parts import parts
from hub.sms.templates import LONGEST_VARIABLE, TEMPLATES, Template


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_every_draft_could_be_submitted_and_is_one_part_with_everyday_values(template: Template) -> None:
    assert faults(template.text, template.variables) == []
    filled = preview(template.text, longest=False)
    assert filled is not None
    assert filled.text.startswith("【连心桥】")
    assert filled.parts == 1, filled.signs


def test_only_one_time_codes_are_sent_at_night() -> None:
    assert [template.name for template in TEMPLATES.values() if template.urgent] == ["one_time_code"]


def test_every_variable_has_an_example_that_a_provider_takes() -> None:
    for name in {name for template in TEMPLATES.values() for name in template.variables}:
        assert all(1 <= len(value) <= LONGEST_VARIABLE for value in EXAMPLES[name]), name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请党员{org}联系{no}号", "党"),
        ("{org}号召捐款，{no}", "捐"),
        ("{org}：回复R确认，{no}", "回复"),
        ("{org}有新任务，编号{no}", "任务"),
        ("{org}{no}号微心愿", "紧挨着"),
        ("{org} {no}号微心愿", "紧挨着"),
        ("{org}说{no}，{org}再说", "不止一次"),
        ("{org}请您来", "少了变量 no"),
        ("{org}的{no}号，{name}", "没有变量 name"),
        ("{org}，{no}", "全部内容"),
        ("{org的{no}号", "花括号"),
        ("{org}的{no}号,请送达", "全角"),
        ("{org}的{no}号，见 https://a.cn", "网址"),
        ("{org}的{no}号，电话13900120422", "手机号"),
        ("【社区】{org}的{no}号", "签名"),
        ("{org}的{no}号" + "长" * 500, "500"),
    ],
)
def test_what_a_provider_would_refuse_is_said_in_a_sentence(text: str, said: str) -> None:
    found = faults(text, ("org", "no"))
    assert any(said in fault.zh for fault in found), [fault.zh for fault in found]
    assert all(isinstance(fault, Text) and fault.en for fault in found)


@pytest.mark.parametrize(("length", "count"), [(70, 1), (71, 2), (134, 2), (135, 3)])
def test_seventy_signs_are_one_part_and_more_are_cut_at_sixty_seven(length: int, count: int) -> None:
    assert parts("字" * length) == count
    assert parts("字" * (length - 2) + "😀") == count


def test_a_text_whose_braces_cannot_be_read_has_no_preview() -> None:
    assert preview("{org", longest=False) is None
    assert preview("{}", longest=False) is None
    assert preview("{org.x}", longest=True) is None
