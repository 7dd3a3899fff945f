"""The whole site as files that need no server: every page and file, with links that lead from one file to another."""
