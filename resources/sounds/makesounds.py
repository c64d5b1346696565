#!/usr/bin/env python3
"""Makes the sounds of the desk beside this file. Each has a shape of its own, so that they are told apart without looking:
by direction (up, down, level), by the number of notes and by their length. None is longer than 0.9 s. Standard library only."""

import math
import pathlib
import struct
import wave

RATE = 44100


def glide(start, end, seconds, overtone=0.25, decay=0.0):
    """A note that goes from one pitch to another, with a soft beginning and end, so that it does not click."""
    count = int(RATE * seconds)
    fade = int(RATE * 0.012)
    angle = 0.0
    samples = []
    for i in range(count):
        angle += 2 * math.pi * (start + (end - start) * i / count) / RATE
        level = min(1.0, i / fade, (count - 1 - i) / (fade * 4)) * math.exp(-decay * i / RATE)
        samples.append(level * (math.sin(angle) + overtone * math.sin(2 * angle)) / (1 + overtone))
    return samples


def note(pitch, seconds, **shape):
    return glide(pitch, pitch, seconds, **shape)


def pause(seconds):
    return [0.0] * int(RATE * seconds)


def rough(pitch, seconds):
    """Two close pitches that rub: nobody takes it for a greeting."""
    return [0.5 * (a + b) for a, b in zip(note(pitch, seconds, overtone=0.8), note(pitch * 1.07, seconds, overtone=0.8))]


SOUNDS = {
    "rise": note(659.26, 0.09) + pause(0.015) + note(987.77, 0.16),
    "fall": note(783.99, 0.09) + pause(0.015) + note(523.25, 0.16),
    "climb": note(523.25, 0.07) + note(659.26, 0.07) + note(783.99, 0.07) + note(1046.5, 0.14),
    "descend": note(1046.5, 0.07) + note(783.99, 0.07) + note(659.26, 0.07) + note(440.0, 0.14),
    "bell": note(1318.51, 0.6, overtone=0.4, decay=7),
    "knock": note(392.0, 0.06, decay=30) + pause(0.09) + note(392.0, 0.08, decay=25),
    "question": note(587.33, 0.1) + pause(0.05) + glide(587.33, 932.33, 0.3),
    "repeat": note(311.13, 0.13) + pause(0.06) + note(311.13, 0.13) + pause(0.06) + note(311.13, 0.2),
    "buzz": rough(174.61, 0.5) + pause(0.05) + rough(155.56, 0.3),
}

for name, samples in SOUNDS.items():
    path = pathlib.Path(__file__).parent / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", int(30000 * value)) for value in samples))
