// A form is sent once, and only while its user is signed in: the server is asked first. If it would be refused, it stays
// where it is, and a notice says what to do.

const PATIENCE = 8000; // milliseconds to wait for the answer
const STUCK = 30000; // milliseconds after which a form that is still here may be sent again

export class Sending {
  constructor(box, element, before) {
    [this.box, this.element, this.before] = [box, element, before];
    this.notice = box.querySelector(".kept-notice");
    [this.isSent, this.isSending, this.asking, this.passes, this.submitter] = [false, false, null, false, null];
    element.addEventListener("submit", (event) => this.submit(event));
    addEventListener("pageshow", () => this.stay());
    addEventListener("focus", () => this.look());
    document.addEventListener("visibilitychange", () => this.look());
    this.button("send").addEventListener("click", () => this.send(this.submitter));
    this.button("close").addEventListener("click", () => this.notice.close());
  }

  button(name) {
    return this.notice.querySelector(`[data-do=${name}]`);
  }

  submit(event) {
    if (this.passes) return this.leave();
    event.preventDefault();
    if (!this.isSent) this.send(event.submitter);
    return undefined;
  }

  leave() {
    [this.passes, this.isSent] = [false, true];
    this.mark(true);
    setTimeout(() => this.stay(), STUCK);
  }

  stay() {
    this.isSent = false;
    this.mark(false);
  }

  mark(isBusy) {
    for (const one of this.element.querySelectorAll("[type=submit]")) one.setAttribute("aria-disabled", isBusy);
  }

  async send(submitter) {
    if (this.isSending) return;
    [this.isSending, this.submitter] = [true, submitter];
    this.before();
    this.mark(true);
    const state = await this.ask();
    this.isSending = false;
    this.mark(false);
    if (state !== "in") return this.show(state);
    this.notice.close();
    this.passes = true;
    this.element.requestSubmit(submitter);
    this.passes = false;
  }

  /** Whether the form would be taken now; if so, it gets the token of now. Who asks meanwhile gets the same answer. */
  ask() {
    this.asking ??= this.asked().finally(() => (this.asking = null));
    return this.asking;
  }

  async asked() {
    try {
      const answer = await fetch(this.box.dataset.session, { signal: AbortSignal.timeout(PATIENCE), redirect: "error" });
      if (!answer.ok) throw new Error(`${answer.status} ${this.box.dataset.session}`);
      const { user, token } = await answer.json();
      if (user === this.box.dataset.user) renew(token);
      return user === this.box.dataset.user ? "in" : user ? "other" : "out";
    } catch (error) {
      console.info(error);
      return "unreachable";
    }
  }

  show(state) {
    for (const one of this.notice.querySelectorAll("[data-when]")) one.hidden = !one.dataset.when.split(" ").includes(state);
    this.button("send").classList.toggle("default", state !== "out");
    if (!this.notice.open) this.notice.showModal();
  }

  /** Back from the window in which somebody has signed in again. */
  async look() {
    if (!this.notice.open || document.hidden) return;
    const state = await this.ask();
    if (this.notice.open) this.show(state);
  }
}

/** Signing in changes the token; every form of the page needs the new one. */
function renew(token) {
  for (const one of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) one.value = token;
}
