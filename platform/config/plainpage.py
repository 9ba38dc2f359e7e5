"""Pages that stand without the application: before it has come, without scripts, and where no view is reached.

They carry their own style, since beside them nothing may answer; the policy names it by its hash. No script is needed:
what is to be tried again says so in the head `Refresh`.
"""

import base64
import hashlib
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hub.language import Text

NAME = "连心桥 WishBridge"
STYLE = (
    "*{box-sizing:border-box}"
    "body{margin:0;background:#faf7f2;color:#1f1b16;"
    'font:1.0625rem/1.6 "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}'
    "main{max-width:38rem;margin:0 auto;padding:12vh 1.25rem 3rem}"
    ".name{display:flex;align-items:center;margin:0 0 1.5rem;color:#5b5348}"
    ".name svg{width:1.5rem;height:1.5rem;margin-right:.5rem}"
    'h1{margin:0 0 .5rem;font:700 1.75rem/1.3 "Noto Serif CJK SC","Noto Serif SC","Songti SC",STSong,SimSun,serif}'
    "p{margin:0 0 .5rem;overflow-wrap:anywhere}"
    "[lang=en]{margin-top:1.25rem;color:#5b5348}"
    ".ask{margin:1.5rem 0 0;padding:1rem 1.25rem;background:#fff;border:1px solid #e5ded2;border-radius:.375rem}"
    ".ask b{font-weight:600}"
    "a{color:inherit;display:inline-block;min-height:2.75rem;padding:.5rem 0;text-underline-offset:.22em}"
    ".large{max-width:72rem;font-size:2rem}"
    ".large h1{font-size:4rem}"
    ".large .name{font-size:1.5rem}"
    ".large .name svg{width:2.5rem;height:2.5rem}"
    "@media(max-width:40em){.large{font-size:1.25rem}.large h1{font-size:2.25rem}}"
)
POLICY = (
    "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
    + base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    + "'"
)
_SHEET = SafeString(STYLE)
RETRY_S = 10
WALL_RETRY_S = 30
_HEART = SafeString(
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="#b3261e" d="M12 21s-8.5-5.2-8.5-11.4A4.9 4.9 0 0 1 12 '
    '6.5a4.9 4.9 0 0 1 8.5 3.1C20.5 15.8 12 21 12 21z"/></svg>'
)
AGAIN = Text(zh="再试一次", en="Try again")


def is_wall(path: str) -> bool:
    """Whether the address is the hall's screen, before which nobody stands who could press anything."""
    return path == "/wall" or path.startswith("/wall/")


def plain_page(
    title: Text,
    sentences: Sequence[Text] = (),
    *,
    name: str = NAME,
    ask: Sequence[str] = (),
    large: bool = False,
    again: bool = False,
) -> str:
    """A whole page in both languages, Chinese first.

    `name`: who speaks, above the heading. `ask`: lines on whom to ask (telephone, address, hours). `large`: for the wall.
    `again`: with a link that loads the address anew.
    """
    return format_html(
        '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{title} · {name}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light">'
        "<style>{style}</style></head><body><main{large}>"
        '<p class="name">{heart}{name}</p><h1>{title}</h1>{zh}{ask}'
        '<div lang="en"><p><b>{title_en}</b></p>{en}</div>{again}</main></body></html>',
        title=title.zh,
        title_en=title.en,
        name=name,
        style=_SHEET,
        large=format_html(' class="{}"', "large") if large else "",
        heart=_HEART,
        zh=_paragraphs([text.zh for text in sentences]),
        en=_paragraphs([text.en for text in sentences]),
        ask=whom_to_ask(ask),
        again=format_html('<p><a href="">{} {}</a></p>', AGAIN.zh, AGAIN.en) if again else "",
    )


def whom_to_ask(lines: Sequence[str]) -> SafeString:
    """A box with the committee's telephone, address and hours, or nothing where none is known."""
    if not lines:
        return SafeString()
    return format_html('<div class="ask">{}</div>', _paragraphs(lines))


def _paragraphs(lines: Sequence[str]) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines))
