#!/usr/bin/env python3
"""Writes an NMEA 0183 track as a receiver sends it: GGA, RMC, GSA and GSV a second, with checksums.

    make_track.py OUT.nmea LAT,LON LAT,LON ... [--speed 1.4] [--repeat N] [--seed 7]

Walks from corner to corner at that speed (metres a second), a fix a second, with an error of some decimetres.
`--repeat N`: the last fix is sent N more times, as a receiver that stands still does.
"""
import argparse
import math
import random

SATELLITES = [(2, 61, 40, 44), (5, 33, 221, 41), (7, 17, 95, 36), (13, 48, 310, 43), (15, 72, 185, 46),
              (18, 24, 268, 39), (20, 39, 62, 42), (24, 11, 331, 33), (29, 55, 128, 45)]


def sentence(body):
    total = 0
    for char in body:
        total ^= ord(char)
    return f'${body}*{total:02X}\r\n'


def angle(degrees, width, positive, negative):
    minutes = abs(degrees) * 60
    return f'{int(minutes // 60):0{width}d}{minutes % 60:08.5f},{positive if degrees >= 0 else negative}'


def epoch(second, lat, lon, speed, course):
    time = f'{second // 3600 % 24:02d}{second // 60 % 60:02d}{second % 60:02d}.00'
    where = f"{angle(lat, 2, 'N', 'S')},{angle(lon, 3, 'E', 'W')}"
    used = [number for number, *_ in SATELLITES]
    lines = [f'GPGGA,{time},{where},1,{len(used):02d},0.9,1976.4,M,-38.2,M,,',
             'GPGSA,A,3,' + ','.join(f'{n:02d}' for n in used) + ',' * (12 - len(used)) + ',1.7,0.9,1.4']
    groups = [SATELLITES[i:i + 4] for i in range(0, len(SATELLITES), 4)]
    for number, group in enumerate(groups, 1):
        sky = ''.join(f',{n:02d},{high:02d},{azimuth:03d},{strength:02d}' for n, high, azimuth, strength in group)
        lines.append(f'GPGSV,{len(groups)},{number},{len(SATELLITES):02d}{sky}')
    lines.append(f'GPRMC,{time},A,{where},{speed / 0.514444:.1f},{course:.1f},221126,,,A')
    return ''.join(sentence(line) for line in lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('corners', nargs='+')
    parser.add_argument('--speed', type=float, default=1.4)
    parser.add_argument('--repeat', type=int, default=0)
    parser.add_argument('--seed', type=int, default=7)
    options = parser.parse_args()
    corners = [tuple(map(float, corner.split(','))) for corner in options.corners]
    noise = random.Random(options.seed)
    second, out = 8 * 3600, []

    def fix(lat, lon, speed, course):
        nonlocal second
        out.append(epoch(second, lat + noise.gauss(0, 2e-6), lon + noise.gauss(0, 2e-6), speed, course))
        second += 1

    for (lat1, lon1), (lat2, lon2) in zip(corners, corners[1:]):
        north, east = (lat2 - lat1) * 111_000, (lon2 - lon1) * 111_320 * math.cos(math.radians(lat1))
        steps = max(1, round(math.hypot(north, east) / options.speed))
        course = math.degrees(math.atan2(east, north)) % 360
        for step in range(steps):
            fix(lat1 + (lat2 - lat1) * step / steps, lon1 + (lon2 - lon1) * step / steps, options.speed, course)
    for _ in range(1 + options.repeat):
        fix(*corners[-1], 0, 0)
    with open(options.out, 'w', newline='') as file:
        file.writelines(out)


main()
