// Put what was typed back into the form, making the rows that it lacks. A grid makes its rows itself when it is asked.
import { isBox, SHOWN, valueOf } from "./form.js";

/** Restore these differences of a draft; gives the keys of those that found no place. */
export function restore(form, draft, differences) {
  for (const name of SHOWN) if (draft.shown?.[name] !== undefined && form.input(name)) form.input(name).value = draft.shown[name];
  const made = new Map();
  const lost = [];
  for (const { key, typed, row, slot } of differences) {
    if (row?.isNew && !made.has(row.row)) made.set(row.row, make(form, row.prefix, draft.rows[row.row]));
    const input = row?.isNew ? made.get(row.row)?.(row.field) : slot?.input;
    if (input) put(input, typed, draft.labels[key]);
    else lost.push(key);
  }
  return lost;
}

/** A new row: one that is still blank, or one more. Gives what finds the input of a field in it. */
function make(form, prefix, place) {
  const name = blankRow(form, prefix, place) ?? grown(form, prefix, place);
  return name ? (field) => form.input(`${name}-${field}`) : null;
}

function blankRow(form, prefix, place) {
  if (place.before) return null;
  const rows = new Map();
  for (const { row, input } of form.slots) {
    if (row?.prefix !== prefix || !row.isNew) continue;
    if (!rows.has(row.key)) rows.set(row.key, { isBlank: true, element: row.element });
    if (valueOf(input) && input.type !== "select-one") rows.get(row.key).isBlank = false;
  }
  const isThere = ({ element }) => place.table < 0 || tableOf(form, prefix, place) === element.closest("table");
  const found = [...rows].find(([, row]) => row.isBlank && isThere(row));
  return found ? found[0].replace("+", "-") : null;
}

const tableOf = (form, prefix, place) => form.element.querySelectorAll(`#${CSS.escape(prefix)}-group table`)[place.table];

function grown(form, prefix, place) {
  const total = form.input(`${prefix}-TOTAL_FORMS`);
  if (!total) return null;
  const index = total.value;
  const table = place.table < 0 ? null : tableOf(form, prefix, place);
  if (table) {
    const before = [...table.querySelectorAll("input[name$='-id']")].find((one) => place.before && one.value === place.before);
    table.dispatchEvent(new CustomEvent("grid:grow", { bubbles: true, detail: { before: before?.closest("tr") ?? null } }));
  } else {
    form.element.querySelector(`#${CSS.escape(prefix)}-group :is(.add-row a, a.addlink)`)?.click();
  }
  return total.value === index ? null : `${prefix}-${index}`;
}

function put(input, value, label) {
  const row = value && /-DELETE$/.test(input.name) ? input.closest(".grid tr") : null;
  if (row) {
    row.dispatchEvent(new CustomEvent("grid:remove", { bubbles: true }));
    return;
  }
  if (isBox(input)) input.checked = Boolean(value);
  else {
    if (input.matches("select") && ![...input.options].some((one) => one.value === value)) input.add(new Option(label ?? value, value));
    input.value = value;
  }
  for (const kind of ["input", "change"]) input.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail: "grid" }));
}
