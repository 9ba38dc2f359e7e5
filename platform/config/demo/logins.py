"""The demo's logins: who can log in where, with passwords made at random for this installation.

While the county is being filled they lie in a draft, so that a start that was cut off goes on with the same ones; the
finished file is the sign that everything is there.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from config.demo import people
from config.demo.county import Place
from config.demo.offices import NAMES
from hub.accounts.passwords import new_password

OPERATOR, OFFICER, TOWN_OFFICER = ("铁启明", "13900999101"), ("何国俊", "13900999102"), ("李玉莲", "13900999103")
SECRETARY, MEMBER = ("杨索非亚", "13900345498"), ("穆春花", "13900349450")
"""Two of the sample's register of members, both of its first branch."""

FINISHED = "demo-logins.json"
DRAFT = "demo-logins.json.draft"


@dataclass(frozen=True)
class Login:
    """One line of what `up` prints."""

    host: str
    role: str
    name: str
    phone: str


def demo_logins(places: list[Place]) -> list[Login]:
    """All of them, the platform's first."""
    platform = settings.WISHBRIDGE_PLATFORM_HOSTS[0]
    found = [
        Login(platform, "平台管理员 operator", *OPERATOR),
        Login(platform, "县级督导员 county officer", *OFFICER),
        Login(platform, "两镇干部 officer of two towns", *TOWN_OFFICER),
    ]
    roles = ("管理员 administrator", "工作人员（征集、核查） staff, collects", "工作人员（评估） staff, assesses")
    for place in places:
        host = f"{place.slug}.{settings.WISHBRIDGE_BASE_DOMAIN}"
        for order, name in enumerate(NAMES.get(place.slug, ())):
            found.append(Login(host, roles[order], name, people.staff_phone(place, order)))
        if place.slug == "haihong":
            found.append(Login(host, "支部书记 branch secretary", *SECRETARY))
            found.append(Login(host, "党员 member", *MEMBER))
    return found


def passwords(keys: Path, logins: list[Login]) -> dict[str, str]:
    """Telephone → password, as drafted by an earlier start or made now."""
    draft = keys / DRAFT
    if not draft.exists():
        lines = [{**vars(login), "password": new_password()} for login in logins]
        half = keys / f"{DRAFT}.half"
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(lines, file, ensure_ascii=False, indent=2)
        half.rename(draft)
    return {line["phone"]: line["password"] for line in json.loads(draft.read_text(encoding="utf-8"))}


def is_begun(keys: Path) -> bool:
    """Whether an earlier start was cut off while it filled the county."""
    return (keys / DRAFT).exists()


def finish(keys: Path) -> None:
    """From now on these are the logins."""
    (keys / DRAFT).rename(keys / FINISHED)
