"""The `milpa` command: one file a verb. A verb's file has the function of its name and `takes`, which lists what it takes."""
