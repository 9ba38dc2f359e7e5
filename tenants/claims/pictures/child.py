"""The child process: a picture on its input; on its output one line of JSON and the picture, written anew.

Started by `reading.read_picture` as `python -I -m tenants.claims.pictures.child photo|signature`, without environment.
Only pixels go from the one picture into the other: no place, no time, no maker, no thumbnail, no comment comes along.
"""

import io
import json
import sys
from typing import Any

from hub.confined import give_up_most
from tenants.claims.pictures import limits

_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def main() -> None:
    give_up_most(memory_bytes=limits.CHILD_MEMORY_BYTES, cpu_seconds=limits.CHILD_CPU_SECONDS)
    try:
        head, content = _written_anew(sys.stdin.buffer.read(), sys.argv[1])
    except MemoryError:
        head, content = {"code": "picture_too_heavy"}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)


def _written_anew(data: bytes, kind: str) -> tuple[dict[str, Any], bytes]:
    # Imported with the limits in force: a reader's own tables count as well.
    from PIL import Image, ImageOps, UnidentifiedImageError

    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return {"code": "picture_is_heic"}, b""
    # Our own limit of pixels, by format, is asked before any is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(data), formats=tuple(limits.MAX_PIXELS)) as picture:
            if picture.width * picture.height > limits.MAX_PIXELS[picture.format or ""]:
                return {"code": "picture_too_large", "width": picture.width, "height": picture.height}, b""
            side = limits.PHOTO_SIDE if kind == "photo" else limits.SIGNATURE_SIDE
            picture.draft("RGB", (side, side))
            picture.thumbnail((side, side))
            upright = ImageOps.exif_transpose(picture)
            flat = Image.new("RGB", upright.size, "white")
            flat.paste(upright, mask=upright.convert("RGBA").getchannel("A") if _may_show_through(upright) else None)
    except UnidentifiedImageError:
        return {"code": "not_a_picture"}, b""
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError):
        return {"code": "picture_damaged"}, b""
    out = io.BytesIO()
    if kind == "photo":
        flat.save(out, "JPEG", quality=82, optimize=True)
    else:
        grey = flat.convert("L")
        if grey.getextrema()[0] > 160:  # type: ignore[operator]  # one band: a pair of numbers
            return {"code": "signature_is_empty"}, b""
        grey.save(out, "PNG", optimize=True)
    return {"width": flat.width, "height": flat.height}, out.getvalue()


def _may_show_through(picture: Any) -> bool:
    return "A" in picture.getbands() or "a" in picture.getbands() or "transparency" in picture.info


if __name__ == "__main__":
    main()
