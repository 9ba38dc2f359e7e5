"""The office finds wishes and people by building."""

from tests.contract.stage import Stage


def test_the_lists_of_wishes_and_people_find_by_building(stage: Stage) -> None:
    with stage.community_block() as world:
        wish = world.collect()
        world.collect(person=world.child)
    for query in ("4号楼", "滨河小区4栋"):
        [row] = stage.ask("staff", "GET", f"/api/wishes?q={query}").json()["results"]
        assert row["number"] == wish.number
        [person] = stage.ask("staff", "GET", f"/api/people?q={query}").json()["results"]
        assert person["id"] == str(wish.beneficiary_id)
