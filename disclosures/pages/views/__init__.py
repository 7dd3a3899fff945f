"""One module a room of the site; a view looks up, has a page's contents shaped, and renders."""
