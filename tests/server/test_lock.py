import threading

from milpa.server.lock import Lock


def test_one_holds_it_until_it_lets_go(tmp_path):
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock", patience=0)
    assert first.is_free()
    assert first.take()
    assert not second.take()
    assert not second.is_free()
    first.release()
    assert second.take()


def test_looking_does_not_let_go_of_what_this_process_holds(tmp_path):
    held = Lock(tmp_path / "lock")
    held.take()
    assert not Lock(tmp_path / "lock").is_free()
    assert not Lock(tmp_path / "lock", patience=0).take()


def test_taking_waits_for_one_who_is_about_to_let_go(tmp_path):
    held, waiting = Lock(tmp_path / "lock"), Lock(tmp_path / "lock", patience=10)
    held.take()
    threading.Timer(0.1, held.release).start()
    assert waiting.take()
