"""The illustrative candidates of the worked case: six conglomerates, ten criteria, three partners."""

CANDIDATES = ["hotels", "textiles", "coffee", "bakeries", "furniture", "repair"]
CRITERIA = ["income", "jobs", "micro_small", "enterprises", "laws", "association", "departments", "women", "connected", "asked"]
ROWS = {
    "income": [4, 3, 5, 0, 1, None],
    "jobs": [10800, 19500, 14000, 14200, 8900, 12400],
    "micro_small": [94, 92, 55, 88, 81, 95],
    "enterprises": [2700, 6100, 1450, 3300, 1900, 4800],
    "laws": [3, 2, 2, 1, 1, 0],
    "association": [4, 2, 5, 2, 3, 1],
    "departments": [20, 11, 8, 22, 14, 22],
    "women": [46, 71, 22, 38, 9, 4],
    "connected": [83, 41, 58, 62, 60, 67],
    "asked": [310, 120, 190, 90, 75, 60],
}
VALUES = {candidate: {criterion: ROWS[criterion][place] for criterion in CRITERIA} for place, candidate in enumerate(CANDIDATES)}
WEIGHTINGS = {
    "office": dict(zip(CRITERIA, [8, 12, 14, 10, 10, 14, 8, 10, 6, 8], strict=True)),
    "institute": dict(zip(CRITERIA, [5, 10, 15, 12, 5, 10, 8, 12, 15, 8], strict=True)),
    "chamber": dict(zip(CRITERIA, [22, 8, 5, 5, 12, 18, 8, 5, 9, 8], strict=True)),
}
