// The table of uploaded files, fetched anew every two seconds while one of them is still to be read.
"use strict";

async function renew() {
  const shown = document.getElementById("uploads");
  if (!shown || shown.dataset.pending === undefined) return;
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("uploads");
  if (answer.ok && fresh) shown.replaceWith(fresh);
  setTimeout(renew, 2000);
}

setTimeout(renew, 2000);
