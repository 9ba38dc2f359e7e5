"""QR codes as pictures that paper and screens carry."""

from io import BytesIO

import segno


def qr_svg(text: str) -> bytes:
    """A QR code with its quiet zone as a self-contained SVG, error correction M."""
    picture = BytesIO()
    # The name space is what makes it a picture in <img>; svg_inline() of segno always leaves it out.
    segno.make(text, error="m", micro=False).save(
        picture, kind="svg", border=4, omitsize=True, xmldecl=False, svgns=True, nl=False
    )
    return picture.getvalue()
