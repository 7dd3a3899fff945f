// Draws the charts of a page when they come into view, over the server's pictures of the same. Everything they show
// stands in a table on the same page. A click follows the address that the figure brings.
"use strict";

(() => {
  const { year } = document.currentScript.dataset; // how the language of the page names a year
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
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

  // ---- colours: those of the site, by the names that figures give them -------------------------------------------

  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const mix = (hex, share) => {
    const [over, under] = [parts(hex), parts(css("paper"))];
    return `rgb(${over.map((part, n) => Math.round(part * share + under[n] * (1 - share))).join()})`;
  };
  const tint = (shade) => [1, 1, Number(css("tint2")), Number(css("tint3"))][Math.min(shade, 3)];
  const isDark = () => parts(css("paper"))[0] < 128;
  const colours = (custom) => custom.map(([, series]) => css(series === "line" ? "track" : series || "wash"));

  /** In characters of full width, as the server's pictures measure. */
  const widthOf = (text) => [...text].reduce((sum, one) => sum + (one < "\u0250" ? 0.56 : 1), 0);

  /** Lines end after any Chinese character with its brackets, and after a word of others unless that fits no line. */
  function wrap(label, asked) {
    const room = Math.max(asked, 4);
    const pieces = (label.match(/[!-~]+ ?|[（“]?.[）”，、]?/gu) ?? []).flatMap((one) => (widthOf(one.trimEnd()) <= room ? [one] : [...one]));
    const lines = [""];
    for (const piece of pieces) {
      if (lines.at(-1) && widthOf(lines.at(-1) + piece.trimEnd()) > room) lines.push("");
      lines[lines.length - 1] += piece;
    }
    return lines.map((line) => line.trimEnd()).join("<br>");
  }

  const font = (size = 12) => ({ family: getComputedStyle(document.body).fontFamily, size, color: css("ink") });

  const paint = {
    icicle(trace, layout, width) {
      const parent = new Map(trace.ids.map((id, n) => [id, trace.parents[n]]));
      const depth = (id) => (parent.has(id) ? 1 + depth(parent.get(id)) : -1);
      const hasTotal = trace.customdata.some(([, series]) => !series);
      const shades = trace.ids.map((id) => depth(id) + (hasTotal ? 0 : 1));
      const onColour = ([, series], shade) => shade === 1 && (isDark() || ["s1", "s4"].includes(series));
      const room = (width / (1 + Math.max(...trace.ids.map(depth))) - 8) / 12; // letters in a line of a tile
      return {
        ...trace,
        marker: {
          colors: colours(trace.customdata).map((one, n) => mix(one, tint(shades[n]))),
          line: { color: css("paper"), width: 1 },
        },
        textfont: { color: trace.customdata.map((one, n) => css(onColour(one, shades[n]) ? "paper" : "ink")) },
        root: { color: "rgba(0,0,0,0)" },
        hovertext: trace.labels.map((label, n) => `${label} ${trace.text[n]}`),
        text: trace.labels.map((label, n) => `${wrap(label, room)}<br>${trace.text[n]}`),
        textinfo: "text",
        textposition: "top left",
        hoverinfo: "text",
        pathbar: { visible: false },
        tiling: { orientation: "h", pad: 1 },
        sort: false,
      };
    },
    sankey(trace) {
      const named = trace.node.label;
      return {
        ...trace,
        textfont: font(14),
        node: {
          ...trace.node, color: colours(trace.node.customdata), line: { width: 0 }, pad: 22, thickness: 9,
          hovertemplate: "%{label}<extra></extra>",
        },
        link: {
          ...trace.link, color: colours(trace.link.customdata).map((one) => mix(one, 0.32)),
          customdata: trace.link.customdata.map((one, n) => [...one, `${named[trace.link.source[n]]} → ${named[trace.link.target[n]]}：${trace.link.label[n]}`]),
          hovertemplate: "%{customdata[2]}<extra></extra>",
        },
      };
    },
    bar(trace, { yaxis }) {
      const names = trace.y.map((tick) => yaxis.ticktext[yaxis.tickvals.indexOf(tick)]);
      return {
        ...trace,
        marker: { color: colours(trace.customdata) },
        hovertext: trace.text.map((text, n) => `${names[n]}<br>${trace.name} ${text}`),
        hoverinfo: "text",
        textposition: "outside",
        textfont: font(),
        cliponaxis: false,
      };
    },
    scatter(trace) {
      const [colour] = colours(trace.customdata);
      const hovertemplate = `${year.replace("{year}", "%{x}")} %{text}<extra>%{fullData.name}</extra>`;
      const [width, opacity] = trace.customdata[0][2] ? [8, 0.45] : [2, 1]; // a broad line lies under one that is equal
      return { ...trace, line: { color: colour, width }, opacity, marker: { color: colour, size: width + 6 }, hovertemplate };
    },
  };

  // ---- one chart --------------------------------------------------------------------------------------------------

  function layoutOf(figure, height) {
    const quiet = { showgrid: false, zeroline: false, fixedrange: true, automargin: true, color: css("soft") };
    const axis = (given) => ({ ...quiet, ...given });
    const grid = { showgrid: true, gridcolor: css("line"), zeroline: true, zerolinecolor: css("soft"), tickfont: { ...font(), color: css("soft") } };
    const { xaxis, yaxis, xaxis2, shapes = [], ...rest } = figure.layout;
    const kind = figure.data[0].type;
    const beside = 12 + 12 * Math.max(...figure.data.flatMap(({ text }) => [text].flat()).map((one) => widthOf(String(one ?? "")))); // px of the figures
    return {
      ...rest,
      height,
      shapes: shapes.map((shape) => ({ ...shape, line: { color: css("ink"), width: 1 } })),
      xaxis: axis({ ...xaxis, ...(kind === "bar" ? grid : {}) }),
      yaxis: axis({ ...yaxis, ...(kind === "scatter" ? { ...grid, ticklabelposition: "inside top" } : {}) }),
      ...(xaxis2 ? { xaxis2: axis(xaxis2) } : {}),
      margin: kind === "sankey" ? { t: 12, r: 0, b: 12, l: 0 } : { t: 0, r: kind === "bar" ? beside : 0, b: 0, l: 0 },
      showlegend: false, // the page has one
      bargap: 0.35,
      dragmode: false,
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      uniformtext: kind === "icicle" ? { minsize: 10, mode: "hide" } : undefined,
      font: font(),
      hoverlabel: { bgcolor: css("paper"), bordercolor: css("ink"), font: font(13) },
    };
  }

  function follow(href) {
    if (!href) return;
    const link = document.createElement("a");
    link.href = href;
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }

  // On narrow pages plotly would write one label over the other: a flow has a picture of its own for them, bars keep theirs,
  // also beside a table, where names and figures would leave the bars no length and turn the axis on its side.
  const narrow = matchMedia("(max-width: 999px)");
  const isCramped = (box) => box.querySelector(".drawing").clientWidth < 480 && box.querySelector(".picture.lasting");
  const isBetterAsPicture = (box) => isCramped(box) || (narrow.matches && box.querySelector(".picture:is(.narrow, .lasting)"));

  async function draw(box) {
    if (isBetterAsPicture(box)) return;
    const [library, answer] = await Promise.all([load(box.dataset.plotly), fetch(box.dataset.chart)]);
    if (!answer.ok) throw new Error(`${answer.status} ${box.dataset.chart}`);
    const figure = await answer.json();
    const drawing = box.querySelector(".drawing");
    const plot = drawing.querySelector(".plot") ?? drawing.appendChild(document.createElement("div"));
    plot.className = "plot";
    plot.ariaHidden = "true"; // the table says the same
    const data = figure.data.map((trace) => paint[trace.type](trace, figure.layout, drawing.clientWidth));
    const layout = layoutOf(figure, drawing.clientHeight);
    await library.react(plot, data, layout, { displayModeBar: false, responsive: true });
    plot.removeAllListeners?.("plotly_click");
    plot.removeAllListeners?.("plotly_icicleclick");
    const go = (event) => {
      follow(event.points[0].customdata?.[0]);
      return false; // the page follows the address; plotly does not zoom by itself
    };
    plot.on(data[0].type === "icicle" ? "plotly_icicleclick" : "plotly_click", go);
    drawing.classList.add("is-drawn");
  }

  // ---- when -------------------------------------------------------------------------------------------------------

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      seen.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "100px" });
  const all = () => document.querySelectorAll("[data-chart]");
  const watch = () => all().forEach((box) => seen.observe(box));
  watch();
  document.addEventListener("page:follow", watch);
  narrow.addEventListener("change", () => {
    all().forEach((box) => isBetterAsPicture(box) && box.querySelector(".drawing").classList.remove("is-drawn"));
    watch();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    all().forEach((box) => box.querySelector(".is-drawn") && draw(box));
  });
})();
