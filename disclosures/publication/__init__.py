"""From draft to published: revisions and their digests, totals across units, and the search index."""
