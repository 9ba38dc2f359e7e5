"""What a picture may cost. Refused within 2 s and 200 MB (promises.md, row "hostile files")."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 10 * MEGABYTE

MAX_PIXELS = {"JPEG": 64_000_000, "PNG": 16_000_000, "WEBP": 8_000_000}
"""By the picture's own head, before a pixel is unpacked. A JPEG is unpacked at a fraction of its size, so that a
telephone's largest one passes; a PNG is unpacked whole, a WebP three times over."""

PHOTO_SIDE = 1600
"""The longer side of a photo as it is kept: an item and its label can be read."""

SIGNATURE_SIDE = 800

CHILD_MEMORY_BYTES = 190 * MEGABYTE
CHILD_CPU_SECONDS = 2
CHILD_WALL_SECONDS = 20
"""Generous, since a busy machine is not the file's fault: a hostile file runs out of CPU seconds first."""
