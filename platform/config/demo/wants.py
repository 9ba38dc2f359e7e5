"""What people wish for, with the dignified text that the board shows."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Want:
    """A wish as somebody would say it. `yuan` is what it costs about, None where nobody knows."""

    item: str
    yuan: int | None
    public_text: str
    for_child: bool = False
    requirements: tuple[str, ...] = ()


WANTS = (
    Want("电暖器", 220, "屋里朝北，冬天想暖和一些。", requirements=("功率1500W以内",)),
    Want("棉被一床", 180, "旧被子用了十几年，想换一床厚实的。"),
    Want("电热毯（双人）", 120, "夜里冷，想睡个暖和觉。"),
    Want("米面油一套", 230, "老两口一个月的口粮。", requirements=("清真",)),
    Want("大米一袋20斤", 70, "够吃一个月。"),
    Want("面粉一袋25公斤", 98, "自己蒸馍馍。"),
    Want("食用油一桶", 75, "家里的快用完了。", requirements=("清真",)),
    Want("牛奶两箱", 110, "早上想喝点热的。"),
    Want("电饭锅一个", 180, "旧的坏了，做饭不方便。"),
    Want("电磁炉", 199, "不用再搬煤生火。"),
    Want("电热水壶", 89, "喝水吃药都方便些。"),
    Want("老年手机一部", 260, "字大一点，能和儿女说话。"),
    Want("保暖内衣两套", 160, "干活时贴身穿。", requirements=("XL码",)),
    Want("棉衣一件（L码）", 200, "出门看病穿。", requirements=("L码",)),
    Want("羊毛毡垫", 150, "炕上铺的，隔凉。"),
    Want("轮椅一辆", 480, "想到院子里晒晒太阳。"),
    Want("四脚拐杖", 85, "走路稳当些。"),
    Want("电子血压计", 170, "在家就能量一量。"),
    Want("放大镜老花镜", 40, "看药盒上的小字。"),
    Want("落地电风扇一台", 150, "夏天屋里闷热。"),
    Want("坐便椅", 130, "腿脚不便，夜里用。"),
    Want("修厨房水龙头", 60, "厨房的，漏了半个月。"),
    Want("陪聊天，代买药", None, "每周一次就好。"),
    Want("想找人帮忙打扫一次卫生", None, "擦擦高处的窗户。"),
    Want("书包一个", 120, "开学想背新书包。", for_child=True),
    Want("书包和文具盒", 150, "上学用。", for_child=True),
    Want("《新华字典》、《成语词典》各一本", 90, "三年级，查生字用。", for_child=True),
    Want("护眼台灯", 139, "晚上写作业用。", for_child=True),
    Want("课外书一套", 160, "喜欢看故事。", for_child=True),
    Want("运动鞋一双38码", 199, "体育课要穿，38码。", for_child=True, requirements=("38码",)),
    Want("冬季校服外套", 168, "冬天上学穿。", for_child=True),
    Want("周末辅导孩子数学", None, "五年级，每周一次。", for_child=True),
    Want("篮球一个", 95, "课间和同学一起打。", for_child=True),
)

_BY_ITEM = {want.item: want.public_text for want in WANTS} | {"小台灯": "晚上看书写字用。"}


def some_want(random: Random) -> Want:
    """One of them."""
    return random.choice(WANTS)


def public_text_of(item: str) -> str:
    """What the board says of an item that somebody else wrote down; empty for one we do not know."""
    return _BY_ITEM.get(item, "")
