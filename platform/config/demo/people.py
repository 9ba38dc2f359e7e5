"""Invented residents and members: names, telephones and addresses that belong to nobody.

The telephones lie in 139 003… to 139 009…, one block of a thousand for each community and kind of person.
"""

from dataclasses import dataclass
from random import Random

from config.demo.county import Place
from config.demo.wants import Want

SURNAMES = "马李王张刘陈杨赵周吴郭林何高罗韩白丁苏沙哈冶喇祁铁穆安"
GIVEN = [
    "秀兰", "永清", "文军", "生莲", "凤英", "兰香", "麦燕", "素芳", "尕娃", "索非亚", "阿依舍", "成虎", "丽娜", "哈三", "广财",
    "发祥", "明霞", "占奎", "淑珍", "卓玛", "海龙", "红霞", "桂英", "存良", "玉梅", "春花", "雪梅", "志强", "晓东", "永福",
    "金山", "得林", "进海", "庆元", "全寿", "宝玉", "努海", "德胜", "有才", "启明", "国俊", "建国", "小燕", "海英", "玉兰",
]  # fmt: skip
WORK_UNITS = ["县人民医院", "县第一中学", "县财政局", "县税务局", "县农业农村局", "县融媒体中心", "供电公司", "个体"]
SKILLS = ("", "", "理发", "家电维修", "教学辅导", "医疗保健", "法律咨询")
COMPOUNDS = ["团结路家属院", "粮食局家属院", "幸福花园", "建设巷", "湟水小区", "南大街平房"]
SITUATIONS = (
    "独自居住，儿女在外地务工",
    "靠低保生活，常年服药",
    "老伴行动不便，由本人照料",
    "土坯房朝北，冬天屋里冷",
    "一人带两个孩子",
    "",
)
RELATIONS = ["爷爷", "奶奶", "姑姑", "舅舅"]
ADULTS = {
    "lonely_elderly": (66, 84),
    "senior": (80, 94),
    "disabled": (31, 68),
    "veteran": (48, 76),
    "low_income": (38, 67),
    "single_parent": (30, 55),
    "poor_only_child": (40, 66),
}
"""Category → from and to which age."""


@dataclass(frozen=True)
class Resident:
    """What a survey would say of one."""

    name: str
    phone: str
    sex: str
    age: int
    categories: tuple[str, ...]
    address: str
    situation: str
    guardian_name: str = ""
    guardian_relation: str = ""


@dataclass(frozen=True)
class Comrade:
    """What a register of members would say of one; `branch` is its place in the list of branches."""

    name: str
    phone: str
    sex: str
    birth_month: str
    work_unit: str
    skills: str
    branch: int


def staff_phone(place: Place, order: int) -> str:
    """The invented telephone of a community's `order`-th account; the platform's own come after the communities'."""
    return f"139009{place.order:02d}{100 + order}"


def name(random: Random) -> str:
    """A name as people have them here."""
    return random.choice(SURNAMES) + random.choice(GIVEN)


def resident(random: Random, place: Place, order: int, want: Want) -> Resident:
    """Somebody who could wish for that."""
    phone = f"139004{place.order:02d}{order:03d}"
    sex = random.choice(("male", "female"))
    situation = random.choice(SITUATIONS)
    if want.for_child:
        return Resident(
            name=name(random),
            phone=phone,
            sex=sex,
            age=random.randint(7, 13),
            categories=(random.choice(("left_behind_child", "single_parent")),),
            address=_address(random, place),
            situation="父母在外务工，由老人照看",
            guardian_name=name(random),
            guardian_relation=random.choice(RELATIONS),
        )
    category = random.choice(list(ADULTS))
    also = ("low_income",) if category != "low_income" and random.random() < 0.25 else ()
    return Resident(
        name=name(random),
        phone=phone,
        sex=sex,
        age=random.randint(*ADULTS[category]),
        categories=(category, *also),
        address=_address(random, place),
        situation=situation,
    )


def branch_names(place: Place) -> list[tuple[str, bool]]:
    """The names of its branches, and of each whether it is a partner organisation."""
    if place.branches == 1:
        return [(f"{place.name}党支部", False)]
    own = [(f"{place.name}第{number}党支部", False) for number in "一二三四"]
    others = [("退役军人党支部", False), ("离退休干部党支部", False), ("两新组织联合党支部", False)]
    partners = [("县人民医院党支部", True), ("供电公司党支部", True)]
    few = place.branches <= 3
    return (own[:2] + others[:1] if few else own[:2] + others + partners + own[2:])[: place.branches]


def comrades(random: Random, place: Place) -> list[Comrade]:
    """As many members as the file says, spread unevenly over the branches; none is left empty."""
    weights = [random.randint(2, 6) for _ in range(place.branches)]
    found = []
    for order in range(place.members):
        branch = order if order < place.branches else random.choices(range(place.branches), weights)[0]
        found.append(
            Comrade(
                name=name(random),
                phone=f"139003{place.order:02d}{order:03d}",
                sex=random.choice(("male", "female")),
                birth_month=f"{random.randint(1966, 1999)}-{random.randint(1, 12):02d}",
                work_unit=random.choice(WORK_UNITS),
                skills=random.choice(SKILLS),
                branch=branch,
            )
        )
    return found


def _address(random: Random, place: Place) -> str:
    if place.name.endswith("村"):
        return f"{place.name}{random.choice('一二三四五六')}社{random.randint(1, 120)}号"
    room = f"{random.randint(1, 6)}0{random.randint(1, 2)}室"
    compound, house, stairs = random.choice(COMPOUNDS), random.randint(1, 12), random.randint(1, 4)
    # One-storey houses stand in rows and have doors, no staircases.
    return (
        f"{compound}{house}排{room[0]}号" if compound.endswith("平房") else f"{compound}{house}号楼{stairs}单元{room}"
    )
