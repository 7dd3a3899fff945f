// What a page does wrong at the width it has: words or figures that leave it, run out of their box, are cut, or lie on
// each other. Returns a sentence for each; what scrolls in a frame of its own is within reach, if it fits the frame. A
// name that ends in dots stands whole elsewhere; a figure never does.
() => {
  const SLACK = 3; // px: a space at the end of a line hangs out of it
  const page = document.documentElement, edge = page.clientWidth, found = new Set();
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 24);
  const part = (one) => [one.localName, ...one.classList].join(".");
  const tell = (one, what) => found.add(`${part(one.parentElement)} > ${part(one)}: ${what}`);
  const style = (one) => getComputedStyle(one);
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sr, .skip, [hidden], .plot");
  const scrolls = (one) => ["auto", "scroll"].includes(style(one).overflowX);
  const cuts = (one) => ["hidden", "clip"].includes(style(one).overflowX);
  const endsInDots = (one) => [one, one.parentElement].some((each) => style(each).textOverflow === "ellipsis");
  const isOut = (inner, box) => inner.right > box.right + SLACK || inner.left < box.left - SLACK;
  const boxOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };

  if (page.scrollWidth > edge) found.add(`the page is ${page.scrollWidth} px wide`);

  // Words and figures in the page
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    let block = node.parentElement;
    if (!node.data.trim() || block.closest("svg") || !isSeen(block)) continue;
    const box = boxOf(node), words = `“${short(node.data)}”`;
    if (endsInDots(block) && !/\d/.test(node.data)) continue;
    while (style(block).display === "inline") block = block.parentElement;
    if (isOut(box, block.getBoundingClientRect()) && !scrolls(block)) tell(block, `${words} runs out of its box`);
    let one = block;
    for (; one !== document.body && !scrolls(one); one = one.parentElement) {
      if (cuts(one) && isOut(box, one.getBoundingClientRect())) tell(one, `${words} is cut`);
    }
    if (one === document.body && isOut(box, { left: 0, right: edge })) tell(block, `${words} leaves the page`);
  }

  // Words in a picture: those of tiles are cut by the server where they do not fit
  for (const picture of document.querySelectorAll("svg.picture:not(.tiles)")) {
    if (!picture.getClientRects().length || !isSeen(picture)) continue;
    const words = [...picture.querySelectorAll("text")].map((one) => [one, one.getBoundingClientRect()]);
    words.forEach(([one, a], n) => {
      if (isOut(a, { left: 0, right: edge })) tell(one, `“${short(one.textContent)}” leaves the page`);
      for (const [other, b] of words.slice(n + 1)) {
        const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
        if (wide > 2 && high > 6) tell(one, `“${short(one.textContent)}” lies on “${short(other.textContent)}”`);
      }
    });
  }

  // A figure that scrolls below a first column must fit beside it
  for (const frame of document.querySelectorAll(".frame")) {
    const name = [...frame.querySelectorAll(".name")].find((one) => style(one).position === "sticky");
    if (!name || !isSeen(frame)) continue;
    const room = frame.clientWidth - name.getBoundingClientRect().width;
    for (const figure of frame.querySelectorAll("td.num")) {
      if (boxOf(figure).width > room) tell(figure, `“${short(figure.textContent)}” has no room beside the names`);
    }
  }
  return [...found];
}
