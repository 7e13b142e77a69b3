"""How much the record store takes and gives: one table, said in the refusal of whoever sends more, and by the resource `about`."""

KB = 1_000
MB = 1_000_000

STATEMENTS = 5 * MB  # bytes of JSON in one request
BATCH = 10_000  # statements in one request
ATTACHMENTS = 25 * MB  # bytes of one multipart request
PARTS = 200  # attachments in one request
DOCUMENT = 1 * MB  # bytes of one document
FORM = 6 * MB  # alternate request syntax: the JSON, encoded

PAGE = 100  # statements of an answer, unless fewer are asked for
MOST = 500  # statements of an answer
ANSWER = 4 * MB  # bytes of statements in an answer, beyond which it is cut short and `more` leads on
PATIENCE = 0.5  # seconds that a question waits for postings that lag behind
MORE_HOURS = 24 * 7  # how long a `more` link is good
