"""The kind of a wish: as the register names it, else by the words of its item."""

from tenants.forms.cells.text import bare
from tenants.wishes.kinds import kind_of

_NAMED = {
    "家电": "appliance", "电器": "appliance", "家用电器": "appliance", "食品": "food", "粮油": "food", "米面油": "food",
    "学习": "school", "学习用品": "school", "文具": "school", "图书": "school", "教育": "school",
    "衣被": "clothing_bedding", "衣物": "clothing_bedding", "服装": "clothing_bedding", "床上用品": "clothing_bedding",
    "健康": "health", "医疗": "health", "康复": "health", "辅具": "health", "保健": "health",
    "服务": "service", "陪伴": "service",
}  # fmt: skip


def read_kind(item: str, named: str = "") -> str:
    """A key of `tenants.wishes.models.KINDS`."""
    return _NAMED.get(bare(named).removesuffix("类")) or kind_of(item)
