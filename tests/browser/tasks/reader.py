"""Somebody with a question, who does what people do with a page, and counts it.

A page opened, a form sent or a control used is a step, whether by mouse, by touch or by keys. What is typed into a form
or ticked in it belongs to sending it; reading on, that is scrolling, costs nothing but has an end.
"""

import re

from playwright.sync_api import Locator, Page, expect

MOST_STEPS = 3
SCREENS = 4  # that a reader scrolls through before giving up
TABS = 90  # that a reader presses before giving up
MONEY = "万元"


class Reader:
    """By mouse, at a wide screen; the other ways differ in how something is reached."""

    options: dict = {}

    def __init__(self, page: Page, site: str):
        self.page, self.steps = page, []
        page.set_default_timeout(10_000)
        page.goto(site)

    # ---- what counts ------------------------------------------------------------------------------------------------

    def asks(self, words: str) -> None:
        """Types into the search of the page and sends it."""
        self._step(f"asks {words}")
        field = self.page.locator("form.ask input")
        self._reach(field)
        self.page.keyboard.type(words)
        self._arrive(lambda: self.page.keyboard.press("Enter"))

    def opens(self, link: Locator) -> None:
        self._step("opens a page")
        self._arrive(lambda: self._use(link))

    def sends(self, button: Locator, ticked: list[Locator]) -> None:
        """Ticks what is to be ticked in a form and sends it."""
        self._step("sends a form")
        for box in ticked:
            self._use(box, "Space")
            expect(box).to_be_checked()
        self._arrive(lambda: self._use(button))

    def uses(self, control: Locator) -> None:
        self._step("uses a control")
        self._use(control)

    def _step(self, what: str) -> None:
        self.steps.append(what)
        assert len(self.steps) <= MOST_STEPS, self.steps

    def _arrive(self, leave) -> None:
        with self.page.expect_navigation():
            leave()

    # ---- how --------------------------------------------------------------------------------------------------------

    def _reach(self, field: Locator) -> None:
        field.click()

    def _use(self, what: Locator, key: str = "Enter") -> None:
        what.click()

    # ---- what is seen -----------------------------------------------------------------------------------------------

    def sees(self, *words: str, unit: str = MONEY, at: Locator | None = None) -> None:
        """The words, each whole and in view at once, and the unit of their amounts with them."""
        places = [(at or self.page.locator("main")).get_by_text(_loosely(each)).last for each in words]
        if at:
            places.append(at)
        for place in places:
            expect(place).to_be_attached()
        self._scrolls_to(places)
        seen = self.page.evaluate(IN_VIEW)
        assert unit in seen, seen
        for each in words:
            assert re.search(_loosely(each), seen), (each, seen)

    def _scrolls_to(self, places: list[Locator]) -> None:
        height = self.page.viewport_size["height"]
        top = min(place.bounding_box()["y"] for place in places)
        assert top < height * SCREENS, f"{top / height:.1f} screens below"
        if any(not self._is_in_view(place) for place in places):
            self.page.evaluate("y => scrollBy({top: y, behavior: 'instant'})", max(top - 100, 0))

    def _is_in_view(self, place: Locator) -> bool:
        box = place.bounding_box()
        return box["y"] >= 0 and box["y"] + box["height"] <= self.page.viewport_size["height"]


class Finger(Reader):
    """On a phone."""

    options = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}

    def _reach(self, field: Locator) -> None:
        field.tap()

    def _use(self, what: Locator, key: str = "Enter") -> None:
        what.tap()


class Keys(Reader):
    """By keyboard alone, from where the page or the last step left the focus."""

    def _reach(self, field: Locator) -> None:
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if field.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"{TABS} times Tab do not lead to {field}")

    def _use(self, what: Locator, key: str = "Enter") -> None:
        self._reach(what)
        self.page.keyboard.press(key)


WAYS = {"mouse": Reader, "touch": Finger, "keys": Keys}

# The text of what lies in the window, is not hidden, and is not covered.
IN_VIEW = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const seen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const inside = [...range.getClientRects()].some((box) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const over = document.elementFromPoint(x, y);
      return over && (over.contains(node) || node.parentElement.contains(over));
    });
    if (inside) seen.push(node.textContent.trim());
  }
  return seen.filter(Boolean).join(" ").replaceAll(/\\s+/g, " ");
}"""


def _loosely(words: str) -> re.Pattern[str]:
    """The words with any blanks between them, as several elements that stand side by side have them."""
    return re.compile(r"\s*".join(map(re.escape, words.split())))
