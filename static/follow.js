// Follows links to another sight of the same page (opened rows, a code in focus, an order, a unit) without loading it anew:
// only the main part is exchanged, the address changes, back and forward work, the place on the page stays.
"use strict";

(() => {
  const address = (url) => url.pathname + url.search;
  const said = document.body.appendChild(Object.assign(document.createElement("p"), { className: "sr", role: "status" }));
  let shown = address(location);
  let latest = 0;

  /** Where the keyboard goes on after the exchange: the same row's or column's link, the same tool, else the heading. */
  function placeOf(link) {
    const row = link.closest("tr[id]");
    if (row) return (main) => main.querySelector(`#${CSS.escape(row.id)} ${link.className ? `.${link.className}` : "a"}`);
    if (link.id) return (main) => main.querySelector(`#${CSS.escape(link.id)}`);
    const words = link.textContent;
    return (main) => [...main.querySelectorAll(".tools a, .crumbs a")].find((one) => one.textContent === words);
  }

  async function show(url) {
    const turn = ++latest;
    const answer = await fetch(url.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status} ${url.href}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== latest) return null; // the reader has gone on
    const main = page.querySelector("main");
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.title = page.title;
    shown = address(url);
    said.textContent = main.querySelector(".lead")?.textContent.trim() ?? page.title;
    document.dispatchEvent(new Event("page:follow"));
    return main;
  }

  /** The row that the address names is marked and brought into view, unless the reader has it before the eyes. */
  function mark(hash) {
    const row = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    const place = row?.getBoundingClientRect();
    if (place && (place.top < 0 || place.bottom > innerHeight)) location.replace(hash);
  }

  /** How far each wide table is scrolled: the column that was clicked is still before the eyes afterwards. */
  const scrolled = () => [...document.querySelectorAll(".frame")].map((frame) => frame.scrollLeft);

  async function go(link, url) {
    const place = placeOf(link);
    const before = scrolled();
    try {
      const main = await show(url);
      if (!main) return;
      history.pushState(null, "", address(url));
      main.querySelectorAll(".frame").forEach((frame, index) => (frame.scrollLeft = before[index] ?? 0));
      mark(url.hash);
      (place(main) ?? main.querySelector("h1"))?.focus({ preventScroll: true });
    } catch (error) {
      console.warn(error);
      location.assign(url.href); // the browser's own way, which says what is wrong
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = !event.defaultPrevented && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || !link.closest("main") || link.hasAttribute("download")) return;
    const url = new URL(link.getAttribute("href") ?? link.href.baseVal, document.baseURI);
    if (url.origin !== location.origin || url.pathname !== location.pathname || address(url) === shown) return;
    event.preventDefault();
    go(link, url);
  });

  addEventListener("popstate", () => {
    const url = new URL(location.href);
    if (address(url) !== shown) show(url).catch(() => location.reload());
  });
})();
