"""With real processes a change in a community is in the hub within seconds."""

from pathlib import Path

from tests.runtime.installation import Installation

WITHIN_S = 60.0
"""Beat knocks every five seconds, and on an idle machine it takes no longer. A change that rings no bell is counted at
midnight: the rest is for a machine on which others work, too."""


def test_the_hub_knows_of_a_change_within_seconds(tmp_path: Path) -> None:
    with Installation(tmp_path / "data", "--empty") as installation:
        took = installation.inside("tests.runtime.counting_process")
    assert len(took) == 3
    assert max(took) < WITHIN_S, took
