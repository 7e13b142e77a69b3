import subprocess

from scripts.guards import tracked


def test_what_git_ignores_is_not_looked_at(project):
    root = project({".gitignore": "data/\n", "data/secret_key": "x", "README.md": "# Milpa", "src/milpa/new.py": ""})
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    assert [str(path.relative_to(root)) for path in tracked.files(root)] == [".gitignore", "README.md", "src/milpa/new.py"]


def test_a_copy_without_git_is_walked(project):
    root = project({".venv/lib/x.py": "", "src/milpa/new.py": "", "src/milpa/__pycache__/new.py": ""})
    assert [path.name for path in tracked.files(root, ".py")] == ["new.py"]
