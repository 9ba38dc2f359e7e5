"""The browser and the Chinese fonts that the end-to-end tests need: found, or installed, or asked for in a sentence.

    python -m tests.browser        # prints the browser's path

In this order: the system's, Playwright's download, Debian's package (as root), a download by Playwright.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
DOWNLOADS = ("PLAYWRIGHT_BROWSERS_PATH", "~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
# What a browser started by root in a closed network needs; without the last ones it calls its maker at every start.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_browser() -> str:
    """Path of a Chromium; installs one where that is possible. Ends with a sentence where none can be had."""
    wanted = os.environ.get("WISHBRIDGE_TEST_BROWSER")
    found = wanted or _of_the_system() or _downloaded()
    if found is None and _debian_as_root():
        _apt("chromium")
        found = _of_the_system()
    if found is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=300)
        found = _downloaded()
    if found is None:
        sys.exit(
            "端到端测试需要 Chromium 或 Chrome，这台机器上没有,也无法自动安装。请安装其中之一，"
            "或用环境变量 WISHBRIDGE_TEST_BROWSER 指明路径。\n"
            "The end-to-end tests need Chromium or Chrome; there is none here and none could be installed."
            " Install one, or name its path in WISHBRIDGE_TEST_BROWSER."
        )
    return found


def ensure_chinese_fonts() -> None:
    """Without them a page shows empty boxes, and tests of its look mean nothing. Ends with a sentence."""
    if _has_chinese_fonts():
        return
    if _debian_as_root():
        _apt("fontconfig", "fonts-noto-cjk")
    if not _has_chinese_fonts():
        sys.exit(
            "端到端测试需要中文字体，这台机器上没有,也无法自动安装。请安装 Noto Sans CJK（软件包 fonts-noto-cjk）。\n"
            "The end-to-end tests need Chinese fonts; there are none here and none could be installed."
            " Install Noto Sans CJK (package fonts-noto-cjk)."
        )


def _of_the_system() -> str | None:
    mac = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return next(filter(None, map(shutil.which, NAMES)), str(mac) if mac.exists() else None)


def _downloaded() -> str | None:
    for place in DOWNLOADS:
        folder = Path(os.environ.get(place, "") if place.isupper() else place).expanduser()
        if folder != Path() and folder.is_dir():
            found = sorted(
                [*folder.glob("chromium-*/chrome-*/chrome"), *folder.glob("chromium-*/chrome-*/*/*/*/Chromium")]
            )
            if found:
                return str(found[-1])
    return None


def _has_chinese_fonts() -> bool:
    if sys.platform == "darwin":
        return True
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def _debian_as_root() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(*packages: str) -> None:
    """Install Debian packages; what comes of it is looked at by the caller."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *words], env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.stdout.write(find_browser() + "\n")
    ensure_chinese_fonts()
