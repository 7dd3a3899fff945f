"""The browser of the browser tests: Debian's Chromium. `python -m tests.browser.chromium` installs it where it can."""

import os
import shutil
import subprocess
import sys

PACKAGES = ("chromium", "fonts-noto-cjk")  # without the letters every picture would be boxes
LEFT = "net::ERR_ABORTED"  # what it says of requests that it gave up itself, as when their page is left
MISSING = """
======================================================================
  No Chromium: the browser tests are left out. On Debian, as root:
      apt-get install {packages}
======================================================================
"""


def chromium() -> str | None:
    """Where the browser is; None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def install() -> None:
    """With Debian's own tool, which only root can use; what it says is shown when it fails."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", *PACKAGES)):
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.stderr.write(done.stderr)


if __name__ == "__main__":
    if not chromium():
        install()
    if not chromium():
        sys.stderr.write(MISSING.format(packages=" ".join(PACKAGES)))
