"""What `make check` looks at: one small module a guard, each with `problems(root)` that yields one line a fault."""
