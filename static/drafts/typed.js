// What was typed into a form and differs from what is stored: as it is kept, and compared with the page of another day.
import { rowOf, sentValueOf, valueOf } from "./form.js";

/** The draft of the form as it is now; `typed` is empty if nothing differs.
 *
 * `earlier` is the draft of the same form before it was sent, when it comes back with its errors: what the page says then
 * is what was typed. Without one nothing is known to be stored. */
export function read(form, { isPosted = false, earlier = null } = {}) {
  const draft = { at: Date.now(), typed: {}, base: {}, labels: {}, rows: {}, ids: form.ids, shown: form.shown };
  for (const { key, input, row } of form.slots) {
    const [now, base] = [valueOf(input), stored(key, input, row, isPosted, earlier)];
    if (now === base) continue;
    draft.typed[key] = now;
    if (base) draft.base[key] = base;
    if (input.matches("select")) draft.labels[key] = input.selectedOptions[0]?.textContent.trim() ?? "";
    if (row?.isNew) draft.rows[row.key] = placeOf(row.element);
  }
  dropBlankRows(draft);
  return draft;
}

function stored(key, input, row, isPosted, earlier) {
  if (!isPosted) return sentValueOf(input);
  if (earlier && !row?.isNew) return key in earlier.typed ? earlier.base[key] ?? "" : sentValueOf(input);
  return "";
}

/** A new row that says nothing but where it would stand. */
function dropBlankRows(draft) {
  const entries = Object.entries(draft.typed);
  for (const name of Object.keys(draft.rows)) {
    const own = entries.filter(([key]) => rowOf(key)?.row === name);
    if (own.some(([key, value]) => value && !["order", "side"].includes(rowOf(key).field))) continue;
    delete draft.rows[name];
    for (const [key] of own) delete draft.typed[key];
  }
}

/** Where a new row of a grid stands: in which half, and before which saved row. */
function placeOf(element) {
  let next = element?.nextElementSibling ?? null;
  while (next?.classList.contains("is-new")) next = next.nextElementSibling;
  return {
    table: [...(element?.closest(".grid")?.querySelectorAll("table") ?? [])].indexOf(element?.closest("table")),
    before: next?.querySelector("input[name$='-id']")?.value ?? "",
  };
}

/** What restoring would change on this page: what was typed, what is stored now, what was stored then. A new row that
 * was saved meanwhile is nothing new. */
export function difference(form, draft) {
  const slots = form.slots;
  const now = new Map(slots.filter(({ row }) => !row?.isNew).map((slot) => [slot.key, slot]));
  const isKnown = newRowsThatAreStored(draft, slots);
  return Object.entries(draft.typed).flatMap(([key, typed]) => {
    const row = rowOf(key);
    if (row?.isNew) return isKnown.has(row.row) || !typed ? [] : [{ key, typed, now: "", base: "", row }];
    const slot = now.get(key);
    const stored = slot ? sentValueOf(slot.input) : null;
    return stored === typed ? [] : [{ key, typed, now: stored, base: draft.base[key] ?? "", row, slot }];
  });
}

function newRowsThatAreStored(draft, slots) {
  const added = new Map();
  for (const { row, field, input } of slots) {
    if (!row || row.isNew || draft.ids.includes(row.key)) continue;
    if (!added.has(row.key)) added.set(row.key, { prefix: row.prefix, values: {} });
    added.get(row.key).values[field] = sentValueOf(input);
  }
  const known = new Set();
  for (const name of Object.keys(draft.rows)) {
    const own = Object.entries(draft.typed).map(([key, value]) => [rowOf(key), value]);
    const values = own.filter(([row]) => row?.row === name && !["order", "side", "confirmed"].includes(row.field));
    const found = [...added].find(([, one]) => values.every(([row, value]) => row.prefix === one.prefix && one.values[row.field] === value));
    if (!found) continue;
    known.add(name);
    added.delete(found[0]);
  }
  return known;
}
