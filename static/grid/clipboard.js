// Copy, cut and paste of blocks. A block that does not fit is refused as a whole and nothing of it is lost in silence.
import { narrowed, rowsOf, rowsOfTable, tableOf, textOf } from "./blocks.js";
import { inputOf, isFixed } from "./sheet.js";

export class Clipboard {
  constructor(grid) {
    this.grid = grid;
  }

  /** True if it was a block; the text of a single cell that is being changed is the browser's own affair. */
  copy(event) {
    const { area } = this.grid;
    if (area.isEditing || (area.isTyping && area.isOne)) return false;
    const rows = area.block.map((cells) => cells.map((cell) => inputOf(cell).value));
    event.clipboardData.setData("text/plain", textOf(rows));
    event.clipboardData.setData("text/html", tableOf(rows));
    this.grid.say("copied", { rows: rows.length, columns: rows[0].length });
    return true;
  }

  paste(event) {
    const text = event.clipboardData.getData("text/plain");
    const { area } = this.grid;
    const isBlock = /[\t\r\n]/.test(text.trimEnd());
    if (area.isEditing && (!isBlock || area.input.matches("textarea"))) return false;
    const table = text.includes("\t") ? [] : rowsOfTable(event.clipboardData.getData("text/html"));
    this.put(table.length ? table : rowsOf(text));
    return true;
  }

  put(found) {
    const { area } = this.grid;
    if (found.length === 1 && found[0].length === 1 && !area.isOne) return this.fill(found[0][0]);
    const { sheet, box: { top, left } } = area;
    const rows = narrowed(found, sheet.width - left, inputOf(sheet.cell(top, left)).dataset.field === "code");
    const width = Math.max(...rows.map((row) => row.length));
    const refusal = this.refusal(sheet, rows, width, top, left);
    if (refusal) return this.grid.say(...refusal, true);
    this.grid.history.together(() => {
      const lacking = top + rows.length - sheet.rows.length;
      if (lacking > 0) sheet.add(lacking);
      rows.forEach((texts, down) => this.write(sheet, top + down, left, texts));
    });
    this.grid.choose(sheet, { at: top, column: left }, { at: top + rows.length - 1, column: left + width - 1 });
    return this.grid.say("pasted", { rows: rows.length, columns: width });
  }

  fill(text) {
    this.grid.history.together(() => {
      for (const cell of this.grid.area.block.flat()) if (!isFixed(cell)) this.grid.write(inputOf(cell), text);
    });
    this.grid.area.focus();
  }

  /** A blank beside a code leaves the name that the code has brought. */
  write(sheet, at, left, texts) {
    const cells = sheet.cells(sheet.rows[at]);
    const hasCode = texts.some((text, right) => text.trim() && inputOf(cells[left + right]).dataset.field === "code");
    texts.forEach((text, right) => {
      const input = inputOf(cells[left + right]);
      const isBrought = hasCode && !text.trim() && input.dataset.field === "name";
      if (!isFixed(cells[left + right]) && !isBrought) this.grid.write(input, text);
    });
  }

  /** Why the block cannot stand there: the name of the sentence and its numbers; null if it can. */
  refusal(sheet, rows, width, top, left) {
    const room = sheet.width - left;
    if (width > room) return ["tooWide", { columns: width, room }];
    const most = sheet.rows.length + (sheet.blank ? sheet.room : 0) - top;
    if (rows.length > most) return ["tooLong", { rows: rows.length, room: most }];
    const fixed = rows.findIndex((texts, down) => texts.some((text, right) => this.isAgainst(sheet.cell(top + down, left + right), text)));
    return fixed < 0 ? null : ["fixed", { row: top + fixed + 1 }];
  }

  isAgainst(cell, text) {
    return isFixed(cell) && text !== "" && text !== inputOf(cell).value;
  }
}
