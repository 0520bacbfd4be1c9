"""A page that does nothing, with as many controls of each kind as the Gaps page."""

import streamlit as st

with st.sidebar:
    for name in ("Service", "For whom", "Measured by", "Counted by", "Territories"):
        st.selectbox(name, list(range(4)), key=name)
    st.number_input("Benchmark", 0.0, 1e6, 1.0)
    st.multiselect("Countries", list(range(39)))
    st.select_slider("When", list(range(7)))
    st.radio("Map shows", ["Gap", "Need"])
    st.radio("Map form", ["Geographic", "Tiles"])
st.selectbox("Find a territory", list(range(300)), index=None)
with st.expander("Add up"):
    st.multiselect("Territories to add", list(range(300)))
st.toggle("Show as a table")
st.download_button("Download", data="", on_click="ignore")
with st.expander("Method"):
    pass
