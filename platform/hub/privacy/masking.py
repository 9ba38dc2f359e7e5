"""What is shown of personal data to whoever does not need them now (domain.md, privacy rules)."""

import re

MASK = "*"

_NUMBER = r"[0-9０-９A-Za-z一二三四五六七八九十百零〇]+"
_BUILDING = re.compile(rf"{_NUMBER}\s*(?:号楼|栋|幢|座|楼|#楼|#)")
_HOUSE = re.compile(rf"{_NUMBER}\s*(?:号|弄|单元|室|户|院|[-－])")
_VILLAGE_PART = re.compile(r".*(?:小区|社区|村|社|组|队|巷|路|街|庄|苑|园|院|里|坊)")


def mask_name(name: str) -> str:
    """The first character and a star for each other: 马秀兰 becomes 马**."""
    name = name.strip()
    return name[:1] + MASK * (len(name) - 1) if len(name) > 1 else MASK * len(name)


def mask_phone(phone: str) -> str:
    """The first three and the last four digits of a mobile, the last two of anything else."""
    national = phone.strip().removeprefix("+86")
    if re.fullmatch(r"1[0-9]{10}", national):
        return f"{national[:3]}{MASK * 4}{national[-4:]}"
    return MASK * max(len(national) - 2, 0) + national[-2:] if len(national) > 4 else MASK * len(national)


def mask_address(address: str) -> str:
    """An address down to its building, or to its lane or village part where a number would be one household's.

    滨河小区4号楼2单元501室 becomes 滨河小区4号楼; 东村三社12号 becomes 东村三社.
    """
    address = address.strip()
    if building := _BUILDING.search(address):
        return address[: building.end()]
    if house := _HOUSE.search(address):
        return address[: house.start()] or MASK * 3
    if part := _VILLAGE_PART.match(address):
        return part.group()
    return address[:2] + MASK * 3 if len(address) > 2 else MASK * 3
