"""What a sheet says beside its cells' values: hidden rows, and formulas that failed. calamine tells neither."""

import dataclasses
import posixpath


@dataclasses.dataclass
class PartMarkings:
    """The markings of one part of a workbook. Rows and columns count from 0."""

    name: str = ""
    hidden_rows: list[int] = dataclasses.field(default_factory=list)
    errors: list[tuple[int, int, str]] = dataclasses.field(default_factory=list)
    sheets: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    targets: dict[str, str] = dataclasses.field(default_factory=dict)

    def element(self, root: str, name: str, attributes: dict[str, str]) -> None:
        """Notes which part is which sheet: the workbook names them, its relations say where they are."""
        if root == "workbook" and name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), relation))
        elif root == "Relationships" and name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


class Markings:
    """The markings of a workbook, by the names of its sheets."""

    def __init__(self) -> None:
        self._parts: dict[str, PartMarkings] = {}

    def part(self, name: str) -> PartMarkings:
        """The markings of the part of this name, to be filled."""
        return self._parts.setdefault(name.lower().lstrip("/"), PartMarkings(name))

    def of(self, sheet: str) -> PartMarkings:
        """The markings of a sheet; empty ones where there are none."""
        for path, part in list(self._parts.items()):
            relation = next((relation for name, relation in part.sheets if name == sheet), None)
            if relation is None:
                continue
            folder, file = posixpath.split(path)
            relations = self._parts.get(f"{folder}/_rels/{file}.rels", PartMarkings())
            target = relations.targets.get(relation, "").lower()
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            return self._parts.get(place, PartMarkings())
        return self._parts.get(sheet.lower(), PartMarkings())
