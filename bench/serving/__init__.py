"""Many readers at once, each over a WebSocket in Streamlit's own protocol."""
