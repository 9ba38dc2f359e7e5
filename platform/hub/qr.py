"""QR codes as pictures that paper and screens carry."""

from io import BytesIO

import segno


def qr_svg(text: str, error: str = "m", border: int = 4) -> bytes:
    """A QR code with its quiet zone as a self-contained SVG.

    `error` is how much of it may be spoiled: "m" for paper, which is folded and written on; "l" for a screen, where the
    same size then holds fewer and larger squares, which are read from further away. `border` is the quiet zone, in
    squares; less than 4 only where what lies around it is as white.
    """
    picture = BytesIO()
    # The name space is what makes it a picture in <img>; svg_inline() of segno always leaves it out.
    segno.make(text, error=error, micro=False).save(
        picture, kind="svg", border=border, omitsize=True, xmldecl=False, svgns=True, nl=False
    )
    return picture.getvalue()
