"""The community that a command names."""

from typing import TYPE_CHECKING

from config.embedded import Trouble
from hub.language import Text

if TYPE_CHECKING:
    from hub.communities.models import Community


def chosen_community(slug: str) -> "Community":
    """The community of that slug. Raises Trouble where there is none."""
    from hub.communities.models import Community

    found = Community.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Community.objects.order_by("slug").values_list("slug", flat=True)[:60]) or "-"
        raise Trouble(
            "unknown_community",
            Text(
                zh=f"没有社区“{slug}”。现有社区：{known}",
                en=f"There is no community “{slug}”. There are: {known}",
            ),
        )
    return found
