"""Pictures as telephones and strangers send them."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

CANARY = "door of the third house, Halazhigou"


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def photo(width: int = 1200, height: int = 900) -> Image.Image:
    """A red box on a grey floor; its top left corner is blue, so that which way is up can be told."""
    picture = Image.new("RGB", (width, height), (120, 120, 118))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((width // 4, height // 4, width // 2, height // 2), fill=(190, 30, 30))
    draw.rectangle((0, 0, width // 10, height // 10), fill=(20, 20, 220))
    return picture


def from_a_telephone(form: str = "JPEG") -> bytes:
    """Taken upright with a telephone that notes where, when and with what."""
    noted = Image.Exif()
    noted[0x0112] = 6  # to be turned by a quarter
    noted[0x010F] = CANARY
    noted.get_ifd(0x8825).update({1: "N", 2: (36.0, 19.0, 13.0), 3: "E", 4: (102.0, 48.0, 30.0), 29: "2026:03:09"})
    more = {"comment": CANARY.encode()} if form == "JPEG" else {}
    return encoded(photo(), form, exif=noted, **more)


def drawn(*, empty: bool = False) -> bytes:
    """What a canvas gives: black lines on nothing."""
    picture = Image.new("RGBA", (600, 240), (0, 0, 0, 0))
    if not empty:
        ImageDraw.Draw(picture).line((20, 60, 200, 180, 320, 40, 560, 190), fill=(20, 18, 16, 255), width=4)
    return encoded(picture, "PNG")


def png_of(width: int, height: int) -> bytes:
    """A PNG of one bit a pixel that unpacks to what its head says: a bomb for whoever unpacks it."""
    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(b"\0" + bytes(width // 8)) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", lines) + _chunk(b"IEND", b"")


def heic() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(2000)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
