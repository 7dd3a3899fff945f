"""What citizens see: pages, tables, charts, links and search."""
