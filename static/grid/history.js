// What was written and which rows came and went, step by step, so that each step can be undone and done again.
import { set, turn } from "./sheet.js";

export class History {
  constructor() {
    [this.done, this.undone, this.step, this.depth] = [[], [], null, 0];
  }

  /** All that happens within is one step. */
  together(act) {
    this.depth += 1;
    this.step ??= [];
    try {
      return act();
    } finally {
      this.depth -= 1;
      if (!this.depth) this.close();
    }
  }

  close() {
    if (this.step.length) {
      this.done.push(this.step);
      this.undone = [];
    }
    this.step = null;
  }

  wrote(input, before, after) {
    this.note({ input, before, after });
  }

  turned(row, before, after) {
    this.note({ row, before, after });
  }

  note(change) {
    this.together(() => this.step.push(change));
  }

  /** The row or input that the step was about, to show it; null if there is no step. */
  undo() {
    return this.move(this.done, this.undone, "before");
  }

  redo() {
    return this.move(this.undone, this.done, "after");
  }

  move(from, to, state) {
    const step = from.pop();
    if (!step) return null;
    to.push(step);
    const changes = state === "before" ? [...step].reverse() : step;
    for (const change of changes) {
      if (change.input) set(change.input, change[state]);
      else turn(change.row, change[state]);
    }
    return step.find((change) => change.input)?.input ?? step[0].row;
  }
}
