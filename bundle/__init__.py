"""Tools of set-up: builds the chart script of the site from plotly's own sources, with the kinds of chart in use."""
