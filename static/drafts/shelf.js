// Where unsaved forms are kept: in this browser, under the user, the address and the name of the form, for some days.

const PREFIX = "draft:";
const DAYS = 14;

export class Shelf {
  constructor(user, address) {
    this.prefix = `${PREFIX}${user}:${address}:`;
  }

  put(name, draft) {
    localStorage.setItem(this.prefix + name, JSON.stringify(draft));
  }

  get(name) {
    return read(this.prefix + name);
  }

  remove(name) {
    localStorage.removeItem(this.prefix + name);
  }

  /** The names of what is kept for this page, the newest first. */
  get names() {
    const names = keys(this.prefix).map((key) => key.slice(this.prefix.length));
    return names.sort((one, other) => (this.get(other)?.at ?? 0) - (this.get(one)?.at ?? 0));
  }
}

const keys = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (error) {
    console.info(key, error);
    return null;
  }
}

/** The server says which forms it has saved; a name is given to one form alone. */
export function forget(names) {
  for (const key of keys(PREFIX)) if (names.includes(key.slice(key.lastIndexOf(":") + 1))) localStorage.removeItem(key);
}

/** What nobody came back to, whoever typed it. */
export function clearOld() {
  const oldest = Date.now() - DAYS * 24 * 3600 * 1000;
  for (const key of keys(PREFIX)) if (!((read(key)?.at ?? 0) > oldest)) localStorage.removeItem(key);
}
