// The inputs of a form by what they are about: a saved row is known by its own number and not by where it stands, so that
// what was typed into it finds it again when others have added or removed rows.
//
//   title                        an input of the form itself
//   expenditure#41.code          a saved row
//   expenditure+7.code           a new row, by its number in the form

const OF_FORMSET = /^(.+)-(\d+)-(\w+)$/;
const COUNTED = /-(?:TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS$/;
const OF_KEY = /^(.+)([#+])(\w+)\.(\w*)$/;

/** What the server sends along with a page for itself: it goes back as it was with what was typed on that page. */
export const SHOWN = ["shown", "stored"];

export class Form {
  constructor(element) {
    this.element = element;
  }

  /** Every input that somebody can change, under its key; a new row that was removed is not there any more. */
  get slots() {
    const rows = new Map();
    return [...this.element.elements].filter(isTyped).flatMap((input) => {
      const [, prefix, index, field] = OF_FORMSET.exec(input.name) ?? [];
      if (!prefix || !this.input(`${prefix}-TOTAL_FORMS`)) return [{ key: input.name, input }];
      const name = `${prefix}-${index}`;
      if (!rows.has(name)) rows.set(name, this.row(prefix, index, input));
      const row = rows.get(name);
      return row.isGone ? [] : [{ key: `${row.key}.${field}`, input, row, field }];
    });
  }

  row(prefix, index, input) {
    const id = this.input(`${prefix}-${index}-id`)?.value ?? "";
    const element = input.closest("tr, .inline-related");
    return { key: id ? `${prefix}#${id}` : `${prefix}+${index}`, prefix, element, isNew: !id, isGone: !id && (element?.hidden ?? false) };
  }

  input(name) {
    const found = this.element.elements.namedItem(name);
    return found instanceof HTMLElement ? found : null;
  }

  /** The saved rows of each part of the form. */
  get ids() {
    const ids = [...this.element.elements].filter((one) => /-\d+-id$/.test(one.name) && one.value);
    return ids.map((one) => `${one.name.replace(/-\d+-id$/, "")}#${one.value}`);
  }

  get shown() {
    return Object.fromEntries(SHOWN.map((name) => [name, this.input(name)?.value]).filter(([, value]) => value !== undefined));
  }
}

/** The parts of a key of a row; null for an input of the form itself. */
export function rowOf(key) {
  const [, prefix, kind, number, field] = OF_KEY.exec(key) ?? [];
  return prefix ? { row: `${prefix}${kind}${number}`, prefix, isNew: kind === "+", field } : null;
}

function isTyped(input) {
  if (!input.name || COUNTED.test(input.name) || input.name.includes("__prefix__")) return false;
  return !["hidden", "file", "password", "submit", "button", "reset"].includes(input.type) && (input.type !== "radio" || input.checked);
}

export const isBox = (input) => input.type === "checkbox";

export const valueOf = (input) => (isBox(input) ? (input.checked ? "1" : "") : input.value);

/** What stood in it when the page came. */
export function sentValueOf(input) {
  if (isBox(input)) return input.defaultChecked ? "1" : "";
  if (input.matches("select")) return ([...input.options].find((one) => one.defaultSelected) ?? input.options[0])?.value ?? "";
  return input.defaultValue;
}
