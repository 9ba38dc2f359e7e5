"""Lines that an earlier program counted know fewer stages than are known today: they count as nothing of those."""

import pytest

from hub.accounts.inviting import make_officer
from hub.clock import now, today
from hub.communities.models import Community
from hub.rollups.keeping import Line, keep
from hub.rollups.models import COUNTS, STAGES, CommunityDay, CommunityYear
from tests.hub.accounts.office import Browser, settled
from tests.hub.rollups.test_activity import place

NEWER = ("late_admitted", "late_backstopped", "late_follow_up", "late_request")


@pytest.mark.parametrize("level", ["", "&level=communities"])
def test_the_district_reads_a_line_that_lacks_a_stage(db: None, level: str) -> None:
    here = place("630222100001", "海鸿社区")
    line = Line(today().year, "running", dict.fromkeys(COUNTS, 1), dict.fromkeys(STAGES, 0), {}, None)
    keep(here, line, day=today(), moment=now())
    of_before = {name: 1 for name in COUNTS if name not in NEWER}
    CommunityYear.objects.update(counts=of_before, longest={STAGES[0]: 12})
    CommunityDay.objects.update(counts=of_before, longest={STAGES[0]: 12})
    settled(make_officer("+8613900120512", "县民政局", "630222"))
    browser = Browser("wishbridge.localhost")
    assert browser.login("+8613900120512").status_code == 200
    answer = browser.get(f"/api/district?region=630222{level}")
    assert answer.status_code == 200, answer.content
    assert Community.objects.count() == 1
