// Keeps the head of a table in view. Where the table fits its frame, the style sheet does it alone; a frame that scrolls
// sideways would hold its head back, so there the head is moved as the page moves.
"use strict";

(() => {
  let wide = []; // tables that are wider than their frames
  let waits = false;

  function measure() {
    wide = [];
    for (const frame of document.querySelectorAll(".frame.scroll")) {
      const table = frame.querySelector("table");
      const fits = table.offsetWidth <= frame.clientWidth;
      frame.classList.toggle("fits", fits);
      if (fits) table.tHead.style.transform = "";
      else wide.push(table);
    }
    move();
  }

  /** Down by as much as the table is above the edge, but never over its last rows. */
  function move() {
    waits = false;
    const edge = document.querySelector(".slim")?.offsetHeight ?? 0; // what stays in view above the head
    for (const table of wide) {
      const [head, box] = [table.tHead, table.getBoundingClientRect()];
      const down = Math.min(Math.max(edge - box.top, 0), Math.max(box.height - 3 * head.offsetHeight, 0));
      head.classList.toggle("moved", down > 0);
      head.style.transform = down ? `translateY(${down}px)` : "";
    }
  }

  addEventListener("scroll", () => {
    if (!waits) requestAnimationFrame(move);
    waits = true;
  }, { passive: true });
  addEventListener("resize", measure);
  document.addEventListener("page:follow", measure);
  measure();
})();
