// What the rules say of the table as it is typed: asked of the server a moment after each change, shown at the cells.

const PAUSE = 500; // milliseconds of quiet before asking

export class Verdicts {
  constructor(grid, address) {
    [this.grid, this.address, this.timer, this.turn] = [grid, address, 0, 0];
    this.box = grid.root.querySelector(".grid-verdicts");
    this.form = grid.root.closest("form");
  }

  soon() {
    if (!this.address) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.turn += 1;
    const turn = this.turn;
    for (const sheet of this.grid.sheets) sheet.settle();
    try {
      const answer = await fetch(this.address, { method: "POST", body: new FormData(this.form), redirect: "error" });
      if (!answer.ok) throw new Error(`${answer.status} ${this.address}`);
      const said = await answer.json();
      if (turn === this.turn) this.show(said);
    } catch (error) {
      console.info(error);
      if (turn === this.turn) this.grid.say("unread", {}, true);
    }
  }

  show({ errors, verdicts, summary }) {
    for (const cell of this.grid.root.querySelectorAll("[data-verdict], td.wrong")) clear(cell);
    for (const [name, verdict] of Object.entries(verdicts)) mark(this.cell(name), verdict.outcome, verdict.message, verdict.expected);
    for (const [name, message] of Object.entries(errors)) this.wrong(this.cell(name), message);
    this.box.innerHTML = summary; // the server's own, escaped there
    for (const link of this.box.querySelectorAll("[data-place]")) link.textContent = this.grid.nameOf(link.hash.slice(1)) ?? link.textContent;
    this.askToConfirm();
  }

  cell(name) {
    return this.form.elements.namedItem(name)?.closest?.("td") ?? null;
  }

  wrong(cell, message) {
    if (!cell) return;
    cell.classList.add("wrong");
    cell.title = message;
    cell.querySelector("[data-field]")?.setAttribute("aria-invalid", "true");
  }

  /** A row whose code or name was refused may be confirmed; one that is confirmed can be taken back. */
  askToConfirm() {
    for (const label of this.grid.root.querySelectorAll(".confirm")) {
      const row = label.closest("tr");
      const isOdd = row.querySelector("td.wrong.field-code, td.wrong.field-name");
      label.classList.toggle("is-asked", Boolean(isOdd) || label.querySelector("input").checked);
    }
  }
}

function clear(cell) {
  cell.classList.remove("wrong");
  delete cell.dataset.verdict;
  cell.removeAttribute("title");
  cell.querySelector("[data-field]")?.removeAttribute("aria-invalid");
  for (const one of cell.querySelectorAll(".sum, .errorlist")) one.remove();
}

function mark(cell, outcome, message, expected) {
  if (!cell) return;
  cell.dataset.verdict = outcome;
  cell.title = message;
  if (outcome !== "broken" || !expected) return;
  const sum = document.createElement("small");
  sum.className = "sum";
  sum.textContent = expected;
  cell.append(sum);
}
