// The kinds of chart that pages draw; scatter comes with the core.
const Plotly = require("plotly.js/lib/core");
Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/icicle"), require("plotly.js/lib/sankey")]);
module.exports = Plotly;
