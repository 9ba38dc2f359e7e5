"""The kind of a wish, guessed from its words; staff can say otherwise."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "service": ("辅导", "陪", "打扫", "修理", "维修", "修水", "理发", "代买", "聊天", "看护", "疏通", "安装", "清洗", "教"),
    "health": ("轮椅", "血压计", "血糖仪", "拐杖", "老花镜", "放大镜", "助听器", "坐便", "护理", "药箱", "制氧", "按摩", "体温计"),
    "school": (
        "书包", "文具", "字典", "词典", "课外书", "图书", "台灯", "点读", "学习机", "校服", "篮球", "足球", "书桌", "绘本", "画笔",
    ),
    "clothing_bedding": (
        "棉衣", "棉被", "被子", "内衣", "鞋", "外套", "毛毯", "毡垫", "床单", "羽绒", "衣服", "棉裤", "袜", "围巾", "褥",
    ),
    "food": ("米", "面粉", "食用油", "牛奶", "油一桶", "奶粉", "鸡蛋", "粮", "肉", "清油"),
    "appliance": (
        "电暖", "电饭", "电磁", "电热", "电风扇", "风扇", "手机", "水壶", "电视", "洗衣机", "冰箱", "微波", "收音机", "三轮车",
        "热水", "取暖", "电动",
    ),
}  # fmt: skip
"""In the order of asking: 周末辅导孩子数学 is a service before it is school, 护眼台灯 school before it is an appliance."""


def kind_of(item: str) -> str:
    """The kind (a key of `KINDS`) that the words of an item tell; "other" when they tell none."""
    return next((kind for kind, words in WORDS.items() if any(word in item for word in words)), "other")
