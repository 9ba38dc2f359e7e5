"""A picture from outside becomes pixels written anew, or is refused with a sentence; hostile ones harm nobody."""

import io
import resource
from collections.abc import Callable

import pytest
from PIL import Image

from hub.refusal import Refusal
from tenants.claims.pictures import limits
from tenants.claims.pictures.reading import read_picture
from tests.tenants.claims.pictures import CANARY, drawn, encoded, from_a_telephone, heic, photo, png_of


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_but_pixels_goes_through_and_the_photo_stands_upright(form: str) -> None:
    data = from_a_telephone(form)
    assert CANARY.encode() in data, "the picture that was sent tells where it was taken"
    made = read_picture(data, "photo")
    picture = opened(made.content)
    assert (picture.format, picture.size) == ("JPEG", (900, 1200)) == ("JPEG", (made.width, made.height))
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for left in (CANARY.encode(), b"Exif", b"GPS", b"http://ns.adobe.com"):
        assert left not in made.content
    red, _, blue = picture.getpixel((890, 10))  # the corner that was at the top left
    assert blue > 150 > red


def test_a_large_photo_is_kept_small() -> None:
    made = read_picture(encoded(photo(6000, 4000), "JPEG"), "photo")
    assert (made.width, made.height) == (limits.PHOTO_SIDE, round(limits.PHOTO_SIDE * 2 / 3))


def test_a_photo_that_shows_through_lies_on_white() -> None:
    made = read_picture(encoded(Image.new("RGBA", (300, 200), (0, 0, 0, 0)), "WEBP"), "photo")
    assert opened(made.content).getpixel((150, 100)) == (255, 255, 255)


def test_a_signature_is_grey_and_small() -> None:
    made = read_picture(drawn(), "signature")
    picture = opened(made.content)
    assert (picture.format, picture.mode, picture.getextrema()[1]) == ("PNG", "L", 255)
    assert len(made.content) < 20_000


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "picture_missing"),
    "an iPhone's own": (heic, "picture_is_heic"),
    "a moving picture": (lambda: encoded(photo(), "GIF"), "not_a_picture"),
    "a drawing with a script": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "not_a_picture"),
    "a web page": (lambda: b"<!doctype html><script>alert(1)</script>", "not_a_picture"),
    "a picture of another kind by its name only": (lambda: encoded(photo(), "TIFF"), "not_a_picture"),
    "cut off": (lambda: encoded(Image.effect_noise((800, 800), 60), "JPEG")[:9_000], "picture_damaged"),
    "its head only": (lambda: encoded(photo(), "PNG")[:60], "picture_damaged"),
    "30,000 × 30,000 pixels": (lambda: png_of(30_000, 30_000), "picture_too_large"),
    "more megabytes than the limit": (lambda: bytes(limits.MAX_FILE_BYTES + 1), "picture_too_big"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_photo_is_refused_with_a_sentence(case: str) -> None:
    make, code = WRONG[case]
    data = make()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(Refusal) as refused:
        read_picture(data, "photo")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert refused.value.code == code
    assert (refused.value.field, "{" in refused.value.text.zh + refused.value.text.en) == ("picture", False)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2.5


def test_the_largest_picture_that_is_let_in_is_unpacked_within_the_limits() -> None:
    side = int(limits.MAX_PIXELS["PNG"] ** 0.5)
    assert read_picture(encoded(Image.new("RGBA", (side, side), (9, 9, 9, 99)), "PNG"), "photo").width == 1600
    assert read_picture(encoded(photo(3264, 2448), "WEBP"), "photo").width == 1600


def test_an_empty_box_is_no_signature() -> None:
    with pytest.raises(Refusal) as refused:
        read_picture(drawn(empty=True), "signature")
    assert refused.value.code == "signature_is_empty"
