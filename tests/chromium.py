"""The browser of the browser tests: the system's own wherever there is one."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FROM_DEBIAN = (
    ["apt-get", "update", "--quiet"],
    ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "chromium"],
)
FROM_PLAYWRIGHT = ([sys.executable, "-m", "playwright", "install", "chromium"],)


def find() -> str | None:
    """The path of the system's browser; None means Playwright's own."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch_options() -> dict[str, object]:
    """What `playwright.chromium.launch` needs on this machine."""
    # Chromium refuses to be sandboxed for root, as in most containers.
    args = ["--no-sandbox"] if is_root() else []
    return {"executable_path": find(), "args": args}


def is_root() -> bool:
    return os.geteuid() == 0


def install() -> bool:
    if is_root() and shutil.which("apt-get"):
        print("Installing Chromium with apt-get: about a minute.", flush=True)
        if run(FROM_DEBIAN) and find():
            return True
    return run(FROM_PLAYWRIGHT)


def run(commands: tuple[list[str], ...]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ).returncode
        == 0
        for command in commands
    )


def main() -> int:
    if find() or install():
        print(find() or "Playwright's own")
        return 0
    print(
        "No Chromium was found, and none could be installed: "
        "please install Chromium or Google Chrome.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
