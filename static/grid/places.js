// Links that lead to a cell: `#cell-12-amount` by the row itself, `#row-3-amount` by where it stands, or an input's own
// id. The cell is brought into view and typed in. `?at=12-18` says which characters of a text are meant.

const BY_PLACE = /^row-(\d+)-(\w+)$/;
const WORDS = /^(\d+)-(\d+)$/;

function target(anchor) {
  const [, number, field] = BY_PLACE.exec(anchor) ?? [];
  if (!number) return document.getElementById(anchor);
  const rows = [...document.querySelectorAll(".grid tr[data-row]")].filter((row) => !row.hidden);
  return rows[Number(number) - 1]?.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? null;
}

function lead() {
  const found = target(decodeURIComponent(location.hash.slice(1)));
  const input = found?.matches("td") ? found.querySelector("[data-field]") : found;
  if (!input?.matches("input, select, textarea")) return;
  for (const closed of ancestors(input, "details:not([open])")) closed.open = true;
  if (input.closest("td.extra")) show(input.closest(".grid"));
  input.focus({ preventScroll: true });
  choose(input);
  input.scrollIntoView({ block: "center", inline: "nearest" });
}

/** All that stands there; of a text the words that are meant. */
function choose(input) {
  const [, from, to] = WORDS.exec(new URLSearchParams(location.search).get("at")) ?? [];
  if (from && input.matches("textarea")) input.setSelectionRange(Number(from), Number(to));
  else input.select?.();
}

function* ancestors(element, kind) {
  for (let one = element.closest(kind); one; one = one.parentElement.closest(kind)) yield one;
}

function show(grid) {
  const box = grid?.querySelector(".show-extras");
  if (box) box.checked = true;
}

/** Now, and once more when all is loaded: the browser goes to the anchor by itself then, and a cell takes no focus. */
function begin() {
  lead();
  addEventListener("load", () => requestAnimationFrame(() => document.activeElement === document.body && lead()));
}

/** Follow the address now and whenever it changes; a page that comes back with errors begins at the first one. */
export function follow() {
  addEventListener("hashchange", lead);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-place]");
    if (link && link.hash === location.hash) lead(); // the address stays the same, the eye does not
  });
  const first = document.querySelector(".mistakes a[data-place]");
  if (location.hash) begin();
  else if (first) location.replace(first.hash);
}
