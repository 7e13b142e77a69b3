#!/bin/sh
# Makes the recordings of the demonstration again: espeak-ng 1.51 (voice es-419) and ffmpeg 5.1, from Debian.
# The voice is synthetic and says so on the page; an institution records its own. Usage: sh demo/audio/make.sh
set -eu
cd "$(dirname "$0")"
say() { espeak-ng -v es-419 -s "$3" -g 6 --stdout "$2" | ffmpeg -v error -y -i - -ac 1 -ar 16000 -codec:a libmp3lame -b:a 16k -map_metadata -1 "$1"; }
say dos_respuestas.mp3 "Escuche dos respuestas al mismo comentario. El comentario dice: El agua caliente no salió y nadie hizo nada. Primera respuesta: Eso no es cierto, usted no supo usar la llave y además llegó a medianoche haciendo ruido. Segunda respuesta: Gracias por contarlo. Tiene razón, esa noche falló el calentador y no le avisamos a tiempo. Ya lo cambiamos, y la recepción tiene ahora una habitación lista para estos casos. Si nos llama al teléfono del hotel, con gusto hablamos. ¿En cuál de los dos hoteles dormiría usted?" 150
say diga_el_numero.mp3 "Buenas. Escuche con calma y repita si lo necesita. El número de hoy es el cuarenta y siete. Otra vez: cuarenta y siete." 140
