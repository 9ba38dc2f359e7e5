"""Which writings of an item are one wish: asked about when a second one comes, compared when a promise changes."""

import pytest

from tenants.wishes.sameness import amount_of, core_of, gist_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("电热毯一床", "电热毯壹床"), ("电热毯一床", "壹床电热毯"), ("电热毯", "电热毯×1"), ("暖水袋×2", "暖水袋2个"),
        ("暖水袋x2", "暖水袋＊２"), ("2×暖水袋", "暖水袋（两个）"), ("暖水袋x2个", "暖水袋"), ("电饭锅", "电饭锅一口"),
        ("电饭锅一口", "电饭锅1台"), ("筷子十根", "筷子10根"), ("台灯一盏", "台灯"), ("卫生纸一卷", "卫生纸壹卷"),
        ("煤半吨", "煤500公斤"), ("煤一吨半", "煤1.5吨"), ("奶粉800克", "奶粉800g"), ("奶粉0.8kg", "奶粉八百克"),
        ("大米2袋，每袋10公斤", "大米10公斤/袋×2"), ("大米10公斤装", "大米20斤"), ("铅笔1打", "铅笔12支"), ("铅笔半打", "铅笔"),
        ("镜子一面", "镜子1块"), ("窗帘一幅", "窗帘"), ("棉鞋一雙", "棉鞋1双"), ("油5000ml", "油5升"),
    ],
)  # fmt: skip
def test_one_item_in_two_writings(one: str, other: str) -> None:
    assert core_of(one) == core_of(other)
    assert gist_of(one) == gist_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("棉鞋一双", "棉鞋1双（42码）"), ("棉鞋", "棉鞋42号"), ("棉鞋", "棉鞋42"), ("棉衣一件", "棉衣（XL）"), ("棉衣", "棉衣 加大号"),
        ("校服", "校服（身高160cm）"), ("电饭锅", "电饭锅3L"), ("电视机", "电视机（32英寸）"), ("床单", "床单1.8×2米"),
        ("取暖器", "取暖器 800W"), ("毛衣", "毛衣（M码）"),
    ],
)  # fmt: skip
def test_a_size_that_is_added_is_asked_about_and_another_promise(one: str, other: str) -> None:
    assert gist_of(one) == gist_of(other)
    assert core_of(one) != core_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("电热毯", "电热水壶"), ("学习用品(书包)", "学习用品(台灯)"), ("人参一盒", "人三一盒"), ("打印机一台", "印机"),
        ("半自动洗衣机", "自动洗衣机"), ("半身裙", "裙"), ("三轮车", "四轮车"), ("床单", "床"), ("5G手机", "手机"),
        ("棉衣", "棉裤"), ("大衣", "衣"), ("小号吉他", "吉他班"),
    ],
)  # fmt: skip
def test_what_is_another_thing_stays_another(one: str, other: str) -> None:
    assert gist_of(one) != gist_of(other)


@pytest.mark.parametrize(
    ("item", "amount"),
    [
        ("电热毯", 1), ("电热毯壹床", 1), ("暖水袋×2", 2), ("2×暖水袋", 2), ("暖水袋x2个", 2), ("煤半吨", 1000), ("煤500公斤", 1000),
        ("煤一吨半", 3000), ("奶粉800克", 1.6), ("袜子1打", 12), ("袜子半打", 6), ("大米两袋（每袋10斤）", 20), ("床单1.8×2米", 1),
        ("牛奶1箱24瓶", 24), ("打印机一台", 1), ("一打印机", 1),
    ],
)  # fmt: skip
def test_how_much_an_item_says(item: str, amount: float) -> None:
    assert amount_of(item) == amount
