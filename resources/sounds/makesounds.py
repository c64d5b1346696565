#!/usr/bin/env python3
"""Makes the three sounds of the desk beside this file. Each has a shape of its own, so that they are told apart without
looking: "in" rises, "out" falls, "attention" repeats one low note. Standard library only."""

import math
import pathlib
import struct
import wave

RATE = 44100


def note(frequency, seconds):
    """One note with a soft beginning and end, so that it does not click."""
    count = int(RATE * seconds)
    fade = int(RATE * 0.012)
    samples = []
    for i in range(count):
        level = min(1.0, i / fade, (count - 1 - i) / (fade * 4))
        angle = 2 * math.pi * frequency * i / RATE
        samples.append(level * (math.sin(angle) + 0.25 * math.sin(2 * angle)) / 1.25)
    return samples


def pause(seconds):
    return [0.0] * int(RATE * seconds)


SOUNDS = {
    "in": note(659.26, 0.09) + pause(0.015) + note(987.77, 0.16),
    "out": note(783.99, 0.09) + pause(0.015) + note(523.25, 0.16),
    "attention": note(311.13, 0.13) + pause(0.06) + note(311.13, 0.13) + pause(0.06) + note(311.13, 0.2),
}

for name, samples in SOUNDS.items():
    path = pathlib.Path(__file__).parent / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", int(30000 * value)) for value in samples))
