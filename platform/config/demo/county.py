"""The county's communities as data/communities.csv names them, and the stage of the year that each is in."""

import csv
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).with_name("data")
YEAR = 2026
"""The year of the sample workbook, so of every campaign here."""

SAMPLE, WAITING = "sample", "waiting"
"""haihong lives the sample workbook; binhe waits for the tour to import one."""

_STAGES = {
    "haihong": SAMPLE,
    "binhe": WAITING,
    "c03": "collecting",
    "c12": "collecting",
    "c24": "collecting",
    "c36": "collecting",
    "c05": "verifying",
    "c17": "verifying",
    "c28": "verifying",
    "c39": "verifying",
    "c10": "balanced",
    "c22": "balanced",
    "c35": "balanced",
    "c07": "ending",
    "c19": "ending",
    "c31": "ending",
    "c13": "finished",
    "c20": "quiet",
    "c16": "stuck",
}
"""Whoever is not named here is claiming: so it is in most of a county for most of a year."""


@dataclass(frozen=True)
class Place:
    """One line of the file. `order` is its place in it, which keeps invented telephones apart."""

    order: int
    region_code: str
    regions: tuple[str, str, str, str]
    name: str
    slug: str
    members: int
    branches: int

    @property
    def stage(self) -> str:
        return _STAGES.get(self.slug, "claiming")


def places() -> list[Place]:
    """All of them, in the file's order."""
    with (DATA / "communities.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            Place(
                order=order,
                region_code=line["code"],
                regions=(line["province"], line["city"], line["county"], line["town"]),
                name=line["community"],
                slug=line["slug"],
                members=int(line["members"]),
                branches=int(line["branches"]),
            )
            for order, line in enumerate(csv.DictReader(file))
        ]
