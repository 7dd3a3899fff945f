// The bar that says what was typed and not saved, beside what is stored now, with the choice to restore it or not.
import { isBox, rowOf } from "./form.js";

const MOST = 200; // lines that are listed; more is no help to anybody
const LONG = 60; // characters of a text that are shown, from a little before where it differs
const BEFORE = 12;

export class Bar {
  constructor(box, actions) {
    [this.box, this.bar, this.words] = [box, box.querySelector(".kept-bar"), box.dataset];
    this.said = box.querySelector(".kept-said");
    for (const [name, act] of Object.entries(actions)) {
      this.bar.querySelector(`[data-do=${name}]`).addEventListener("click", act);
    }
  }

  show(draft, differences, form) {
    this.bar.querySelector("[data-at]").textContent = timeOf(draft.at);
    this.bar.querySelector("[data-count]").textContent = differences.length;
    const lines = differences.slice(0, MOST).map((one) => this.line(one, draft, form));
    if (differences.length > MOST) lines.push(line([this.filled("more", { count: differences.length - MOST }), "", ""]));
    this.bar.querySelector("tbody").replaceChildren(...lines);
    this.bar.querySelector("details").open = differences.some(isContested);
    this.bar.hidden = false;
  }

  hide() {
    this.bar.hidden = true;
  }

  say(name, values = {}) {
    this.said.textContent = this.filled(name, values);
  }

  line(one, draft, form) {
    const from = differsFrom(one.typed, one.now ?? "");
    const shown = (value) => part(this.shown(value, one.slot?.input, draft.labels[one.key]), from);
    const now = isContested(one) ? this.filled("was", { now: shown(one.now), base: shown(one.base) }) : shown(one.now ?? "");
    const made = line([this.placeOf(one, draft, form), shown(one.typed), now]);
    made.classList.toggle("is-contested", isContested(one));
    return made;
  }

  shown(value, input, label) {
    if (!value) return this.words.blank;
    if (input && isBox(input)) return "✓";
    if (input?.matches("select")) return [...input.options].find((one) => one.value === value)?.textContent.trim() ?? label;
    return label ?? value;
  }

  /** The row and the column, or the name of the input. */
  placeOf({ key, row, slot }, draft, form) {
    const field = row?.field ?? key;
    const head = row ? headOf(form, row.prefix, field) : "";
    const name = (slot?.input.getAttribute("aria-label") || slot?.input.labels?.[0]?.textContent || head || field).trim().replace(/[:：]$/, "");
    if (!row) return name;
    const number = slot?.row.element?.querySelector("[data-number]")?.textContent || orderOf(slot);
    const added = Object.keys(draft.rows).filter((name) => rowOf(`${name}.`).prefix === row.prefix).indexOf(row.row) + 1;
    const where = added ? this.filled("newRow", { row: added }) : this.filled("row", { row: number });
    return added || number ? `${where} · ${name}` : name;
  }

  filled(name, values) {
    return this.words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
}

const isContested = ({ now, base, row }) => !row?.isNew && now !== null && now !== base;

/** The first character in which two texts differ. */
function differsFrom(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** A long text is shown where it differs. */
function part(text, from) {
  if (text.length <= LONG) return text;
  const start = Math.max(0, Math.min(from, text.length) - BEFORE);
  return `${start ? "…" : ""}${text.slice(start, start + LONG)}${start + LONG < text.length ? "…" : ""}`;
}

const headOf = (form, prefix, field) =>
  form.element.querySelector(`#${CSS.escape(prefix)}-group th.column-${CSS.escape(field)}`)?.textContent ?? "";

const orderOf = (slot) => slot?.row.element?.querySelector("input.order")?.defaultValue ?? "";

function line(texts) {
  const row = document.createElement("tr");
  for (const text of texts) row.insertCell().textContent = text;
  return row;
}

function timeOf(at) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const day = isToday ? {} : { month: "long", day: "numeric" };
  return new Intl.DateTimeFormat(document.documentElement.lang, { ...day, hour: "2-digit", minute: "2-digit" }).format(at);
}
