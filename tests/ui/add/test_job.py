"""Work on a workspace is shown while it goes on, and ends when the reader stops it."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from ui.add import job

    class Slow:
        """A command that goes on until it is stopped."""

        is_running, out_of_time = True, False

        @property
        def code(self) -> int | None:
            return None if self.is_running else -9

        def said(self) -> list[str]:
            return ["reading rows"]

        def stop(self) -> None:
            self.is_running = False

    if "begun" not in st.session_state:
        st.session_state["begun"] = True
        st.session_state["add job"] = job.Job(Slow(), "here", "Adding rows.", lambda: None)
    job.show("here")


def test_it_is_shown_and_stopped() -> None:
    app = AppTest.from_function(page).run(timeout=30)
    assert not app.exception
    assert "reading rows" in str(app.status[0].label)
    app.button(key="add stop").click().run()
    assert not app.exception
    assert not app.error, "what the reader did is no error"
    assert "Stopped." in str(app.info[0].value)
    assert not app.button
