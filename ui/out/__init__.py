"""Taking data away: tables and views with their filters, as rows, in every format."""
