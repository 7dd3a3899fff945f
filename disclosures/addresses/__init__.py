"""Every public address: natural keys in a route, and how every face names a page, a table, a cell or a file."""
