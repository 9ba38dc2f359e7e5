"""One definition of a name: what is one, and what only looks like one."""

import pytest

from hub.names import are_surely_several, is_surely_a_name, tidy_name


@pytest.mark.parametrize(
    "name",
    [
        "马秀英", "王㛃", "𠅤小明", "欧阳锋", "诸葛孔明", "古丽米热•艾比布力", "买买提·艾力", "买买提‧艾力",
        "买买提・艾力", "买买提 ∙ 艾力", "张　三", "马 秀 英", "才让卓玛", "阿不都热依木", "苏索非亚",
        "马穆罕默德", "Maria Lopez", "沙国俊", "尕玛才仁", "㐂海峰",
    ],
)  # fmt: skip
def test_names_in_every_writing_are_names(name: str) -> None:
    assert is_surely_a_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "", "无", "已去世", "外出务工", "不详", "常年在外", "高血压", "关节炎", "白内障", "江苏", "村委会",
        "福利院", "父母", "爷爷奶奶", "本人", "马秀英照看", "李某", "服刑", "失联", "同上", "见备注",
        "周末送货", "方便时送", "安装工", "13900120422", "广州务工", "石匠", "何人不详", "·", "王",
        "温和", "和睦", "金额", "严厉", "李家村", "时间紧", "文化低", "单身", "钱款", "牛羊", "高中", "安排",
        "在西宁上班", "于去年病故", "单亲", "离异",
    ],
)  # fmt: skip
def test_what_people_write_in_the_place_of_a_name_is_none(text: str) -> None:
    assert not is_surely_a_name(text)


@pytest.mark.parametrize("dot", "·•‧∙⋅・･᛫．.●◦˙ㆍ․")
def test_every_middle_dot_is_one_sign(dot: str) -> None:
    assert tidy_name(f"买买提{dot}艾力") == tidy_name(f" 买买提 {dot} 艾力 ") == "买买提·艾力"


def test_blanks_in_a_name_are_layout_between_chinese_characters() -> None:
    assert [tidy_name(name) for name in ("张　三", "张\u200b三", "Tom  Lee", "马 a 秀")] == [
        "张三",
        "张三",
        "Tom Lee",
        "马a秀",
    ]


@pytest.mark.parametrize(
    "text", ["张三 李四", "张三　李四", "马建国　马建军", "马秀兰  王小强", "欧阳锋 黄蓉", "王五 李四 张三"]
)
def test_whole_names_beside_each_other_are_several(text: str) -> None:
    assert are_surely_several(text)
    assert not is_surely_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "张　三",
        "马 秀英",
        "马 秀 英",
        "欧阳 修文",
        "扎西 多吉",
        "才让 卓玛",
        "Tom Lee",
        "买买提 · 艾力",
        "王 芳",
    ],
)
def test_a_name_with_a_blank_in_it_is_one(text: str) -> None:
    assert not are_surely_several(text)
