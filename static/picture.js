// Saves a chart as PNG or SVG, or the server's picture of the same where no chart is drawn over it: as it is seen, under
// the title of the page and over its address, on paper of the site's colour.
"use strict";

(() => {
  const { download } = document.currentScript.dataset; // the word, in the language of the page
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const [EDGE, NARROWEST] = [16, 560]; // px: around everything; of what is drawn, for a file is wider than a phone
  const pen = document.createElement("canvas").getContext("2d");
  const words = () => document.title.split(" · ").slice(0, -1);

  function make(name, attributes, text = "") {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = text;
    return element;
  }

  // ---- what is seen, as svg that needs no stylesheet --------------------------------------------------------------

  const SEEN = ["fill", "fill-opacity", "stroke", "stroke-width", "opacity", "font-size", "text-anchor"];
  const FOR_THE_PAGE = ["class", "tabindex", "focusable", "role", "aria-hidden", "aria-label"];

  /** What the page makes of an element's classes becomes its attributes; a link leads to the same from anywhere. */
  function settle(copy, original) {
    FOR_THE_PAGE.forEach((name) => copy.removeAttribute(name));
    if (copy.hasAttribute("href")) copy.setAttribute("href", new URL(copy.getAttribute("href"), document.baseURI));
    if (!original.matches("rect, path, circle, text, tspan")) return;
    const seen = getComputedStyle(original);
    SEEN.forEach((name) => copy.setAttribute(name, seen.getPropertyValue(name)));
  }

  function picture(svg) {
    const copy = svg.cloneNode(true);
    const [copies, originals] = [copy, svg].map((one) => [one, ...one.querySelectorAll("*")]);
    copies.forEach((one, n) => settle(one, originals[n]));
    const { width, height } = svg.getBoundingClientRect();
    const size = { width: Math.max(width, NARROWEST), height };
    Object.entries({ ...size, overflow: "visible" }).forEach(([name, value]) => copy.setAttribute(name, value));
    return { ...size, text: new XMLSerializer().serializeToString(copy) };
  }

  async function chart(plot) {
    const size = { width: Math.max(plot.clientWidth, NARROWEST), height: plot.clientHeight };
    const figure = { data: plot.data, layout: { ...plot.layout, ...size, autosize: false } };
    return { ...size, text: await window.Plotly.toImage(figure, { format: "svg", ...size, imageDataOnly: true }) };
  }

  const visible = (box) => [...box.querySelectorAll("svg.picture")].find((one) => one.getClientRects().length);
  const drawn = (box) => box.querySelector(".is-drawn > .plot");

  // ---- around it: title, colours, address -------------------------------------------------------------------------

  /** The text in lines; Latin words and the parts of an address stay whole. */
  function lines(text, room) {
    const found = [""];
    for (const part of text.split(/(?<=[\s/&])|(?=[^\x00-\x7f])/u)) {
      if (found.at(-1) && pen.measureText(found.at(-1) + part).width > room) found.push("");
      found[found.length - 1] += part;
    }
    return found;
  }

  /** Writes below each other and knows how far it has come. */
  function writer(sheet, family, room) {
    let y = 8;
    return {
      at: () => y,
      skip: (height) => (y += height),
      write(text, size, attributes) {
        pen.font = `${size}px ${family}`;
        lines(text, room).forEach((line) => {
          y += size * 1.5;
          sheet.append(make("text", { x: EDGE, y, "font-size": size, ...attributes }, line));
        });
      },
    };
  }

  function legend(sheet, box, y) {
    let x = EDGE;
    for (const item of box.querySelectorAll(".legend li")) {
      const fill = getComputedStyle(item.querySelector("i")).backgroundColor;
      const name = item.textContent.trim();
      pen.font = pen.font.replace(/^\S+px/, "12px");
      sheet.append(make("rect", { x, y: y - 10, width: 10, height: 10, fill }));
      sheet.append(make("text", { x: x + 16, y, "font-size": 12, fill: css("ink") }, name));
      x += 40 + pen.measureText(name).width;
    }
    return x > EDGE;
  }

  async function vector(box) {
    const inner = await (drawn(box) ? chart(drawn(box)) : picture(visible(box)));
    const family = getComputedStyle(document.body).fontFamily;
    const width = inner.width + 2 * EDGE;
    const sheet = make("svg", { "font-family": family });
    const text = writer(sheet, family, inner.width);
    const [title, ...rest] = words();
    text.write(title, 16, { fill: css("ink"), "font-weight": 700 });
    text.write([...rest, box.querySelector(".saving").dataset.note].filter(Boolean).join(" · "), 12, { fill: css("soft") });
    if (legend(sheet, box, text.at() + 24)) text.skip(24);
    const top = text.at() + EDGE;
    text.skip(EDGE + inner.height + 8);
    text.write(decodeURI(location.href), 11, { fill: css("soft") });
    const height = Math.ceil(text.at() + EDGE);
    Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }).forEach((one) => sheet.setAttribute(...one));
    sheet.prepend(make("rect", { width, height, fill: css("paper") }));
    const placed = inner.text.replace(/^<svg/, `<svg x="${EDGE}" y="${top}"`);
    return { width, height, text: new XMLSerializer().serializeToString(sheet).replace(/<\/svg>$/, () => `${placed}</svg>`) };
  }

  // ---- as a file --------------------------------------------------------------------------------------------------

  async function bitmap({ text, width, height }) {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  async function save(box, format) {
    const made = await vector(box);
    const file = format === "svg" ? new Blob([made.text], { type: "image/svg+xml" }) : await bitmap(made);
    const href = URL.createObjectURL(file);
    Object.assign(document.createElement("a"), { href, download: `${words().join(" ")}.${format}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  function offer() {
    for (const tools of document.querySelectorAll(".saving:empty")) {
      for (const format of ["png", "svg"]) {
        const textContent = `${download} ${format.toUpperCase()}`;
        const button = Object.assign(document.createElement("button"), { type: "button", textContent });
        button.onclick = () => save(tools.parentElement, format);
        tools.append(button);
      }
    }
  }
  offer();
  document.addEventListener("page:follow", offer);
})();
