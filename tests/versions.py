"""What a page does before it edits: it reads, and says with the change which version it read."""

from collections.abc import Callable
from typing import Any

EDITS = ("PATCH", "PUT")


def version_at(get: Callable[[str], Any], path: str) -> str | None:
    """The version of what stands at this path, or in the list above it; None where nothing has one."""
    alone = get(path)
    if alone.status_code == 200 and "version" in alone.json():
        return str(alone.json()["version"])
    if "/rows/" in path:  # of an import's check page
        batch, _, serial = path.partition("/rows/")
        page = get(batch)
        told = page.json().get("rows", []) if page.status_code == 200 else []
        return next((str(row["version"]) for row in told if str(row["serial"]) == serial), None)
    above, _, key = path.rstrip("/").rpartition("/")
    if above.startswith("/api/templates/"):
        above, key = f"/api/templates?provider={above.rpartition('/')[2]}", key
    listed = get(above)
    if listed.status_code != 200:
        return None
    told = listed.json()
    rows = told if isinstance(told, list) else told.get("results", [])
    for row in rows:
        if key in (str(row.get("id")), row.get("name")) and "version" in row:
            return str(row["version"])
    return None
