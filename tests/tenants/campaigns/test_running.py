import pytest

from hub.refusal import Refusal
from tenants.campaigns.finding import campaign_of, main_campaign
from tenants.campaigns.making import make_campaign
from tenants.campaigns.models import Campaign
from tenants.campaigns.running import edit_campaign, next_serials, policy_of
from tests.tenants.claims.racing import at_once, codes, won
from tests.world import World


def test_a_campaign_starts_with_the_domains_defaults_and_numbers_that_can_be_said_aloud(world: World) -> None:
    campaign = world.campaign
    assert campaign.prefix == "HH26"
    assert {k: v for k, v in policy_of(campaign).items() if isinstance(v, int)} == {
        "claim_length_days": 15,
        "live_claims_per_member": 2,
        "branch_only_days": 3,
        "budget_limit_yuan": 500,
        "follow_up_percent": 5,
        "extension_days": 10,
        "needed_soon_days": 5,
        "erase_after_months": 24,
    }
    assert [world.collect().number for _ in range(2)] == ["HH26-001", "HH26-002"]


def test_a_year_has_one_campaign(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        make_campaign(2026, by=world.administrator)
    assert (refused.value.code, refused.value.field) == ("campaign_exists", "year")


@pytest.mark.parametrize(
    ("name", "value"),
    [("claim_length_days", 0), ("live_claims_per_member", 21), ("branch_only_days", 31), ("follow_up_percent", 101)],
)
def test_a_policy_out_of_range_is_refused_with_its_field(world: World, name: str, value: int) -> None:
    with pytest.raises(Refusal) as refused:
        make_campaign(2030, policy={name: value}, by=world.administrator)
    assert (refused.value.status, refused.value.field) == (400, name)
    with pytest.raises(Refusal) as refused:
        edit_campaign(world.campaign, {name: value}, by=world.administrator)
    assert (refused.value.status, refused.value.field) == (400, name)


def test_a_changed_policy_keeps_old_and_new_and_leaves_what_is_claimed_alone(world: World) -> None:
    claim = world.claim_of(world.wish("claimed"))
    edit_campaign(world.campaign, {"claim_length_days": 5, "branch_only_days": 3}, by=world.administrator)
    entry = world.campaign.history.get(verb="edited")
    assert entry.changes == {"claim_length_days": [15, 5]}
    claim.refresh_from_db()
    assert claim.policy["claim_length_days"] == 15


def test_a_closed_campaign_is_edited_no_more(world: World) -> None:
    later = make_campaign(2027, by=world.administrator)
    assert main_campaign() == world.campaign
    Campaign.objects.filter(pk=later.pk).update(state=Campaign.State.CLOSED)
    with pytest.raises(Refusal, match="campaign_closed"):
        edit_campaign(later, {"title": "改"}, by=world.administrator)


def test_a_year_without_a_campaign_is_404(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        campaign_of(2020)
    assert refused.value.status == 404


@pytest.mark.django_db(transaction=True)
def test_numbers_given_at_once_are_each_given_once(world: World) -> None:
    results = at_once(world.community, [world.collect] * 30)
    assert sorted(wish.number for wish in won(results)) == [f"HH26-{n:03d}" for n in range(1, 31)]  # type: ignore[attr-defined]
    assert list(next_serials(world.campaign, 3)) == [31, 32, 33]


@pytest.mark.django_db(transaction=True)
def test_one_year_started_by_many_at_once_is_one_campaign(world: World) -> None:
    results = at_once(world.community, [lambda: make_campaign(2029, by=world.administrator)] * 6)
    assert len(won(results)) == 1
    assert set(codes(results)) == {"campaign_exists"}
