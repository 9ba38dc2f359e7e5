"""A pile of signed forms comes in: one act records them all, and says whom it could not record."""

from hub.actor import STAFF
from tenants.people.consents import consented, record_consents
from tenants.people.register import Person, register_beneficiary
from tenants.wishes.models import Wish
from tests.contract.stage import Stage

S = Wish.State


def test_the_same_consents_of_many_are_recorded_at_once_and_the_rest_is_named(stage: Stage) -> None:
    with stage.community_block() as world:
        old = register_beneficiary(
            Person(name="马老三", age=80, categories=("senior",), without_phone=True), by=world.collector
        )
        record_consents(old, ["collect"], manner="oral", by=world.collector)
        orphan = register_beneficiary(Person(name="马小龙", age=8), by=world.collector)
        # Two wishes of one person are one consent.
        wishes = [world.wish(S.ADMITTED, person=old), world.wish(S.VERIFIED, person=old)]
        lacking = world.wish(S.COLLECTED, person=orphan)
    asked = {"wishes": [str(wish.pk) for wish in [*wishes, lacking]], "purposes": ["show"], "manner": "written"}
    answer = stage.ask(STAFF, "POST", "/api/consents", asked)
    assert answer.status_code == 200, answer.content
    assert answer.json()["recorded"] == 1
    assert [(row["number"], row["code"]) for row in answer.json()["left_out"]] == [(lacking.number, "guardian_missing")]
    with stage.community_block():
        assert consented([old.pk, orphan.pk], "show") == {old.pk}
        entries = old.history.count()
    again = stage.ask(STAFF, "POST", "/api/consents", asked)
    assert again.status_code == 200
    with stage.community_block():
        assert old.history.count() == entries, "a second time records nothing"


def test_nothing_is_recorded_when_the_day_lies_ahead(stage: Stage) -> None:
    with stage.community_block() as world:
        old = register_beneficiary(
            Person(name="马老三", age=80, categories=("senior",), without_phone=True), by=world.collector
        )
        record_consents(old, ["collect"], manner="oral", by=world.collector)
        wish = world.wish(S.ADMITTED, person=old)
    asked = {"wishes": [str(wish.pk)], "purposes": ["show"], "manner": "written", "given_on": "2099-01-01"}
    answer = stage.ask(STAFF, "POST", "/api/consents", asked)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["given_on"])
    with stage.community_block():
        assert consented([old.pk], "show") == set()
