// Links and buttons that are hard to hit: lower or narrower than 24 px, and so near to another that a circle of 24 px
// around their middles meets it (WCAG 2.5.8). Those in a sentence are as high as its lines; what a picture links to is
// linked in its table too.
() => {
  const LEAST = 24;
  const part = (one) => [one.localName, ...one.classList].join(".");
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sr, .skip, [hidden], [aria-hidden=true]");
  /** Not scrolled out of a frame on the page. */
  const isInView = (one, box) => {
    for (let frame = one.parentElement; frame !== document.body; frame = frame.parentElement) {
      const { top, bottom } = frame.getBoundingClientRect();
      if (["auto", "scroll"].includes(getComputedStyle(frame).overflowY) && (box.top < top || box.bottom > bottom)) return false;
    }
    return true;
  };
  const inSentence = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const words = block.cloneNode(true);
    words.querySelectorAll("a, button, summary, .sr").forEach((target) => target.remove());
    return /[\p{L}\p{N}]/u.test(words.textContent);
  };
  const all = [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter(isSeen)
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ one, box }) => box.width && box.height && isInView(one, box));
  const isSmall = ({ box }) => Math.min(box.width, box.height) < LEAST - 0.5;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const beyond = (low, at, high) => Math.max(low - at, 0, at - high);
  const meets = (target, other) => {
    const [[x, y], [otherX, otherY], { box }] = [middle(target), middle(other), other];
    if (isSmall(other)) return Math.hypot(x - otherX, y - otherY) < LEAST;
    return Math.hypot(beyond(box.left, x, box.right), beyond(box.top, y, box.bottom)) < LEAST / 2;
  };
  const apart = ({ one }, { one: other }) => one !== other && !one.contains(other) && !other.contains(one);
  const found = new Set();
  for (const target of all.filter(isSmall)) {
    if (inSentence(target.one)) continue;
    const near = all.find((other) => apart(target, other) && meets(target, other));
    const { width, height } = target.box;
    if (near) found.add(`${part(target.one.parentElement)} > ${part(target.one)} “${target.one.textContent.trim().replace(/\s+/g, " ").slice(0, 12)}” is ${Math.round(width)} × ${Math.round(height)}, near to ${part(near.one)} “${near.one.textContent.trim().replace(/\s+/g, " ").slice(0, 12)}”`);
  }
  return [...found];
}
