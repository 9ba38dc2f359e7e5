"""Finding the header: the row, or up to three rows together, that name the most columns we know."""

import dataclasses
import re

from tenants.forms.tables.columns import NEEDED, Kind, is_of_the_guardian, key_like, key_of

LOOK_DOWN_TO_ROW = 40
_FIGURE = re.compile(r"[0-9][0-9.,/年月日 -]*")
_REGISTERED = re.compile(r"户籍|户口")
DEEPEST = 3
_SECOND = {"phone": "phone_2", "guardian": "guardian_2", "guardian_phone": "guardian_phone_2"}
"""What a form may ask for twice (监护人姓名 and 委托监护人姓名): the second has a place of its own."""

Grid = list[list[str]]


@dataclasses.dataclass(frozen=True)
class Header:
    """`top` is the first row of the header (from 0), `depth` how many rows it has.

    `columns` gives for each known column where it stands; `names` what the sheet calls its columns.
    """

    top: int
    depth: int
    columns: dict[str, int]
    names: dict[int, str]

    @property
    def ignored(self) -> list[str]:
        """The named columns that mean nothing to us."""
        known = set(self.columns.values())
        return [name for at, name in self.names.items() if at not in known and name]


def find_header(grid: Grid, kind: Kind) -> Header | None:
    """The best header of that kind among the first rows, or None when no row names what is needed.

    Most columns win, then fewest rows: a title above belongs to no header, a record below neither.
    """
    found: list[Header] = []
    for top in range(min(len(grid), LOOK_DOWN_TO_ROW)):
        for depth in range(1, min(DEEPEST, len(grid) - top) + 1):
            if depth > 1 and any(_FIGURE.fullmatch(cell) for cell in grid[top + depth - 1]):
                break
            if header := _read(grid[top : top + depth], top, kind):
                found.append(header)
    return max(found, key=lambda header: (len(header.columns), -header.depth, -header.top), default=None)


def _read(rows: Grid, top: int, kind: Kind) -> Header | None:
    width = max((len(row) for row in rows), default=0)
    columns: dict[str, int] = {}
    names: dict[int, str] = {}
    undecided: list[int] = []
    for at in range(width):
        parts = list(dict.fromkeys(row[at] for row in rows if at < len(row) and row[at]))
        names[at] = "".join(parts)
        # "监护人" over "姓名" is 监护人姓名; "基本情况" over "姓名" is 姓名.
        key = key_of(names[at], kind)
        if key is None and len(parts) > 1 and is_of_the_guardian(parts[0]) and kind == "wishes":
            key = key_like(names[at], kind)
        key = key or next((key for name in parts[::-1] if (key := key_of(name, kind))), None)
        if key is None or not _place(columns, key, at):
            undecided.append(at)
    # Where somebody is registered is no place to bring a gift to, unless the sheet has no other.
    for at in sorted(undecided, key=lambda at: _REGISTERED.search(names[at]) is not None):
        if key := key_like(names[at], kind):
            _place(columns, key, at)
    if not all(any(key in columns for key in group) for group in NEEDED[kind]):
        return None
    return Header(top, len(rows), columns, names)


def _place(columns: dict[str, int], key: str, at: int) -> bool:
    """Gives a column its place, a second telephone its own; False for a name that is taken."""
    if key in _SECOND and key in columns:
        key = _SECOND[key]
    if key in columns:
        return False
    columns[key] = at
    return True
