from milpa.cli import code


def test_the_digest_changes_with_code_and_reference_data_and_not_with_pages(tmp_path, monkeypatch):
    def digest_after(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        code.digest.cache_clear()
        return code.digest()

    monkeypatch.setattr(code, "ROOT", tmp_path)
    digests = [
        digest_after("src/milpa/guide/loading.py", "x = 1"),
        digest_after("src/milpa/guide/loading.py", "x = 2"),
        digest_after("demo/people.yaml", "rosa: owner"),
    ]
    assert len(set(digests)) == 3
    assert digest_after("src/milpa/guide/templates/guide/page.html", "<p>") == digests[-1]
    assert digest_after("src/milpa/guide/__pycache__/loading.pyc", "") == digests[-1]
    code.digest.cache_clear()
