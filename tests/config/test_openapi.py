import subprocess
import sys

import pytest
from django.conf import settings

from config.openapi import URLCONFS, described


@pytest.mark.parametrize("kind", URLCONFS)
def test_the_committed_description_is_what_the_views_say(kind: str) -> None:
    committed = (settings.WISHBRIDGE_OPENAPI / f"{kind}.json").read_bytes()
    assert committed == described(kind)[0], "run: wishbridge manage write_openapi"


@pytest.mark.parametrize("kind", URLCONFS)
def test_the_generator_understands_every_view(kind: str) -> None:
    assert described(kind)[1] == []


def test_another_process_describes_the_api_with_the_same_bytes() -> None:
    program = (
        "import django, sys, hashlib; django.setup(); from config.openapi import described; "
        "print(hashlib.sha256(described('community')[0]).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], env=None, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    }
    assert len(digests) == 1
