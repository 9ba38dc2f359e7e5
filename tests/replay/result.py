"""What a replay comes to: the years, and what the product and the model do not agree about."""

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

from django_tenants.utils import tenant_context

from tenants.campaigns.models import Campaign
from tests.replay import finding
from tests.replay.model.events import Figures, Prediction, difference
from tests.replay.model.ladder import Ladder
from tests.replay.setting import Setting

if TYPE_CHECKING:
    from tests.replay.playing import Play

COLUMNS = ("wishes", "claimed", "fulfilled", "on_time", "after_reminder", "after_urging", "recalled", "backstop")


@dataclasses.dataclass
class Result:
    """The figures of each year from the product's rows, and every difference as a line to read."""

    years: dict[int, Figures]
    differences: list[str]

    @property
    def total(self) -> Figures:
        """All years together."""
        total = Figures(**{name: sum(getattr(year, name) for year in self.years.values()) for name in COLUMNS})
        for year in self.years.values():
            for kind, count in year.messages.items():
                total.messages[kind] = total.messages.get(kind, 0) + count
        total.messages = {kind: total.messages[kind] for kind in finding.KINDS if kind in total.messages}
        return total

    @property
    def kept(self) -> bool:
        """No difference, and every wish claimed and fulfilled."""
        total = self.total
        return not self.differences and total.wishes == total.claimed == total.fulfilled > 0

    def document(self) -> dict[str, Any]:
        """As --json prints it."""
        return {
            "years": [{"year": year, **dataclasses.asdict(figures)} for year, figures in self.years.items()],
            "total": dataclasses.asdict(self.total),
            "differences": len(self.differences),
        }


def result_of(play: "Play") -> Result:
    """Compares everything the product did with everything the model says had to be done, both ways."""
    # The house goes on after the last thing that people did.
    model = Ladder(play.setting.people, play.outages).run(play.happened, until=play.now.date())
    differences = [*play.wrong, *_differences(play, model)]
    years: dict[int, Figures] = {}
    with tenant_context(play.setting.community):
        messages = finding.ladder_messages()
        for year in sorted(set(Campaign.objects.values_list("year", flat=True))):
            years[year] = finding.figures(year, messages)
            differences += _figures(play.setting, year, years[year], model)
        differences += [f"step: {wrong}" for wrong in finding.at_wrong_hours()]
        differences += [f"message: {stray}" for stray in finding.strays(messages)]
    return Result(years, differences)


def differences_of(play: "Play", *, until: datetime.date) -> list[str]:
    """What differs by the end of a day, in the middle of a play."""
    model = Ladder(play.setting.people, play.outages).run(play.happened, until=until)
    return [*play.wrong, *_differences(play, model)]


def _differences(play: "Play", model: Prediction) -> list[str]:
    differences = [f"cannot have happened: {event}" for event in model.impossible]
    with tenant_context(play.setting.community):
        messages = finding.ladder_messages()
        for what, expected, found in (
            ("message", model.sent, finding.sent(messages)),
            ("step", model.taken, finding.taken()),
            ("move", model.moves, finding.moves()),
            ("deadline", model.deadlines, finding.deadlines()),
            ("alone", model.alone.items(), finding.alone()),
            ("overdue", model.overdue, play.overdue),
        ):
            missing, unexpected = difference(expected, found)
            differences += [f"{what} expected and not found: {_said(one)}" for one in missing]
            differences += [f"{what} found and not expected: {_said(one)}" for one in unexpected]
    return differences


def _figures(setting: Setting, year: int, found: Figures, model: Prediction) -> list[str]:
    expected = model.years.get(year, Figures())
    lines = [
        f"{year} {name}: {getattr(found, name)}, expected {getattr(expected, name)}"
        for name in (*COLUMNS, "messages")
        if getattr(found, name) != getattr(expected, name)
    ]
    kept = finding.kept_figures(setting.community, year)
    wanted = (expected.wishes, expected.fulfilled, expected.on_time, expected.backstop)
    if kept != wanted:
        lines.append(f"{year} in the pool, fulfilled, on time, by backstop in the hub: {kept}, expected {wanted}")
    return lines


def _said(one: object) -> str:
    if isinstance(one, tuple):
        return " ".join(map(str, one))
    return " ".join(f"{name}={value}" for name, value in vars(one).items() if value not in ("", False))
