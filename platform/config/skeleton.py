"""What a page says before the application has come, without scripts, and in a browser that is too old for it."""

from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from config.plainpage import AGAIN
from hub.language import Text

ASK = "<!-- whom to ask -->"
"""Where a community's telephone, address and hours are put in, request by request."""
_ASK = SafeString(ASK)
HERE = '<div id="app"></div>'
"""Where index.html leaves room for the application."""


class Advice(NamedTuple):
    """What a face's readers can do: they sit at a desk, hold a telephone, or stand in a hall."""

    browser: Text
    without: Text


_DESK = Text(
    zh="请换用新版的 Chrome、Edge，或 360 浏览器的极速模式。",
    en="Please use a current Chrome or Edge.",
)
_OFFICE = Advice(
    browser=_DESK,
    without=Text(
        zh="还不行，请找单位里管电脑的同事。", en="If that does not help, ask whoever looks after your computers."
    ),
)
_MEMBER = Advice(
    browser=Text(
        zh="请在微信里打开，或换用手机自带的新版浏览器。",
        en="Please open it in WeChat, or in a current browser of your telephone.",
    ),
    without=Text(
        zh="也可以直接到社区居委会登记认领。", en="You can also claim a wish at your residents' committee in person."
    ),
)
_WALL = Advice(
    browser=Text(
        zh="请用新版的 Chrome 或 Edge 打开这块大屏。", en="Please open this screen in a current Chrome or Edge."
    ),
    without=Text(zh="想认领心愿，请到服务台登记。", en="To claim a wish, please go to the service desk."),
)
_ADVICE = {"/": _MEMBER, "/wall": _WALL, "/portal": _OFFICE, "/admin": _OFFICE, "/district": _OFFICE}

SLOW = Text(zh="页面还没有打开", en="The page has not opened yet")
SLOW_TEXT = Text(
    zh="网络可能很慢，或已断开。连上后会自动打开。",
    en="The line may be slow or down. The page opens by itself when it is back.",
)
STILL = Text(
    zh="一直打不开，请看浏览器是否关闭了 JavaScript，或是否太旧。",
    en="If it never does, JavaScript may be off or the browser too old.",
)
OLD = Text(zh="这个浏览器太旧，打不开这个页面", en="This browser is too old for this page")
NO_SCRIPT = Text(
    zh="浏览器关闭了 JavaScript，打不开这个页面", en="JavaScript is switched off, so this page cannot open"
)
NO_SCRIPT_TEXT = Text(
    zh="请在浏览器设置里打开 JavaScript，再刷新。", en="Switch it on in your browser's settings and reload."
)


def skeleton(face: str) -> SafeString:
    """The place of the application as the server sends it for this face (`/portal`, `/wall`, … else the member's)."""
    advice = _ADVICE.get(face, _MEMBER)
    large = " large" if face == "/wall" else ""
    return format_html(
        '<div id="app"><main id="boot" class="boot{large}">'
        '<div class="boot-slow">{slow}<p><a href="">{again_zh} {again_en}</a></p></div><div class="boot-old">{old}</div>'
        '<noscript><link rel="stylesheet" href="/no-scripts.css">{none}</noscript>{ask}</main></div>',
        large=large,
        slow=_said(SLOW, SLOW_TEXT, STILL, advice.browser, advice.without),
        old=_said(OLD, advice.browser, advice.without),
        none=_said(NO_SCRIPT, NO_SCRIPT_TEXT, advice.browser, advice.without),
        again_zh=AGAIN.zh,
        again_en=AGAIN.en,
        ask=_ASK,
    )


def _said(title: Text, *sentences: Text) -> SafeString:
    return format_html(
        '<h1>{}</h1><p>{}</p><div lang="en"><p><b>{}</b></p><p>{}</p></div>',
        title.zh,
        "".join(text.zh for text in sentences),
        title.en,
        " ".join(text.en for text in sentences),
    )
