from collections.abc import Callable

import pytest

from hub.communities.models import Community, CommunityEvent
from hub.communities.states import archive, restore, resume, suspend
from hub.refusal import Refusal
from tests.hub.communities.conftest import OPERATOR_ACTOR

Make = Callable[[str], Community]


def test_a_community_is_suspended_resumed_archived_and_restored_with_an_event_each(community_named: Make) -> None:
    community = community_named("one")
    assert suspend(community, reason="欠费", by=OPERATOR_ACTOR).state == "suspended"
    assert resume(community, by=OPERATOR_ACTOR).state == "active"
    assert archive(community, reason="并入邻近社区", by=OPERATOR_ACTOR).state == "archived"
    assert restore(community, by=OPERATOR_ACTOR).state == "active"
    verbs = CommunityEvent.objects.filter(community=community).order_by("at").values_list("verb", flat=True)
    assert list(verbs) == ["create", "suspend", "resume", "archive", "restore"]


def test_a_move_from_another_state_is_refused_even_when_the_caller_holds_an_old_row(community_named: Make) -> None:
    community = community_named("one")
    archive(community, reason="", by=OPERATOR_ACTOR)
    assert community.state == "active", "the caller's row is meant to be the old one"
    with pytest.raises(Refusal) as refused:
        suspend(community, reason="", by=OPERATOR_ACTOR)
    assert refused.value.code == "community_state"
    assert "已归档" in refused.value.text.zh
    assert "archived" in refused.value.text.en
    assert CommunityEvent.objects.filter(verb="suspend").count() == 0


@pytest.mark.parametrize("verb", [resume, restore])
def test_an_active_community_can_neither_be_resumed_nor_restored(
    community_named: Make, verb: Callable[..., object]
) -> None:
    with pytest.raises(Refusal):
        verb(community_named("one"), by=OPERATOR_ACTOR)
