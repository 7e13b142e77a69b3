/** Reading aloud with the phone's own voice, where it has one. */

export function canSpeak() {
  return "speechSynthesis" in window;
}

export function speak(text, language, { volume = 1, ended = () => {} } = {}) {
  hush();
  if (!canSpeak()) return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language;
  words.volume = volume;
  words.rate = 0.9;
  words.addEventListener("end", ended);
  words.addEventListener("error", ended);
  speechSynthesis.speak(words);
}

export function hush() {
  if (canSpeak()) speechSynthesis.cancel();
}
