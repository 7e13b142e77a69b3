#!/bin/sh
# Makes the silent, captioned video of the demonstration again from the pictures beside it (Pillow, ffmpeg 5.1 from Debian).
# Usage: sh demo/video/make.sh [python]
set -eu
cd "$(dirname "$0")"
frames=$(mktemp -d)
"${1:-python3}" slides.py "$frames"
ffmpeg -v error -y -framerate 5/12 -i "$frames/%d.png" -vf "fps=12,format=yuv420p" -c:v libx264 -profile:v baseline -crf 30 -preset veryslow -movflags +faststart -map_metadata -1 misma_habitacion.mp4
rm -r "$frames"
