"""Data routes beside the pages: the same tables and views, by address, for programs."""

import logging

# The routes are loaded before the server runs; that the cache of answers notices is no news.
logging.getLogger("streamlit.runtime.caching.cache_data_api").addFilter(
    lambda record: "No runtime found" not in record.getMessage()
)
