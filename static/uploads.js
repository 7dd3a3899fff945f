// The table of uploaded files, fetched anew every two seconds while one of them is still to be read.
"use strict";

// What somebody is typing stays: the table is left alone until it is saved or given up.
function isBeingChanged(table) {
  const inputs = [...table.querySelectorAll("input")];
  return inputs.some((input) => input === document.activeElement || input.value !== input.defaultValue);
}

async function fetchAnew(shown) {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("uploads");
  if (answer.ok && fresh && !isBeingChanged(shown)) shown.replaceWith(fresh);
}

async function renew() {
  const shown = document.getElementById("uploads");
  if (!shown || shown.dataset.pending === undefined) return;
  if (!isBeingChanged(shown)) await fetchAnew(shown);
  setTimeout(renew, 2000);
}

setTimeout(renew, 2000);
