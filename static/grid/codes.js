// A code brings its official name and says which codes above it the table lacks. The list stands in the page.
import { inputOf } from "./sheet.js";

const LENGTHS = [3, 5];

export class Codes {
  constructor(data) {
    [this.names, this.total] = [data?.names ?? {}, data?.total ?? ""];
  }

  name(code) {
    return Object.hasOwn(this.names, code) ? this.names[code] : "";
  }

  /** After a code was typed: its name, unless somebody has typed another. After an amount: the name of a row of all codes. */
  complete(sheet, input, before) {
    const row = input.closest("tr");
    const [code, name] = [sheet.field(row, "code"), sheet.field(row, "name")];
    if (!code || !name || !row.isConnected) return;
    if (input === code && this.total && code.value.replace(/\s/g, "") === this.total) {
      sheet.write(name, this.total); // the form prints it across both columns
      sheet.write(code, "");
    } else if (input === code) {
      const isOurs = !name.value.trim() || name.value === this.name(before.trim());
      if (isOurs && (this.name(code.value.trim()) || before.trim())) sheet.write(name, this.name(code.value.trim()));
    } else if (input !== name && input.value.trim() && this.isTotal(sheet, row)) {
      sheet.write(name, this.total);
    }
  }

  /** Whether the row can only be the one of all codes: neither code nor name, and there is none yet. */
  isTotal(sheet, row) {
    const [code, name] = [sheet.field(row, "code"), sheet.field(row, "name")];
    if (!this.total || !code || code.value.trim() || name.value.trim()) return false;
    return sheet.rows.every((one) => sheet.field(one, "name").value.trim() !== this.total);
  }

  /** Whether whoever types goes past the cell: its name is known, or the form prints it. */
  isPast(sheet, cell) {
    if (cell.dataset.past !== undefined) return true;
    const row = cell.closest("tr");
    const [code, name] = [sheet.field(row, "code"), sheet.field(row, "name")];
    if (!code || inputOf(cell) !== name) return false;
    const official = this.name(code.value.trim());
    return official ? name.value === official : this.isTotal(sheet, row) || (!code.value.trim() && name.value === this.total);
  }

  /** The listed codes above those of the table that it lacks, in their order. */
  missing(sheet) {
    const codes = sheet.rows.map((row) => sheet.field(row, "code")?.value.trim() ?? "").filter((code) => /^\d+$/.test(code));
    const wanted = codes.flatMap((code) => LENGTHS.filter((length) => length < code.length).map((length) => code.slice(0, length)));
    return [...new Set(wanted)].filter((code) => this.name(code) && !codes.includes(code)).sort();
  }

  /** Put each missing code before the first row below it. */
  insertMissing(sheet) {
    for (const code of this.missing(sheet)) {
      const at = sheet.rows.findIndex((row) => sheet.field(row, "code")?.value.trim().startsWith(code));
      sheet.insert(at, 1);
      const row = sheet.rows[at];
      sheet.write(sheet.field(row, "code"), code);
      sheet.write(sheet.field(row, "name"), this.name(code));
    }
  }
}
