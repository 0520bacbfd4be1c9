"""Groundwork's server: the pages of app.py, and the data routes beside them."""

import streamlit as st
from starlette.middleware import Middleware

from ui import faults
from ui.api.guard import OwnEncoding
from ui.api.routes import lifespan, routes
from ui.server.entry import Entry
from ui.server.shield import Shield
from ui.server.spoken import Spoken

app = st.App(
    "app.py",
    routes=routes(),
    middleware=[Middleware(each) for each in (Shield, Spoken, OwnEncoding, Entry)],
    lifespan=lifespan,
    on_script_error=faults.unforeseen,
)
