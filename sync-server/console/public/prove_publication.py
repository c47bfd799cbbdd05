#!/usr/bin/env python3
"""Proves that the log holds what a page of published results says.

    python3 prove_publication.py PROOF.json

PROOF.json is what /v1/public/publications/ID answered. Needs Python 3 and, for the checkpoint's signature, openssl.
The signed record is hashed from the middle: the first blocks, which name the author's key, are told as their SHA-256
state alone (FIPS 180-4), so that the record is proved and its author is not.
"""
import base64, hashlib, json, struct, subprocess, sys, tempfile

MASK = 0xFFFFFFFF
PRIMES = [n for n in range(2, 312) if all(n % d for d in range(2, n))]
K = [int((p ** (1 / 3) % 1) * 2**32) for p in PRIMES[:64]]


def rotate(x, n):
    return (x >> n | x << 32 - n) & MASK


def block(state, data):
    w = list(struct.unpack('>16I', data))
    for i in range(16, 64):
        a, b = w[i - 15], w[i - 2]
        w.append((w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] + (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10)) & MASK)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        one = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i]
        two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (one + two) & MASK, a, b, c, (d + one) & MASK, e, f, g
    return [(x + y) & MASK for x, y in zip(state, [a, b, c, d, e, f, g, h])]


def hash_from(state, before, rest):
    """SHA-256 of a message whose first `before` bytes came to `state`."""
    end = rest + b'\x80'
    end += bytes((56 - len(end)) % 64) + struct.pack('>Q', 8 * (before + len(rest)))
    words = list(struct.unpack('>8I', state))
    for at in range(0, len(end), 64):
        words = block(words, end[at:at + 64])
    return struct.pack('>8I', *words)


def root_of(leaf, index, size, path):
    """RFC 9162, 2.1.3.2."""
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            sys.exit('the inclusion proof is too long')
        if fn & 1 or fn == sn:
            r = hashlib.sha256(b'\x01' + p + r).digest()
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = hashlib.sha256(b'\x01' + r + p).digest()
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else sys.exit('the inclusion proof is too short')


def signed_by(note, key):
    """C2SP signed-note: an Ed25519 signature over the text before the empty line."""
    name, _, public = key.split('+', 2)
    text, signatures = note.split('\n\n')
    mark = '\u2014 ' + name + ' '
    line = next(one for one in signatures.splitlines() if one.startswith(mark))
    raw, public = base64.b64decode(line[len(mark):])[4:], base64.b64decode(public)[1:]
    with tempfile.TemporaryDirectory() as folder:
        for file, data in [('k', bytes.fromhex('302a300506032b6570032100') + public), ('s', raw), ('t', (text + '\n').encode())]:
            open(f'{folder}/{file}', 'wb').write(data)
        done = subprocess.run(['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', f'{folder}/k', '-rawin', '-in', f'{folder}/t', '-sigfile', f'{folder}/s'], capture_output=True)
    return done.returncode == 0


proof = json.load(open(sys.argv[1], encoding='utf-8')).get('proof') or sys.exit('this publication comes without its record')
assert hash_from(bytes.fromhex('6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19'), 0, b'abc') == hashlib.sha256(b'abc').digest()
if proof['before'] % 64:
    sys.exit('the record is not cut between two blocks')
leaf = hash_from(bytes.fromhex(proof['state']), proof['before'], proof['rest'].encode())
origin, size, root = proof['checkpoint'].splitlines()[:3]
if root_of(leaf, proof['index'], int(size), [base64.b64decode(one) for one in proof['inclusion']]) != base64.b64decode(root):
    sys.exit('NOT PROVED: the checkpoint does not hold this record')
if not signed_by(proof['checkpoint'], proof['log_key']):
    sys.exit("NOT PROVED: the checkpoint's signature does not hold")
record = json.loads(proof['rest'][proof['rest'].index(' ') + 1:])
print(f'PROVED: record {proof["index"] + 1} of {size} in {origin}, under the key {proof["log_key"]}')
print(json.dumps({name: record[name] for name in ('type', 'at', 'region', 'body')}, ensure_ascii=False, indent=1))
