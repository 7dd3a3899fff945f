// Blocks of cells as they go over the clipboard: lines of texts with tabs between them, as Excel and WPS write them.

/** Rows of texts. A text in quotation marks may hold tabs, line ends and doubled quotation marks. */
export function rowsOf(text) {
  const rows = [[]];
  const one = /("(?:[^"]|"")*"(?=\t|\r?\n|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let found = one.exec(text); found; found = one.exec(text)) {
    rows.at(-1).push(plain(found[1]));
    if (!found[2]) break;
    if (found[2] !== "\t") rows.push([]);
  }
  if (rows.length > 1 && rows.at(-1).length === 1 && !rows.at(-1)[0]) rows.pop();
  return rows;
}

const plain = (text) => (text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text).trim();

/** The rows of the first table of a piece of html; none if it holds no table of several cells. */
export function rowsOfTable(html) {
  const table = html ? new DOMParser().parseFromString(html, "text/html").querySelector("table") : null;
  const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()));
  return rows.flat().length > 1 ? rows : [];
}

/** Without needless blank columns if it is too wide: those behind the last text, and those behind a code, for a merged
 * cell of a workbook is followed by cells that hold nothing. */
export function narrowed(rows, room, beginsWithCode) {
  const width = Math.max(...rows.map((row) => row.length));
  const isBlank = (column) => rows.every((row) => !row[column]);
  const needless = new Set();
  const drop = (column) => width - needless.size > room && isBlank(column) && needless.add(column);
  for (let column = 1; beginsWithCode && column < width && drop(column); column += 1);
  for (let column = width - 1; column > 0 && !needless.has(column) && drop(column); column -= 1);
  return needless.size ? rows.map((row) => row.filter((_, column) => !needless.has(column))) : rows;
}

export const textOf = (rows) => rows.map((row) => row.map(quoted).join("\t")).join("\n");

const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The same as a table, for programs that ask for one. */
export function tableOf(rows) {
  const table = document.createElement("table");
  for (const row of rows) {
    const line = table.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return table.outerHTML;
}
