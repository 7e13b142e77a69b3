"""Makes the faces and the recordings of the satisfaction questionnaire again: `python demo/audio/questionnaire.py`.

Faces need Pillow; recordings espeak-ng 1.51 and ffmpeg 5.1 (Debian). The voices are synthetic (es-419, en-us): an institution
may put its own recordings in their place under the same names.
"""

import subprocess
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parents[2] / "src/milpa/surveys/forms/media"
FACES = {"nothing": -0.9, "little": -0.35, "quite": 0.4, "very": 1.0}  # how far the mouth curves
INK, SKIN = "#1d2436", "#fbf0d0"
SAID = {
    "anonymous": (
        "Esta respuesta es anónima: se guarda aparte de su nombre. Puede dejar preguntas en blanco.",
        "This answer is anonymous: it is kept apart from your name. You may leave questions blank.",
    ),
    "overall": (
        "En general, ¿qué tan satisfecha o satisfecho quedó con esta capacitación?",
        "Overall, how satisfied were you with this training?",
    ),
    "useful": ("¿Qué tan útil fue para su empresa?", "How useful was it for your enterprise?"),
    "asked_for": ("¿Qué tan cerca quedó de lo que ustedes pidieron?", "How close did it come to what you all asked for?"),
    "instructor": ("¿Qué tan bien le acompañó su instructora o instructor?", "How well did your instructor accompany you?"),
    "clear": ("¿Qué tan claras fueron las explicaciones?", "How clear were the explanations?"),
    "platform": ("¿Qué tan fácil fue usar la plataforma?", "How easy was the platform to use?"),
    "time": ("¿Qué tan adecuados fueron el tiempo y el horario?", "How suitable were the time and the schedule?"),
    "practice": ("¿Qué tan útil fue la práctica en su empresa?", "How useful was the practice in your enterprise?"),
    "recommend": ("¿Qué tan dispuesta o dispuesto está a recomendarla?", "How willing are you to recommend it?"),
    "helped_most": ("¿Qué fue lo que más le ayudó?", "What helped you most?"),
    "change": ("¿Qué cambiaría?", "What would you change?"),
    "nothing": ("Nada.", "Not at all."),
    "little": ("Poco.", "A little."),
    "quite": ("Bastante.", "Quite."),
    "very": ("Muy.", "Very."),
    "not_applicable": ("No aplica.", "Does not apply."),
}


def draw_face(name: str, curve: float) -> None:
    big = Image.new("RGBA", (384, 384), (0, 0, 0, 0))
    pen = ImageDraw.Draw(big)
    pen.ellipse((16, 16, 368, 368), fill=SKIN, outline=INK, width=16)
    for x in (136, 248):
        pen.ellipse((x - 22, 130, x + 22, 174), fill=INK)
    high = round(abs(curve) * 70)
    middle = 262 - (0 if curve > 0 else high // 2) - (high // 2 if curve > 0 else 0)
    start, end = (20, 160) if curve > 0 else (200, 340)
    pen.arc((104, middle - high, 280, middle + high + 8), start, end, fill=INK, width=18)
    big.resize((96, 96), Image.Resampling.LANCZOS).quantize(32).save(HERE / f"face_{name}.png", optimize=True)


def record(name: str, words: str, voice: str) -> None:
    spoken = subprocess.run(["espeak-ng", "-v", voice, "-s", "145", "--stdout", words], check=True, capture_output=True).stdout
    sound = ["-ac", "1", "-ar", "16000", "-codec:a", "libmp3lame", "-b:a", "16k", "-map_metadata", "-1", str(HERE / f"{name}.mp3")]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", "-", *sound], check=True, input=spoken)


if __name__ == "__main__":
    for face, bend in FACES.items():
        draw_face(face, bend)
    for key, (spanish, english) in SAID.items():
        record(key, spanish, "es-419")
        record(f"{key}_en", english, "en-us")
