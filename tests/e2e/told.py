"""What a page has told in passing: a toast goes away by itself, perhaps while a busy machine looks elsewhere."""

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

PATIENCE_MS = 60_000
"""How long anything on a page may take to come about: nobody waits longer than they must, and a machine on which others
work is slow."""
LOOK_MS = 50

_KEEP = """
window.told = [];
new MutationObserver(() => {
  for (const toast of document.querySelectorAll('.toast p')) {
    if (toast.textContent !== toast.told) window.told.push(toast.told = toast.textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def keep_what_is_told(context: BrowserContext) -> None:
    """Each page of this browser remembers its toasts, until it is loaded anew."""
    context.add_init_script(_KEEP)


def told(page: Page, text: str) -> None:
    """Waits until a toast with this text stands or stood on the page."""
    said = f"(window.told ?? []).some((each) => each.includes({json.dumps(text)}))"
    until(page, lambda: bool(page.evaluate(said)), f"no toast says: {text}")


def until(page: Page, condition: Callable[[], bool], what: str) -> None:
    """Waits for what happens on a page; its events arrive meanwhile."""
    for _ in range(PATIENCE_MS // LOOK_MS):
        if condition():
            return
        page.wait_for_timeout(LOOK_MS)
    raise AssertionError(what)
