"""The side that survives: hands a picture to the child, and says what became of it."""

import dataclasses
import json

import structlog

from hub.confined import ask_child
from hub.language import Text
from hub.refusal import Refusal
from tenants.claims.pictures import limits

PHOTO, SIGNATURE = "photo", "signature"
MEDIA_TYPES = {PHOTO: "image/jpeg", SIGNATURE: "image/png"}

TEXTS = {
    "picture_missing": Text(zh="请拍一张照片，或选择一张。", en="Take a photo, or choose one."),
    "picture_not_wanted": Text(
        zh="这种凭证不需要照片，请改选“照片”。", en="This evidence takes no picture: choose “photo”."
    ),
    "picture_too_big": Text(
        zh="照片超过 {limit} MB。请换一张小一些的，或在手机上截图后再上传。",
        en="The photo is larger than {limit} MB. Choose a smaller one, or take a screenshot of it and upload that.",
    ),
    "not_a_picture": Text(
        zh="这不是可以读取的照片。请选择 JPEG、PNG 或 WebP 格式的图片。",
        en="This is not a photo we can read. Choose a picture in JPEG, PNG or WebP.",
    ),
    "picture_is_heic": Text(
        zh="这是苹果手机的 HEIC 照片，无法读取。请在手机“设置 › 相机 › 格式”里选“兼容性最佳”后重拍，或截图后上传。",
        en="This is an iPhone's HEIC photo. Choose “Most Compatible” under Settings › Camera › Formats and take it again, "
        "or upload a screenshot of it.",
    ),
    "picture_damaged": Text(
        zh="照片无法读取：没有传完整、已经损坏，或尺寸太大。请重新拍一张普通照片。",
        en="The photo cannot be read: it is incomplete, damaged or too large. Take an ordinary one again.",
    ),
    "picture_too_large": Text(
        zh="照片尺寸太大（{width} × {height}）。请换一张普通尺寸的照片。",
        en="The photo is too large ({width} × {height} pixels). Choose one of an ordinary size.",
    ),
    "picture_too_heavy": Text(
        zh="这张照片处理不了，请重新拍一张普通照片。", en="This photo takes too much to read: take an ordinary one."
    ),
    "signature_is_empty": Text(zh="还没有签字，请在方框里签名。", en="Nothing is signed yet: sign in the box."),
}

log = structlog.get_logger(__name__)


@dataclasses.dataclass(frozen=True, repr=False)
class Picture:
    """A picture that our own hands wrote: JPEG for a photo, PNG in grey for a signature; sizes in pixels."""

    kind: str
    content: bytes
    width: int
    height: int

    def __repr__(self) -> str:
        return f"<{self.kind} {self.width} × {self.height}>"


def read_picture(data: bytes, kind: str) -> Picture:
    """The picture written anew, at most `limits.PHOTO_SIDE` or `SIGNATURE_SIDE` long, without anything beside pixels.

    Raises Refusal (413 or 422) with a code of `TEXTS`. Takes time: never to be called inside a transaction.
    """
    if not data:
        raise refused("picture_missing")
    if len(data) > limits.MAX_FILE_BYTES:
        raise refused("picture_too_big")
    said = ask_child("tenants.claims.pictures.child", kind, data=data, seconds=limits.CHILD_WALL_SECONDS)
    if said is None:
        log.warning("picture_child_died", size=len(data))
        raise refused("picture_too_heavy")
    line, _, content = said.partition(b"\n")
    head = json.loads(line)
    if code := head.pop("code", ""):
        raise refused(code, **head)
    return Picture(kind, content, head["width"], head["height"])


def refused(code: str, **params: object) -> Refusal:
    """The sentence for one code."""
    status = {"picture_too_big": 413, "picture_missing": 400, "picture_not_wanted": 400, "signature_is_empty": 400}.get(
        code, 422
    )
    most = limits.MAX_FILE_BYTES // limits.MEGABYTE
    return Refusal(code, TEXTS[code], status=status, field="picture", **{"limit": most, **params})
