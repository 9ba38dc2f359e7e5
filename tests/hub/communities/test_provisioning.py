from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection
from django_tenants.utils import tenant_context

from hub.communities import provisioning
from hub.communities.compiled import Compiled, compiled
from hub.communities.models import Community, CommunityEvent, Domain, Region
from hub.communities.provisioning import add_host, create_community
from hub.privacy.keys import keys_of
from hub.refusal import Refusal
from hub.rest.problems import problem_of
from tests.hub.communities.conftest import OPERATOR_ACTOR

Make = Callable[[str], Community]

HAIHONG = {
    "slug": "haihong",
    "name": "海鸿社区",
    "region_code": "630222100001",
    "region_names": ["青海省", "海东市", "民和回族土族自治县", "川口镇"],
}


def create(**changes: object) -> Community:
    return create_community(**{**HAIHONG, **changes}, by=OPERATOR_ACTOR)


def schemas() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'c\\_%'")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
def test_a_new_community_is_active_has_a_schema_a_key_a_host_and_names_for_its_regions() -> None:
    community = create()

    assert (community.state, community.schema_name) == ("active", "c_haihong")
    assert community.schema_version == compiled().version
    assert schemas() == {"c_haihong"}
    assert keys_of(community).owner == f"community {community.pk}"
    assert list(Domain.objects.values_list("domain", "tenant_id")) == [("haihong.localhost", community.pk)]
    assert dict(Region.objects.values_list("code", "name")) == {
        "63": "青海省",
        "6302": "海东市",
        "630222": "民和回族土族自治县",
        "630222100": "川口镇",
        "630222100001": "海鸿社区",
    }
    assert CommunityEvent.objects.get().actor_id == OPERATOR_ACTOR.account_id


@pytest.mark.django_db
def test_after_provisioning_the_connection_is_on_the_hub() -> None:
    create()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        assert cursor.fetchone() == ("public",)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"slug": "h"}, "slug_invalid", "slug"),
        ({"slug": "1haihong"}, "slug_invalid", "slug"),
        ({"slug": "hai--hong"}, "slug_invalid", "slug"),
        ({"slug": "haihong-"}, "slug_invalid", "slug"),
        ({"slug": "海鸿"}, "slug_invalid", "slug"),
        ({"slug": "www"}, "slug_invalid", "slug"),
        ({"slug": 'x"; drop schema public'}, "slug_invalid", "slug"),
        ({"name": "  "}, "name_missing", "name"),
        ({"region_code": "63022210001"}, "region_code_invalid", "region_code"),
        ({"region_code": "6302221000011"}, "region_code_invalid", "region_code"),
        ({"region_code": "63022210000x"}, "region_code_invalid", "region_code"),
        ({"region_code": "990222100001"}, "region_code_invalid", "region_code"),
        ({"hosts": ["no host"]}, "host_invalid", "hosts"),
    ],
)
def test_what_cannot_be_right_is_refused_before_anything_is_written(
    changes: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        create(**changes)
    assert (refused.value.code, refused.value.field, refused.value.status) == (code, field, 400)
    assert not Community.objects.exists()
    assert schemas() == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"region_code": "630222100002"}, "slug_taken"),
        ({"slug": "binhe"}, "region_code_taken"),
        ({"slug": "binhe", "region_code": "630222100002", "hosts": ["haihong.localhost"]}, "host_taken"),
    ],
)
def test_what_another_community_has_is_refused_and_leaves_nothing(changes: dict[str, object], code: str) -> None:
    create()
    with pytest.raises(Refusal) as refused:
        create(**changes)
    assert (refused.value.code, refused.value.status) == (code, 409)
    assert Community.objects.count() == 1
    assert schemas() == {"c_haihong"}


@pytest.mark.django_db
def test_a_name_and_a_code_that_another_has_are_refused_together() -> None:
    create()
    with pytest.raises(Refusal) as refused:
        create()
    told = problem_of(refused.value)
    assert told is not None
    assert told.errors.keys() == {"slug", "region_code"}


@pytest.mark.django_db
def test_a_schema_of_that_name_that_belongs_to_nobody_is_not_taken_over() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA c_haihong")
    with pytest.raises(Refusal) as refused:
        create()
    assert refused.value.code == "schema_in_the_way"
    assert not Community.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_script_that_fails_half_way_leaves_no_half_made_community(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compiled()
    broken = Compiled(whole.version, whole.script + "\nSELECT 1 / 0;\n", whole.sections)
    monkeypatch.setattr(provisioning, "compiled", lambda: broken)

    with pytest.raises(DatabaseError):
        create()

    assert schemas() == set()
    assert not Community.objects.exists()
    assert not Domain.objects.exists()
    assert not Region.objects.exists()
    assert connection.schema_name == "public"

    monkeypatch.undo()
    assert create().slug == "haihong"


@pytest.mark.django_db
def test_a_region_keeps_its_name_when_none_is_given(community_named: Make) -> None:
    create()
    create(slug="binhe", name="滨河社区", region_code="630222100002", region_names=["", "", "", "川口镇（新）"])
    names = dict(Region.objects.values_list("code", "name"))
    assert (names["63"], names["630222100"]) == ("青海省", "川口镇（新）")


@pytest.mark.django_db
def test_a_second_host_is_another_way_to_the_same_community() -> None:
    community = create()
    add_host(community, "192.168.1.20", by=OPERATOR_ACTOR)
    assert set(community.domains.values_list("domain", "is_primary")) == {
        ("haihong.localhost", True),
        ("192.168.1.20", False),
    }


@pytest.mark.django_db
def test_two_communities_have_keys_of_their_own(community_named: Make) -> None:
    one, other = community_named("one"), community_named("other")
    assert keys_of(one).encrypting != keys_of(other).encrypting
    assert keys_of(one).blinding != keys_of(one).encrypting


@pytest.mark.django_db
def test_the_schema_of_a_community_can_be_used_at_once(community_named: Make) -> None:
    from tenants.members.models import Branch

    with tenant_context(community_named("one")):
        assert list(Branch.objects.all()) == []
