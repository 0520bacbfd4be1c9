"""Everything about one territory: worked out once, drawn as a page and written as a report."""
