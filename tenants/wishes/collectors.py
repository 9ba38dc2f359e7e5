"""Who collected a wish: an account where one is known, else the names as they were written (domain.md, Four eyes)."""

import re
from uuid import UUID

from hub.actor import Actor
from tenants.people.households import plain
from tenants.wishes.models import Wish

_BETWEEN = re.compile(r"[、，,;；:：/／\\|+＋&＆()（）\[\]【】<>《》\s]+")
_AND = re.compile("[和与及跟同]")
_ROLE = (
    "(?:社区|居委会|居委|村委会|村|支部|民政|党支部|妇联|街道|镇)?(?:网格长|网格员|网格|社工|社会工作者|社区工作者|工作者|工作人员|工作员|副主任|主任|副书记|书记|"
    "委员|专干|专员|干部|楼栋长|楼长|单元长|组长|队长|站长|志愿者|志愿服务者|党员|负责人|联络员|征集人|经办人|同志|老师|助理|干事|等人|等)"
)
_BEFORE, _AFTER = re.compile(rf"^(?:{_ROLE})+"), re.compile(rf"(?:{_ROLE})+\d*人?$")


def account_of(written: str, by: Actor) -> UUID | None:
    """The account of the collector who is written here: the writer's own, where it is their name; else nobody's."""
    return by.account_id if plain(written) == plain(by.name) else None


def collected(wish: Wish, by: Actor) -> bool:
    """Whether this person collected the wish.

    By account where one is known: two colleagues may have one name. Else by the names that are written, since people go
    from door to door in twos, and lists say who with their duty (网格员马秀兰, 马秀兰、王强).
    """
    if wish.collector_id is not None:
        return wish.collector_id == by.account_id
    return plain(by.name) in named(wish.collector_name)


def named(written: str) -> set[str]:
    """Every reading of whom a cell names, as `plain` writes names: the whole of it, and each of several without duties."""
    found = {plain(written)}
    for part in _BETWEEN.split(written):
        for one in (part, *_AND.split(part)):
            found |= {plain(one), plain(_BEFORE.sub("", one)), plain(_AFTER.sub("", one))}
            found.add(plain(_AFTER.sub("", _BEFORE.sub("", one))))
    return found - {""}
