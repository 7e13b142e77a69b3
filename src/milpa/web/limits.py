"""Every limit that a person can meet, in one file. The server's own (bodies, seconds) stand in `milpa.server.limits`."""

MB = 1_000_000

# the workshop
CARD_LENGTH = 140
CARDS_PER_PERSON = 20
GROUPS_PER_DOT = 3  # each person's dots = groups / 3, rounded up
DOTS_ON_ONE_GROUP = 1
OPTIONS_PASTED = 60  # lines of a list that is voted on
REMARK_DAYS = 7

# what people bring
UPLOAD_BYTES = 25 * MB
UPLOAD_BYTES_BY_KIND = {
    "picture": 15 * MB,
    "pdf": 25 * MB,
    "audio": 15 * MB,
    "video": 25 * MB,
    "sheet": 10 * MB,
    "text": 10 * MB,
}
PICTURE_SIDE = 1600
PICTURE_PIXELS = 25_000_000
JPEG_PIXELS = 64_000_000  # a phone's largest photographs; a JPEG is decoded at a fraction of its size
UNPACKED_BYTES = 200 * MB  # a spreadsheet or document is a zip: what it may grow to
FILE_NAME_LENGTH = 120
IMPORT_ROWS = 20_000

# asking for a place by a public page, in an hour
ASKED_BY_BROWSER = 20  # an association's one phone
ASKED_BY_CODE = 200

# lists
ROWS_ON_A_PAGE = 50
COUNTED_ROWS = 1_000  # more are said as "more than 1,000"
ROWS_AT_ONCE = 2_000  # a CSV or XLSX with more is made by the worker
PRINTED_ROWS = 5_000

# searching
SEARCH_WORDS = 8
SEARCH_LENGTH = 200
SEARCH_RESULTS = 50
SEARCH_CANDIDATES = 2_000  # matches asked about before a search gives up on finding open ones

# what is kept a while
DRAFT_DAYS = 30
JOB_DAYS = 7
