// Nothing that is typed is lost: what differs from what is stored is kept in this browser until the server says that it
// was saved, and offered again on the same page. Without script the page is a plain form.
import { Bar } from "./bar.js";
import { Form } from "./form.js";
import { restore } from "./restoring.js";
import { Sending } from "./sending.js";
import { clearOld, forget, Shelf } from "./shelf.js";
import { difference, read } from "./typed.js";

const PAUSE = 400; // milliseconds of quiet before what was typed is kept
const ANSWER = 150; // milliseconds in which other windows say what they have

class Keeper {
  constructor(box) {
    const { kept, user, posted } = box.dataset;
    [this.name, this.form] = [kept, new Form(box.closest("form"))];
    this.shelf = new Shelf(user, location.pathname);
    this.state = { isPosted: posted !== undefined, earlier: this.shelf.get(kept) };
    this.bar = new Bar(box, { restore: () => this.restore(), discard: () => this.discard() });
    this.sending = new Sending(box, this.form.element, () => this.keep());
    [this.offered, this.others, this.timer] = ["", new Set(), 0];
    this.listen();
    this.meet();
  }

  listen() {
    for (const kind of ["input", "change"]) this.form.element.addEventListener(kind, () => this.soon());
    addEventListener("pagehide", () => this.keep());
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
    addEventListener("beforeunload", (event) => {
      if (!this.sending.isSent && this.isUnsaved) event.preventDefault();
    });
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  get draft() {
    return read(this.form, this.state);
  }

  get isUnsaved() {
    return Object.keys(this.draft.typed).length > 0;
  }

  /** Keep what is typed now; gives whether that could be done. */
  keep() {
    clearTimeout(this.timer);
    const draft = this.draft;
    const isUnsaved = Object.keys(draft.typed).length > 0;
    try {
      if (isUnsaved) this.shelf.put(this.name, draft);
      else this.shelf.remove(this.name);
      return true;
    } catch (error) {
      console.info(error);
      this.bar.say("full");
      return false;
    }
  }

  /** Other windows with the same page say what they have, so that it is not offered here as left behind. */
  meet() {
    this.channel = new BroadcastChannel(this.shelf.prefix);
    this.channel.addEventListener("message", ({ data }) => {
      if (data.asks && this.isUnsaved) this.channel.postMessage({ has: this.name });
      if (data.has) this.others.add(data.has);
    });
    this.channel.postMessage({ asks: this.name });
    setTimeout(() => this.offer(), ANSWER);
  }

  /** Offer the newest of what was left behind here; what is stored by now is dropped. */
  offer() {
    this.bar.hide();
    if (this.others.size) this.bar.say("elsewhere");
    for (const name of this.shelf.names) {
      if (name === this.name || this.others.has(name)) continue;
      const draft = this.shelf.get(name);
      const differences = draft ? difference(this.form, draft) : [];
      if (differences.length) {
        this.offered = name;
        this.bar.show(draft, differences, this.form);
        return;
      }
      this.shelf.remove(name);
    }
  }

  restore() {
    const draft = this.shelf.get(this.offered);
    const lost = draft ? restore(this.form, draft, difference(this.form, draft)) : [];
    if (!this.keep()) return;
    if (lost.length) this.shelf.put(this.offered, { ...draft, typed: Object.fromEntries(lost.map((key) => [key, draft.typed[key]])) });
    else this.shelf.remove(this.offered);
    this.offer();
    if (lost.length) this.bar.say("lost", { count: lost.length });
  }

  discard() {
    this.shelf.remove(this.offered);
    this.offer();
  }
}

const boxes = document.querySelectorAll("[data-kept]");
forget([...boxes].flatMap((box) => box.dataset.saved.split(" ").filter(Boolean)));
clearOld();
for (const box of boxes) new Keeper(box);
