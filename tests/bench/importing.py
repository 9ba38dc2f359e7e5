"""How long the check of a workbook of 500 rows takes, reading in its own process included (aim: 3 s)."""

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from django_tenants.utils import tenant_context

from tenants.forms.command import import_file
from tests.bench.stage import make_stage
from tests.runtime.installation import Installation
from tests.tenants.forms.workbooks import HEADER, wish_row, xlsx

ROWS = 500
TIMES = 7
AIM_S = 3.0
FAMILY, GIVEN = "马韩祁冶杨林郭赵王李张白", "秀兰永清文军生莲福山桂花玉梅建国雪松"


def workbook() -> bytes:
    """500 different people with a wish each."""
    rows = [
        wish_row(
            number,
            name=FAMILY[number % 12] + GIVEN[number % 17] + GIVEN[number * 7 % 18],
            phone=f"139{number * 7919 % 10**8:08d}",
        )
        for number in range(1, ROWS + 1)
    ]
    return xlsx([HEADER, *rows])


def measure(_: Installation) -> dict[str, Any]:
    """Median and slowest, in seconds."""
    community, _wishes = make_stage("import", "639000900003", 1)
    times = []
    with tempfile.TemporaryDirectory() as temporary, tenant_context(community):
        file = Path(temporary) / "wishes.xlsx"
        file.write_bytes(workbook())
        for _ in range(TIMES):
            began = time.perf_counter()
            report = import_file(file, "wishes", check=True)
            times.append(time.perf_counter() - began)
    median = statistics.median(times)
    read = sum(report["counts"].values())
    return {
        "median_s": round(median, 2),
        "slowest_s": round(max(times), 2),
        "counts": report["counts"],
        "aim_s": AIM_S,
        "kept": median <= AIM_S and read == ROWS,
        "line": f"median {median:.2f} s, slowest {max(times):.2f} s for {read} rows (aim {AIM_S:.0f} s)",
    }
