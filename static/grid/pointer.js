// The mouse in a table: a click chooses a cell, a second one puts the cursor into its text, dragging chooses a block.
import { inputOf } from "./sheet.js";

export class Pointer {
  constructor(grid) {
    [this.grid, this.isDown] = [grid, false];
    grid.root.addEventListener("mousedown", (event) => this.press(event));
    grid.root.addEventListener("mouseover", (event) => this.drag(event));
    document.addEventListener("mouseup", () => (this.isDown = false));
  }

  cellOf(event) {
    const cell = event.target.closest?.("tbody td:not(.extra)");
    return cell && inputOf(cell) && !event.target.closest(".confirm") ? cell : null;
  }

  press(event) {
    if (event.button !== 0) return;
    const head = event.target.closest?.("tbody .rownum");
    if (head) this.row(head, event);
    const cell = this.cellOf(event);
    if (!cell) return;
    const { area } = this.grid;
    if (cell === area.cell && document.activeElement === inputOf(cell) && !event.shiftKey) {
      area.isEditing = true; // the browser puts the cursor where it was pressed
      return;
    }
    event.preventDefault();
    this.isDown = true;
    this.go(cell, event.shiftKey);
  }

  drag(event) {
    const cell = this.isDown && event.buttons ? this.cellOf(event) : null;
    if (cell && this.grid.area.sheet?.table.contains(cell)) this.go(cell, true);
  }

  go(cell, isFurther) {
    const sheet = this.grid.sheetOf(cell);
    const { at, column } = sheet.placeOf(cell);
    this.grid.keys.tabbedFrom = null;
    this.grid.go(sheet, at, column, isFurther && sheet === this.grid.area.sheet);
  }

  /** The number of a row chooses the whole row. */
  row(head, event) {
    const sheet = this.grid.sheetOf(head);
    const at = sheet.rows.indexOf(head.closest("tr"));
    const from = event.shiftKey && this.grid.area.sheet === sheet ? this.grid.area.from.at : at;
    event.preventDefault();
    this.grid.choose(sheet, { at: from, column: sheet.width - 1 }, { at, column: 0 });
  }
}
