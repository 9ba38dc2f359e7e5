"""The folder tells the schema: rooms of the hub exist once, rooms of the tenants once per community."""

from pathlib import Path
from types import ModuleType

import hub
import tenants


def rooms_of(shelf: ModuleType) -> list[str]:
    """The Django applications on a shelf, by name: every folder with an apps.py."""
    places = [Path(place) for place in shelf.__path__]
    return sorted(f"{shelf.__name__}.{sign.parent.name}" for place in places for sign in place.glob("*/apps.py"))


HUB_ROOMS = rooms_of(hub)
TENANT_ROOMS = rooms_of(tenants)
EVERY_ROOM = [*HUB_ROOMS, *TENANT_ROOMS]


def has_module(room: str, module: str) -> bool:
    """True when the room holds a module of this name (a file or a folder)."""
    shelf, _, name = room.rpartition(".")
    folders = [Path(place) / name for place in (hub if shelf == "hub" else tenants).__path__]
    return any((folder / f"{module}.py").exists() or (folder / module).is_dir() for folder in folders)
