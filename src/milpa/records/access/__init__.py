"""Who may speak with the record store: credentials, scopes, tokens, and how fast."""
