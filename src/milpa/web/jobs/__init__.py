"""Jobs: work in the background that its person watches, may stop, and finds again."""
