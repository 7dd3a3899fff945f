"""The pictures at the head of the README, made anew: `python -m tests.browser.pictures`, after `make run` has a sample.

They show the real sample in Debian's Chromium, wide and on a phone.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import MISSING, PACKAGES, chromium

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE = "units/210400-011001/2023/"
SIGHTS = {
    "wide.png": ("", {"viewport": {"width": 1280, "height": 800}}),
    "phone.png": ("tables/03/", {"viewport": {"width": 390, "height": 800}, "is_mobile": True, "has_touch": True}),
}


def take(browser: Browser, site: str) -> None:
    """Each sight of the sample as a file in `docs/`."""
    for name, (page_path, options) in SIGHTS.items():
        context = browser.new_context(locale="zh-CN", **options)
        page = context.new_page()
        answer = page.goto(f"{site}{SAMPLE}{page_path}", wait_until="networkidle")
        if answer is None or not answer.ok:
            raise SystemExit(f"{site}{SAMPLE}{page_path} does not answer; `make run` serves the sample.")
        page.screenshot(path=DOCS / name)
        context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", default="http://127.0.0.1:8000/", help="where the sample is served")
    site = parser.parse_args().site
    if not (program := chromium()):
        sys.exit(MISSING.format(packages=" ".join(PACKAGES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        take(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
