"""`wishbridge form`: the statistics form for whoever has a terminal; what it cannot do it says in a sentence."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.rules.source import ROOT
from tests.runtime.installation import Installation, wishbridge

FILL = """
from django_tenants.utils import tenant_context
from hub.actor import SYSTEM
from hub.communities.models import Community
from tenants.campaigns.making import make_campaign
with tenant_context(Community.objects.get(slug='dongcun')):
    make_campaign(2026, by=SYSTEM)
"""
CONSENT = """
from django_tenants.utils import tenant_context
from hub.clock import today
from hub.communities.models import Community
from tenants.people.models import Beneficiary, Consent
with tenant_context(Community.objects.get(slug='dongcun')):
    for person in Beneficiary.objects.all():
        Consent.objects.create(beneficiary=person, purpose='show', manner='oral', given_on=today())
"""
"""The masked form hangs in the hall: it lists what may be shown."""


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with Installation(tmp_path_factory.mktemp("form") / "data", "--empty") as running:
        at = ("--data", running.data)
        named = (
            "--name",
            "东村社区",
            "--region-code",
            "630222100003",
            "--administrator",
            "王桂花",
            "--phone",
            "13900999103",
        )
        for words in (
            ("community", "create", "dongcun", *named, *at),
            ("manage", *at, "shell", "-c", FILL),
            ("import", "wishes", ROOT / "tests/data/wishes-2026.xlsx", "--community", "dongcun", *at),
            ("manage", *at, "shell", "-c", CONSENT),
        ):
            done = wishbridge(*words)
            assert done.returncode == 0, done.stdout + done.stderr
        yield running


def test_it_writes_a_masked_form_and_says_where(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "统计表.xlsx"
    words = ("--community", "dongcun", "--campaign", "2026", "--output", file, "--data", installation.data)
    done = wishbridge("form", *words, "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert (told["file"], told["rows"], told["masked"]) == (str(file), 72, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    sheet = load_workbook(file).active
    assert sheet is not None
    assert sheet["A1"].value == "东村社区 2026 年微心愿征集认领统计表"
    assert str(sheet["C6"].value).endswith("*")
    assert "脱敏" in wishbridge("form", *words).stdout


def test_the_full_form_wants_a_reason(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "full.xlsx"
    words = ("form", "--community", "dongcun", "--output", file, "--full", "--data", installation.data)
    refused = wishbridge(*words)
    assert (refused.returncode, file.exists()) == (1, False)
    assert "导出的用途" in refused.stderr
    assert wishbridge(*words, "--reason", "存档").returncode == 0
    sheet = load_workbook(file).active
    assert sheet is not None
    assert "*" not in str(sheet["C6"].value)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--community", "xicun"), "xicun"),
        (("--community", "dongcun", "--campaign", "1999"), "1999"),
        (("--community", "dongcun", "--as-of", "2999-01-01"), "2999-01-01"),
        (("--community", "dongcun", "--as-of", "昨天"), "昨天"),
        (("--community", "dongcun", "--as-of", "2020-01-01"), "2020-01-01 还没有统计表"),
        (("--community", "dongcun", "--output", "/nowhere/at/all.xlsx"), "/nowhere/at/all.xlsx"),
    ],
    ids=["community", "campaign", "day ahead", "no day", "before it began", "no folder"],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    installation: Installation, words: tuple[str, ...], said: str
) -> None:
    done = wishbridge("form", *words, "--data", installation.data)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_it_takes_a_code_or_a_year_with_all_its_campaigns(installation: Installation, tmp_path: Path) -> None:
    made = ("campaign", "make", "2026", "--occasion", "重阳", "--community", "dongcun", "--data", installation.data)
    said = wishbridge(*made, "--json")
    assert said.returncode == 0, said.stdout + said.stderr
    code = json.loads(said.stdout)["prefix"]
    file = tmp_path / "统计表.xlsx"
    words = ("form", "--community", "dongcun", "--output", file, "--json", "--data", installation.data)
    unclear = wishbridge(*words)
    assert unclear.returncode == 1
    assert "请选择是哪一个" in unclear.stdout
    rows = []
    for which in (("--campaign", "2026"), ("--campaign", code.lower()), ("--year", "2026")):
        done = wishbridge(*words, *which)
        assert done.returncode == 0, done.stdout + done.stderr
        sheet = load_workbook(file).active
        assert sheet is not None
        rows.append((json.loads(done.stdout)["rows"], sheet["A1"].value, sheet["C5"].value))
    assert rows == [
        (72, "东村社区 2026 年微心愿征集认领统计表", "姓名"),
        (0, "东村社区 2026 年“重阳”微心愿征集认领统计表", "姓名"),
        (72, "东村社区 2026 年微心愿征集认领统计表（全年 2 个活动）", "活动"),
    ]
