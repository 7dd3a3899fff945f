// Draws the charts of a page when they come into view. Everything they show stands in a table on the same page.
"use strict";

(() => {
  const charts = document.querySelectorAll("[data-chart]");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  let plotly;

  // plotly brings a style sheet for maps, which the policy of the site refuses. It looks for this id before it adds it.
  const noMaps = document.createElement("link");
  noMaps.id = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";
  document.head.append(noMaps);

  function load(address) {
    plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error(`no chart: ${address}`));
      document.head.append(script);
    });
    return plotly;
  }

  const wrap = (label) => label.replace(/.{6}(?=.)/gu, "$&<br>");

  function paint(trace) {
    trace.marker = {
      colors: trace.customdata.map(([, series]) => colour(series || "line")),
      line: { color: colour("paper"), width: 1 },
    };
    trace.root = { color: colour("line") };
    trace.hovertext = trace.labels.map((label, n) => `${label} ${trace.text[n]}`);
    trace.text = trace.labels.map((label, n) => `${wrap(label)}<br>${trace.text[n]}`);
    trace.textinfo = "text";
    trace.hoverinfo = "text";
    trace.pathbar = { visible: false };
    trace.tiling = { orientation: "h", pad: 1 };
    trace.sort = false;
    return trace;
  }

  async function draw(box) {
    const [library, answer] = await Promise.all([load(box.dataset.plotly), fetch(box.dataset.chart)]);
    const { data } = await answer.json();
    const layout = {
      margin: { t: 0, r: 0, b: 0, l: 0 },
      paper_bgcolor: "rgba(0,0,0,0)",
      uniformtext: { minsize: 10, mode: "hide" },
      font: { family: getComputedStyle(document.body).fontFamily, size: 12, color: colour("ink") },
    };
    await library.react(box, data.map(paint), layout, { displayModeBar: false, responsive: true });
    box.on("plotly_icicleclick", (event) => {
      const [href] = event.points[0].customdata;
      if (href) location.href = href;
      return false; // the page follows the address; plotly does not zoom by itself
    });
  }

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "100px" });
  charts.forEach((box) => seen.observe(box));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    charts.forEach((box) => box.classList.contains("js-plotly-plot") && draw(box));
  });
})();
